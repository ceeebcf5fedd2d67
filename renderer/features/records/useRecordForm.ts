import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useApi } from '../../api/ApiContext.tsx'
import type { FieldProblem, Input, JsonObject, Output } from '../../api/client.ts'
import { valueAt, withValue } from './formSpec.ts'

export type SaveState =
  | { readonly at: 'untouched' }
  | { readonly at: 'typing' }
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
  /** A draft of earlier was taken up: when it was saved, and where the cursor stood. */
  readonly resumed: { readonly savedAt: string; readonly field: string | null } | null
  readonly save: SaveState
  /** The form could not be opened at all. */
  readonly trouble: string | null
  /** Everything still missing or wrong. */
  readonly problems: readonly FieldProblem[]
  /** What deserves a second look, and stops nothing. */
  readonly hints: readonly FieldProblem[]
  /** Fields that were left, and how often a submit was turned back. */
  readonly left: ReadonlySet<string>
  readonly tries: number
  readonly set: (path: string, value: unknown) => void
  readonly leave: (path: string) => void
  /** Where the cursor stands now; a draft goes on there. */
  readonly at: (path: string) => void
  /** Saves the draft now; true when it is on disk. */
  readonly flush: () => Promise<boolean>
  /** Asks again what is missing; for what changed beside the record. */
  readonly recheck: () => void
  readonly submit: () => Promise<Output<'records.complete'> | null>
  /** Throws the draft away; true when it is gone. */
  readonly drop: () => Promise<boolean>
}

/** Autosave this long after the last key (design 9). */
const pause = 800

interface Options {
  readonly kind: Input<'drafts.save'>['kind'] | 'secondRating'
  readonly personId: string
  readonly cycleYear: string
  readonly correction: Correction | null
  /** The record as it is handed in, without what was kept beside it. */
  readonly handIn: (body: JsonObject) => JsonObject
  /** Faults that the page finds itself; the record is not handed in with them. */
  readonly faultsOf: (body: JsonObject) => readonly FieldProblem[]
}

interface Work {
  body: JsonObject | null
  /** Counts changes; what was saved up to which one. */
  revision: number
  savedRevision: number
  field: string | null
  /** The cursor moved on since the draft was written. */
  moved: boolean
  hasDraft: boolean
  timer: ReturnType<typeof setTimeout> | undefined
  saves: number
  checks: number
  submitting: boolean
  /** Completed or thrown away: nothing is written any more. */
  closed: boolean
}

/**
 * One form over one plain object: the same object is the draft on disk, so that nothing typed can be lost between the two. Calls are answered in the
 * order in which they are made; an answer to an older one is not shown over a newer.
 */
