import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { consentStands } from '../../../domain/records/index.ts'
import { nextOpen, questionAt } from '../../../domain/visit/flow.ts'
import { isTakenWithRest } from '../../../domain/visit/lastAnswers.ts'
import type { Confirmable } from '../../../domain/visit/confirmable.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import type { FileFacts } from '../records/fileFacts.ts'
import { isEmpty, valueAt } from '../records/formSpec.ts'
import type { FormSpec } from '../records/formSpec.ts'
import { signatureFilled } from '../records/paperMemory.ts'
import type { RecordForm } from '../records/useRecordForm.ts'
import { agreed, answered, askedAnew, confirmed, lastTaken, opened, restTaken, wasMet, withPatch } from './answering.ts'
import { focusQuestion } from './focusQuestion.ts'
import { marksOf } from './marks.ts'
import type { Marks, Patch } from './marks.ts'
import { finish, sectionsOf } from './questions.ts'
import type { Question, Section, VisitContext } from './questions.ts'

export interface Visit {
  readonly file: PersonFile
  readonly facts: FileFacts
  readonly confirmable: Confirmable
  readonly body: JsonObject
  readonly marks: Marks
  readonly sections: readonly Section[]
  /** All that is asked, in order. */
  readonly asked: readonly Question[]
  /** The path of the question where one stands, or `finish`. */
  readonly current: string
  /** Whether the record before is of the year before, or only of some time. */
  readonly since: 'year' | 'time'
  readonly errorAt: (path: string) => string | null
  /** What deserves a second look; it never blocks. */
  readonly hintAt: (path: string) => string | null
  readonly set: (path: string, value: unknown) => void
  readonly leave: (path: string) => void
  readonly fileChanged: () => void
  readonly answer: (question: Question, value: unknown, moves: boolean) => void
  /** An option of a question; what it writes depends on the question. */
  readonly choose: (question: Question, option: string, valueOf: (option: string) => unknown, moves: boolean) => void
  /** What is chosen of a question that only a visit asks; null where the record itself says it. */
  readonly chosenOf: (question: Question) => string | null
  readonly takeLast: (question: Question) => void
  readonly takeRest: () => void
  /** Something open may be said again all at once. */
  readonly hasRest: boolean
  readonly moveOn: (question: Question) => void
  readonly goTo: (path: string, exact?: string) => void
  readonly edit: (path: string) => void
  /** Something took the focus. */
  readonly stand: (path: string) => void
}

/** Filled in bit by bit: unfinished is not wrong. */
const longLists: ReadonlySet<string> = new Set(['items', 'env', 'accommodations', 'attempts', 'signature', 'callLog', 'intentions'])

export interface VisitInput {
  readonly file: PersonFile
  readonly spec: FormSpec
  readonly facts: FileFacts
  readonly confirmable: Confirmable
  readonly today: string
  readonly earlier: { readonly body: JsonObject; readonly isOfYearBefore: boolean } | null
  readonly form: RecordForm
  readonly body: JsonObject
  readonly root: RefObject<HTMLDivElement | null>
  readonly onFileChanged: () => void
}

