import { checkedFields } from '../../../domain/records/index.ts'
import { lastAnswerAt } from '../../../domain/visit/lastAnswers.ts'
import type { Asked } from '../../../domain/visit/flow.ts'
import type { FieldProblem, JsonObject } from '../../api/client.ts'
import { shownGroups } from '../records/controls.ts'
import type { FileFacts } from '../records/fileFacts.ts'
import { isEmpty, valueAt } from '../records/formSpec.ts'
import type { FieldSpec, FormSpec, GroupSpec } from '../records/formSpec.ts'
import { isBegun, scaleSections, surroundingsSection } from './grades.ts'
import { marksOf } from './marks.ts'
import type { Marks } from './marks.ts'

/** The forms as questions of a visit: only what is open is asked; what is known is shown; what may be left out stands aside. */

export type CompareGroup = keyof typeof checkedFields
export const compareGroups = ['contact', 'place', 'certificate', 'self', 'household'] as const satisfies readonly CompareGroup[]

/** After the last question: a look at it all, and handing in. */
export const finish = '@finish'
/** A place without a question: a section where nothing is asked. */
export const sectionMark = '@section.'

export interface Question extends Asked {
  /**
   * one, many: options with keys. write: a field. part: a piece of the form with fields of its own. grade: a row of the instrument. met, agree, work,
   * review, unchanged: questions that only a visit asks.
   */
  readonly kind: 'one' | 'many' | 'write' | 'part' | 'grade' | 'met' | 'agree' | 'work' | 'review' | 'unchanged'
  /** The fields of the form behind it. */
  readonly fields: readonly FieldSpec[]
  readonly needed: boolean
  /** False: it stands in sight, but a visit does not stop at it. */
  readonly isAsked: boolean
  /** What the record before says, where it may be said again. */
  readonly last: JsonObject[string] | undefined
}

export interface Section {
  readonly key: string
  readonly label: GroupSpec['label'] | 'scale'
  readonly questions: readonly Question[]
  /** Filled in by us and shown. */
  readonly known: readonly FieldSpec[]
  /** Need not be answered. */
  readonly extra: readonly FieldSpec[]
}

export interface VisitContext {
  readonly spec: FormSpec
  readonly facts: FileFacts
  readonly today: string
  /** The fields of the person. */
  readonly file: JsonObject
  /** The record of this kind before. */
  readonly earlier: JsonObject | null
  /** An earlier assessment may stand on. */
  readonly mayConfirm: boolean
  readonly problems: readonly FieldProblem[]
  /** The person has agreed that employers get their name. */
  readonly mayRefer: boolean
  /** Known fields that are to be changed after all. */
  readonly edited: ReadonlySet<string>
}

export function sectionsOf(body: JsonObject, context: VisitContext): Section[] {
  const marks = marksOf(body)
  return shownGroups(context.spec, body, context.facts)
    .flatMap((group) => {
      if (waitsForReview(group.label, body, marks, context)) return []
      if (group.label === 'items') return scaleSections(body, context)
      if (group.label === 'environment') return surroundingsSection(body, context)
      return [sectionOf(group, body, marks, context)]
    })
    .filter(({ questions, known, extra }) => questions.length + known.length + extra.length > 0)
}

function sectionOf(group: { readonly label: GroupSpec['label']; readonly fields: readonly FieldSpec[] }, body: JsonObject, marks: Marks, context: VisitContext): Section {
  const questions: Question[] = []
  const known: FieldSpec[] = []
  const extra: FieldSpec[] = []
  for (const piece of pieces(group.fields)) {
    const first = piece[0] as FieldSpec
    if (first.path === 'changes') questions.push(...agreements(first, body, marks))
    else if (first.path === 'review') questions.push(...reviews(first, body, marks, context))
    else if (first.path === 'result' && context.spec.kind === 'infoCheck') questions.push(met(first, body, marks))
    else if (isKnown(first, body, context)) known.push(...piece)
    else {
      const question = questionOf(piece, body, marks, context)
      if (question.needed || question.last !== undefined || asked.has(question.path) || context.edited.has(question.path) || isHeldJob(question.path, body)) questions.push(question)
      else extra.push(...piece)
    }
  }
  return { key: group.label, label: group.label, ...(isOfWork(group.label, body, marks) ? { questions: asWork(questions, body, marks, context), known } : { questions, known }), extra }
}

/** Whether the items are asked at all is known once it is said whether the earlier assessment stands. */
function waitsForReview(label: string, body: JsonObject, marks: Marks, { spec, mayConfirm }: VisitContext): boolean {
  const isLater = label === 'items' || label === 'environment' || label === 'advice'
  return spec.kind === 'capabilityAssessment' && isLater && mayConfirm && isEmpty(body.reviewOf) && !marks.opened.includes('reviewOf') && !isBegun(body)
}

/** Fields that make one thing, such as the parts of a signature, are one question. */
function pieces(fields: readonly FieldSpec[]): FieldSpec[][] {
  const result: FieldSpec[][] = []
  for (const field of fields) {
    const before = result.at(-1)
    const prefix = prefixOf(field)
    if (before !== undefined && prefix !== null && prefixOf(before[0] as FieldSpec) === prefix) before.push(field)
    else result.push([field])
  }
  return result
}

function prefixOf({ path }: FieldSpec): string | null {
  return path.includes('.') ? (path.split('.')[0] ?? null) : null
}

/** Asked although it may be left out: the next follow-up closes a visit. */
const asked: ReadonlySet<string> = new Set(['followUpOn'])