export function useRecordForm({ kind, personId, cycleYear, correction, handIn, faultsOf }: Options): RecordForm {
  const api = useApi()
  const documentId = correction?.documentId ?? null
  const [body, setBody] = useState<JsonObject | null>(null)
  const [resumed, setResumed] = useState<RecordForm['resumed']>(null)
  const [save, setSave] = useState<SaveState>({ at: 'untouched' })
  const [trouble, setTrouble] = useState<string | null>(null)
  const [found, setFound] = useState<{ readonly of: JsonObject | null; readonly list: readonly FieldProblem[] }>({ of: null, list: [] })
  // What was found in an older value says nothing of a newer one; shown over it, it would move what is about to be pressed.
  // What handing in found, and a check does not look for, stands until something is changed.
  const [turnedBack, setTurnedBack] = useState<typeof found>({ of: null, list: [] })
  const problems = useMemo(() => {
    const now = found.list.filter(({ path }) => sameAt(found.of, body, path))
    return turnedBack.of !== body ? now : [...turnedBack.list, ...now.filter(({ path }) => turnedBack.list.every((each) => each.path !== path))]
  }, [found, turnedBack, body])
  const [look, setLook] = useState<{ readonly of: JsonObject | null; readonly list: readonly FieldProblem[] }>({ of: null, list: [] })
  const hints = useMemo(() => look.list.filter(({ path }) => sameAt(look.of, body, path)), [look, body])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tries, setTries] = useState(0)
  const work = useRef<Work>({
    body: null, revision: 0, savedRevision: 0, field: null, moved: false, hasDraft: false, timer: undefined, saves: 0, checks: 0, submitting: false, closed: false,
  })
  const given = useRef({ firstBody: correction?.body ?? null, handIn, faultsOf })
  useEffect(() => {
    given.current = { ...given.current, handIn, faultsOf }
  })

  const check = useCallback(
    async (values: JsonObject) => {
      work.current.checks += 1
      const turn = work.current.checks
      const answer = await api.call('records.check', { kind, personId, cycleYear, body: given.current.handIn(values) })
      if (turn !== work.current.checks || !answer.ok) return
      setFound({ of: values, list: [...given.current.faultsOf(values), ...answer.value.problems] })
      setLook({ of: values, list: answer.value.hints ?? [] })
    },
    [api, kind, personId, cycleYear],
  )

  useEffect(() => {
    let wanted = true
    void (async () => {
      const draft = await api.call('drafts.get', { kind, personId, documentId })
      if (!wanted) return
      if (!draft.ok) {
        setTrouble(draft.error.message)
        return
      }
      let start = draft.value?.body ?? given.current.firstBody
      if (start === null) {
        const prefill = await api.call('records.prefill', { kind, personId, cycleYear })
        if (!wanted) return
        if (!prefill.ok) {
          setTrouble(prefill.error.message)
          return
        }
        start = prefill.value.body
      }
      if (draft.value !== null) {
        setResumed({ savedAt: draft.value.savedAt, field: draft.value.field })
        setSave({ at: 'saved', savedAt: draft.value.savedAt })
        work.current.hasDraft = true
        work.current.field = draft.value.field
      }
      work.current.body = start
      setBody(start)
      await check(start)
    })()
    return () => {
      wanted = false
    }
  }, [api, kind, personId, cycleYear, documentId, check])

  const flush = useCallback(async () => {
    const now = work.current
    clearTimeout(now.timer)
    // A form in which nothing was answered yet leaves no draft behind, wherever the cursor went.
    const hasMoved = now.moved && now.hasDraft
    if (now.closed || now.body === null || (now.revision === now.savedRevision && !hasMoved)) return true
    const { body: saving, revision, savedRevision } = now
    now.savedRevision = revision
    now.moved = false
    now.hasDraft = true
    now.saves += 1
    const turn = now.saves
    setSave({ at: 'saving' })
    const saved = api.call('drafts.save', { kind, personId, documentId, body: saving, field: now.field })
    void check(saving)
    const answer = await saved
    if (!answer.ok && now.savedRevision === revision) now.savedRevision = savedRevision
    if (turn === now.saves && !(answer.ok && now.revision !== revision)) {
      setSave(answer.ok ? { at: 'saved', savedAt: answer.value.savedAt } : { at: 'failed', message: answer.error.message })
    }
    return answer.ok
  }, [api, kind, personId, documentId, check])

  // Leaving the page, hiding the window or locking (Ctrl+L begins with Ctrl) keeps the last keystrokes too.
  useEffect(() => {
    const keep = () => void flush()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Control') keep()
    }
    window.addEventListener('blur', keep)
    window.addEventListener('pagehide', keep)
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      window.removeEventListener('blur', keep)
      window.removeEventListener('pagehide', keep)
      window.removeEventListener('keydown', onKeyDown, true)
      keep()
    }
  }, [flush])

  const set = useCallback(
    (path: string, value: unknown) => {
      const now = work.current
      if (now.body === null || now.closed || now.submitting) return
      now.body = withValue(now.body, path, value)
      now.revision += 1
      now.field = path
      setBody(now.body)
      setSave({ at: 'typing' })
      clearTimeout(now.timer)
      now.timer = setTimeout(() => void flush(), pause)
    },
    [flush],
  )

  const leave = useCallback(
    (path: string) => {
      setLeft((old) => (old.has(path) ? old : new Set([...old, path])))
      void flush()
    },
    [flush],
  )

  const at = useCallback((path: string) => {
    const now = work.current
    if (now.field === path || now.closed) return
    now.field = path
    now.moved = true
  }, [])

  const recheck = useCallback(() => {
    setTurnedBack({ of: null, list: [] })
    if (work.current.body !== null) void check(work.current.body)
  }, [check])

  const submit = useCallback(async () => {
    const now = work.current
    if (now.body === null || now.submitting || now.closed) return null
    now.submitting = true
    await flush()
    const values = now.body
    const faults = given.current.faultsOf(values)
    const replaces = correction === null ? null : { documentId: correction.documentId, changeId: correction.changeId }
    const record = given.current.handIn(values)
    const answer = faults.length > 0
      ? await api.call('records.check', { kind, personId, cycleYear, body: record })
      : await api.call('records.complete', { kind, personId, cycleYear, body: record, replaces })
    now.submitting = false
    now.saves += 1
    // A save or check that is still on its way knows less than this answer.
    now.checks += 1
    if (answer.ok && 'actionId' in answer.value) {
      now.closed = true
      setFound({ of: null, list: [] })
      return answer.value
    }
    const listed = answer.ok ? ('problems' in answer.value ? answer.value.problems : []) : (answer.error.fields ?? [])
    setFound({ of: values, list: [...faults, ...listed] })
    setTurnedBack({ of: values, list: listed })
    if (!answer.ok && answer.error.fields === undefined) setSave({ at: 'failed', message: answer.error.message })
    setTries((count) => count + 1)
    return null
  }, [api, kind, personId, cycleYear, correction, flush])

  const drop = useCallback(async () => {
    const now = work.current
    clearTimeout(now.timer)
    now.closed = true
    const answer = await api.call('drafts.discard', { kind, personId, documentId })
    if (answer.ok) return true
    now.closed = false
    setSave({ at: 'failed', message: answer.error.message })
    return false
  }, [api, kind, personId, documentId])

  return { body, resumed, save, trouble, problems, hints, left, tries, set, leave, at, flush, recheck, submit, drop }
}

function sameAt(a: JsonObject | null, b: JsonObject | null, path: string): boolean {
  const [before, now] = [valueAt(a, path), valueAt(b, path)]
  return before === now || JSON.stringify(before) === JSON.stringify(now)
}
