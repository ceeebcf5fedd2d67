import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../../api/ApiContext.tsx'
import type { FieldProblem, JsonObject, Output } from '../../api/client.ts'
import { valueAt, withValue } from './formSpec.ts'
import type { FormSpec } from './formSpec.ts'

export type SaveState =
  | { readonly at: 'untouched' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly savedAt: string }
  | { readonly at: 'failed'; readonly message: string }

export interface Correction {
  readonly documentId: string
  readonly changeId: string
  readonly body: JsonObject
}

export interface RecordForm {
  /** null until the draft or the prefilled values have come. */
  readonly body: JsonObject | null
  readonly previous: Output<'records.prefill'>['previous']
  /** A draft of earlier was taken up: when it was saved, and where the cursor stood. */
  readonly resumed: { readonly savedAt: string; readonly field: string | null } | null
  readonly save: SaveState
  /** Everything still missing or wrong, in the order of the form. */
  readonly problems: readonly FieldProblem[]
  /** What is shown at a field now: only where the person has been, or after a try to submit. */
  readonly errorAt: (path: string) => string | null
  readonly set: (path: string, value: unknown) => void
  readonly leave: (path: string) => void
  /** Saves the draft now; true when it is on disk. */
  readonly flush: () => Promise<boolean>
  readonly submit: () => Promise<Output<'records.complete'> | null>
  readonly drop: () => Promise<void>
}

/** Autosave this long after the last key (design 9). */
const pause = 800

type Target = Pick<FormSpec, 'kind'> & { readonly personId: string; readonly cycleYear: string; readonly correction: Correction | null }

/** One form over one plain object: the same object is the draft on disk, so that nothing typed can be lost between the two. */
export function useRecordForm({ kind, personId, cycleYear, correction }: Target): RecordForm {
  const api = useApi()
  const documentId = correction?.documentId ?? null
  const [body, setBody] = useState<JsonObject | null>(null)
  const [previous, setPrevious] = useState<RecordForm['previous']>(null)
  const [resumed, setResumed] = useState<RecordForm['resumed']>(null)
  const [save, setSave] = useState<SaveState>({ at: 'untouched' })
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const latest = useRef({ body, dirty: false, field: null as string | null, timer: undefined as ReturnType<typeof setTimeout> | undefined })
  const firstBody = useRef(correction?.body ?? null)

  const check = useCallback(
    async (values: JsonObject) => {
      const answer = await api.call('records.check', { kind, personId, cycleYear, body: values })
      if (answer.ok) setProblems(answer.value.problems)
    },
    [api, kind, personId, cycleYear],
  )

  useEffect(() => {
    let wanted = true
    void (async () => {
      const [draft, prefill] = await Promise.all([
        api.call('drafts.get', { kind, personId, documentId }),
        api.call('records.prefill', { kind, personId, cycleYear }),
      ])
      if (!wanted) return
      const start = draft.ok && draft.value !== null ? draft.value.body : (firstBody.current ?? (prefill.ok ? prefill.value.body : {}))
      if (draft.ok && draft.value !== null) {
        setResumed({ savedAt: draft.value.savedAt, field: draft.value.field })
        setSave({ at: 'saved', savedAt: draft.value.savedAt })
      }
      if (prefill.ok) setPrevious(prefill.value.previous)
      latest.current.body = start
      setBody(start)
      await check(start)
    })()
    return () => {
      wanted = false
    }
  }, [api, kind, personId, cycleYear, documentId, check])

  const flush = useCallback(async () => {
    const now = latest.current
    clearTimeout(now.timer)
    if (!now.dirty || now.body === null) return true
    const saving = now.body
    now.dirty = false
    setSave({ at: 'saving' })
    const answer = await api.call('drafts.save', { kind, personId, documentId, body: saving, field: now.field })
    if (!answer.ok) now.dirty = true
    setSave(answer.ok ? { at: 'saved', savedAt: answer.value.savedAt } : { at: 'failed', message: answer.error.message })
    await check(saving)
    return answer.ok
  }, [api, kind, personId, documentId, check])

  // Leaving the page keeps the last keystrokes too.
  const flushLatest = useRef(flush)
  useEffect(() => {
    flushLatest.current = flush
  })
  useEffect(() => () => void flushLatest.current(), [])

  const set = useCallback((path: string, value: unknown) => {
    const now = latest.current
    if (now.body === null) return
    now.body = withValue(now.body, path, value)
    now.dirty = true
    now.field = path
    setBody(now.body)
    clearTimeout(now.timer)
    now.timer = setTimeout(() => void flushLatest.current(), pause)
  }, [])

  const leave = useCallback((path: string) => {
    setLeft((old) => (old.has(path) ? old : new Set([...old, path])))
    void flushLatest.current()
  }, [])

  const submit = useCallback(async () => {
    const now = latest.current
    if (now.body === null) return null
    await flushLatest.current()
    setTried(true)
    const replaces = correction === null ? null : { documentId: correction.documentId, changeId: correction.changeId }
    const answer = await api.call('records.complete', { kind, personId, cycleYear, body: now.body, replaces })
    if (answer.ok) {
      now.dirty = false
      setProblems([])
      return answer.value
    }
    if (answer.error.fields !== undefined) setProblems(answer.error.fields)
    else setSave({ at: 'failed', message: answer.error.message })
    return null
  }, [api, kind, personId, cycleYear, correction])

  const drop = useCallback(async () => {
    clearTimeout(latest.current.timer)
    latest.current.dirty = false
    await api.call('drafts.discard', { kind, personId, documentId })
  }, [api, kind, personId, documentId])

  const errorAt = useCallback(
    (path: string) => {
      const problem = problems.find((each) => each.path === path)
      if (problem === undefined) return null
      const filled = body !== null && !isEmpty(valueAt(body, path))
      return tried || (left.has(path) && filled) ? problem.message : null
    },
    [problems, tried, left, body],
  )

  return { body, previous, resumed, save, problems, errorAt, set, leave, flush, submit, drop }
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