/** What a fresh form brings along by itself. */
const filledIn: ReadonlySet<string> = new Set([
  'checkedOn', 'assessedOn', 'registeredOn', 'servedOn', 'validUntil', 'consentId', 'shareConsentId', 'publishConsentId', 'accommodationNeeds',
])
/** What stands on with a confirmed assessment. */
const standing: ReadonlySet<string> = new Set(['advice', 'conclusion', 'assistiveDevices'])

function isKnown({ path }: FieldSpec, body: JsonObject, { edited, problems }: VisitContext): boolean {
  if (edited.has(path) || isAtFault(path, body, problems)) return false
  if (standing.has(path)) return !isEmpty(body.reviewOf)
  return filledIn.has(path) && !isEmpty(valueAt(body, path))
}

/** Something is written there, and it will not do. */
function isAtFault(path: string, body: JsonObject, problems: readonly FieldProblem[]): boolean {
  return !isEmpty(valueAt(body, path)) && problems.some((problem) => problem.path === path || problem.path.startsWith(`${path}.`))
}

function questionOf(piece: readonly FieldSpec[], body: JsonObject, marks: Marks, context: VisitContext): Question {
  const { spec, facts, today, earlier, problems } = context
  const first = piece[0] as FieldSpec
  const path = piece.length > 1 ? (prefixOf(first) ?? first.path) : first.path
  const must = piece.filter(({ needed }) => (typeof needed === 'function' ? needed(body, facts) : needed === true))
  const kind = kindOf(piece)
  return {
    path, kind, fields: piece, isAsked: true, needed: must.length > 0 || path === 'advice',
    last: lastAnswerAt(spec.kind, earlier, path, today) as Question['last'],
    isAnswered: (path === 'referralConsent' ? context.mayRefer : isAnswered(path, kind, must, body, marks)) && !isAtFault(path, body, problems),
  }
}

function kindOf(piece: readonly FieldSpec[]): Question['kind'] {
  const { kind, path } = piece[0] as FieldSpec
  if (piece.length > 1 || kind === 'rows') return 'part'
  if (kind === 'special') return path === 'targetAreas' ? 'many' : 'part'
  if (kind === 'code' || kind === 'yesNo' || kind === 'rating') return 'one'
  return kind === 'codes' ? 'many' : 'write'
}

function isAnswered(path: string, kind: Question['kind'], must: readonly FieldSpec[], body: JsonObject, marks: Marks): boolean {
  // Proposed by us: it counts once somebody has looked at it.
  if (path === 'hardshipFlags' || path === 'conclusion') return marks.agreed.includes(path) && valueAt(body, path) !== undefined
  if (path === 'advice') return !isEmpty(body.suggestedForms) && Array.isArray(body.suggestedFamilies) && Array.isArray(body.suggestedTraining)
  if (kind === 'part' && must.length > 0) return must.every((field) => !isEmpty(valueAt(body, field.path)) || isOnPad(field.path, body))
  return !isEmpty(valueAt(body, path))
}

/** A signature on the pad lies nowhere. */
function isOnPad(path: string, body: JsonObject): boolean {
  return path === 'signature.paperLocation' && !isEmpty(valueAt(body, 'signature.image'))
}

function met(field: FieldSpec, body: JsonObject, marks: Marks): Question {
  return { path: 'result', kind: 'met', fields: [field], needed: true, isAsked: true, last: undefined, isAnswered: marks.met || !isEmpty(body.result) }
}

/** 去年 / 现在 / 变了, group by group: unchanged is one key. */
function agreements(field: FieldSpec, body: JsonObject, marks: Marks): Question[] {
  const isSettled = !marks.met && (body.result === 'MATCH' || body.result === 'UPDATED')
  return compareGroups.map((group) => {
    const path = `changes.@${group}`
    return { path, kind: 'agree', fields: [field], needed: true, isAsked: true, last: undefined, isAnswered: isSettled || marks.agreed.includes(path) }
  })
}

const workPath = 'employmentState'

/** What is known of a job is read out with the state of work. */
function isHeldJob(path: string, body: JsonObject): boolean {
  return path === 'job' && !isEmpty(body.job)
}

function isOfWork(label: string, body: JsonObject, marks: Marks): boolean {
  return label === 'work' && !isEmpty(body[workPath]) && !marks.opened.includes(workPath)
}

/** What the file says of work is confirmed as one; what it does not say yet is asked. */
function asWork(questions: readonly Question[], body: JsonObject, marks: Marks, { file }: VisitContext): Question[] {
  const isSaid = ({ path }: Question) => path === workPath || isHeldJob(path, body) || (!isEmpty(body[path]) && body[path] === file[path])
  const said = questions.filter(isSaid)
  const whole: Question = {
    path: workPath, kind: 'work', fields: said.flatMap(({ fields }) => fields), needed: true, last: undefined, isAsked: true, isAnswered: marks.agreed.includes(workPath),
  }
  return [whole, ...questions.filter((question) => !isSaid(question))]
}

function reviews(field: FieldSpec, body: JsonObject, marks: Marks, { mayConfirm }: VisitContext): Question[] {
  const base = { fields: [field], needed: true, isAsked: true, last: undefined }
  const isConfirming = !isEmpty(body.reviewOf)
  if (!mayConfirm && !isConfirming) return []
  const first: Question = { ...base, path: 'reviewOf', kind: 'review', isAnswered: isConfirming || marks.opened.includes('reviewOf') || isBegun(body) }
  if (!isConfirming) return [first]
  return [
    first,
    ...(['certificate', 'health', 'job'] as const).map((what): Question => {
      const path = `unchanged.${what}`
      return { ...base, path, kind: 'unchanged', isAnswered: valueAt(body, path) === true }
    }),
  ]
}