/** One record as a row of questions: where one stands, what an answer writes, where it goes on. */
export function useVisit({ file, spec, facts, confirmable, today, earlier, form, body, root, onFileChanged }: VisitInput): Visit {
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set())
  const { problems, tries } = form
  const mayRefer = file.documents.some((document) => document.entity === 'consent' && !document.voided && document.body?.purpose === 'SHARE_EMPLOYER' && consentStands(document.body))
  const context = useMemo<VisitContext>(
    () => ({ spec, facts, today, file: file.fields, earlier: earlier?.body ?? null, mayConfirm: confirmable.last !== null && confirmable.hindrance === null, problems, mayRefer, edited }),
    [spec, facts, today, file, earlier, confirmable, problems, mayRefer, edited],
  )
  const sections = useMemo(() => sectionsOf(body, context), [body, context])
  const asked = useMemo(() => sections.flatMap(({ questions }) => questions).filter(({ isAsked }) => isAsked), [sections])
  const [current, setCurrent] = useState(() => startAt(asked, form.resumed?.field ?? null))
  // A wish to have the focus at the current question, at best in the very field within it; the first is that of coming in.
  const [wish, setWish] = useState({ exact: form.resumed?.field ?? null })
  const leaving = useRef<string | null>(null)
  const { set: setValue, leave: leaveField, at, flush, recheck } = form

  const goTo = useCallback((path: string, exactly?: string) => {
    setCurrent(path)
    at(exactly ?? path)
    void flush()
    setWish({ exact: exactly ?? null })
  }, [at, flush])

  const focusNow = useEffectEvent(() => focusQuestion(root.current, current, wish.exact))
  useEffect(() => focusNow(), [wish])

  // An answer may open or close questions, so where it goes on is known only when the page has been drawn with it.
  const moveOnNow = useEffectEvent(() => {
    if (leaving.current === null) return
    const after = leaving.current
    leaving.current = null
    goTo(nextOpen(asked, after)?.path ?? finish)
  })
  useEffect(() => moveOnNow(), [body])

  // A question that fell away while one stood at it, such as a consent that is given now, took the focus with it.
  const place = useRef(0)
  const here = asked.findIndex(({ path }) => path === current)
  const isGone = !current.startsWith('@') && here === -1 && !sections.some(({ questions }) => questions.some(({ path }) => path === current))
  const goFromGone = useEffectEvent(() => {
    if (here !== -1) place.current = here
    else if (isGone && leaving.current === null) goTo((asked.slice(place.current).find(({ isAnswered }) => !isAnswered) ?? nextOpen(asked, null))?.path ?? finish)
  })
  useEffect(() => goFromGone(), [here, isGone])

  function write(patch: Patch, after: string | null) {
    leaving.current = after
    const changed = patch.filter(([path, value]) => valueAt(body, path) !== value)
    for (const [path, value] of patch) setValue(path, value)
    if (changed.length === 0 && after !== null) {
      leaving.current = null
      goTo(nextOpen(asked, after)?.path ?? finish)
    }
  }

  const latest = useRef(body)
  useEffect(() => {
    latest.current = body
  })
  const set = useCallback((path: string, value: unknown) => {
    for (const [each, now] of answered(latest.current, path, value)) setValue(each, now)
    if (path === 'signature.date') signatureFilled(withPatch(latest.current, [[path, value]]), setValue)
  }, [setValue])
  const fileChanged = useCallback(() => {
    onFileChanged()
    recheck()
  }, [onFileChanged, recheck])

  const errors = useMemo(() => new Map(problems.map(({ path, message }) => [path, message])), [problems])
  const errorAt = useCallback((path: string): string | null => {
    const message = errors.get(path) ?? null
    return message !== null && (tries > 0 || (!isEmpty(valueAt(body, path)) && !longLists.has(path))) ? message : null
  }, [errors, tries, body])

  const { hints } = form
  const hintAt = useCallback((path: string): string | null => hints.find((hint) => hint.path === path)?.message ?? null, [hints])

  function choose(question: Question, option: string, valueOf: (option: string) => unknown, moves: boolean) {
    const { path, kind } = question
    const after = moves ? path : null
    if (kind === 'met') return write(wasMet(body, option as 'met'), after)
    if (kind === 'agree' || kind === 'work') {
      if (option === 'same') return write(agreed(body, path), after)
      write(opened(body, path), null)
      return focusLines(path)
    }
    if (kind === 'review') {
      if (option === 'confirm' && confirmable.last !== null) return write(confirmed(body, confirmable.last), after)
      return write(askedAnew(body, confirmable.last), after)
    }
    if (kind === 'unchanged') {
      if (option === 'same') return write([[path, true]], after)
      return write(askedAnew(body, confirmable.last), 'reviewOf')
    }
    write(answered(body, path, valueOf(option)), after)
  }

  /** The lines that are to be changed: those of the file, or the questions that were one. */
  function focusLines(path: string) {
    setTimeout(() => {
      const held = root.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(path)}"]`)
      const target = held?.querySelector<HTMLElement>('.compare-row button') ?? held?.querySelector<HTMLElement>('input:checked, input')
      target?.focus()
    })
  }

  return {
    file, facts, confirmable, body, marks: marksOf(body), sections, asked, current, since: earlier?.isOfYearBefore === true ? 'year' : 'time',
    hasRest: asked.some(({ isAnswered, last, path }) => !isAnswered && last !== undefined && isTakenWithRest(spec.kind, path)),
    errorAt, hintAt, set, leave: leaveField, fileChanged, choose, goTo,
    answer: (question, value, moves) => write(answered(body, question.path, value), moves ? question.path : null),
    chosenOf: (question) => chosenOf(question, body),
    takeLast: (question) => write(lastTaken(body, question, context), question.path),
    takeRest() {
      const patch = restTaken(body, context)
      // One moves on only where the question at hand was answered along with the rest.
      const stays = sectionsOf(withPatch(body, patch), { ...context, problems: [] }).some(({ questions }) => questions.some(({ path, isAnswered }) => path === current && !isAnswered))
      write(patch, stays || current === finish ? null : current)
    },
    moveOn(question) {
      // Proposals count once somebody has gone over them.
      const proposed = (question.path === 'hardshipFlags' || question.path === 'conclusion') && valueAt(body, question.path) !== undefined
      write(proposed ? agreed(body, question.path) : [], question.path)
    },
    edit(path) {
      setEdited((old) => new Set([...old, path]))
      goTo(path)
    },
    stand(path) {
      if (path === current) return
      setCurrent(path)
      at(path)
    },
  }
}

function startAt(asked: readonly Question[], field: string | null): string {
  const held = field === null ? null : questionAt(asked, field)
  return held?.path ?? nextOpen(asked, null)?.path ?? finish
}

function chosenOf({ kind, path, isAnswered }: Question, body: JsonObject): string | null {
  const marks = marksOf(body)
  if (kind === 'met') return ['UNREACHABLE', 'REFUSED', 'EXCLUDED'].find((result) => result === body.result) ?? (isAnswered ? 'met' : null)
  if (kind === 'agree' || kind === 'work') return isAnswered ? 'same' : marks.opened.includes(path) ? 'changed' : null
  if (kind === 'review') return !isEmpty(body.reviewOf) ? 'confirm' : isAnswered ? 'anew' : null
  if (kind === 'unchanged') return valueAt(body, path) === true ? 'same' : null
  return null
}
