import type { PlanCycle } from '../plan/cycles.ts'
import { isInCycle } from '../plan/cycles.ts'
import { addMonths, isIsoDate, latest } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { fail, ok } from '../result.ts'
import type { Problem, Result } from '../result.ts'
import { cycleRules } from './cycleRules.ts'
import { tidied } from './draft.ts'
import { isBlank } from './fields.ts'
import type { Loose } from './fields.ts'
import { recordKinds } from './kinds.ts'
import type { RecordKind, RecordTypes } from './kinds.ts'

/** Tied to a field by its path: `checkedOn`, `attempts.0.date`. Codes: required, invalid, future, outside-cycle. */
export interface FieldProblem extends Problem {
  readonly field: string
}

export interface CompletionContext {
  readonly today: IsoDate
  /** The latest day that entries or the county have named: a clock set back must not refuse honest dates. */
  readonly lastKnownDate: IsoDate
  readonly cycle: PlanCycle
  /** What the file holds already; each is checked only where it is given. */
  readonly known?: {
    readonly legalCapacity?: string | undefined
    /** The day of the assessment that reviewOf names. */
    readonly reviewedOn?: IsoDate | undefined
    /** Why that assessment cannot be confirmed, as a sentence. */
    readonly reviewRefusal?: string | undefined
    /** The assessment that a second rating names, as it stands; null: there is none. */
    readonly rated?: { readonly assessorId: unknown; readonly authorId: string | null; readonly instrumentVersion: unknown; readonly changeId: string; readonly drawn: boolean } | null | undefined
    /** Valid consents of the person. */
    readonly consents?: readonly { readonly id: string; readonly body: Loose }[]
  }
}

/** Checks a draft for completion: the typed record, or all that is still to do, in the order of the form. */
export function completeRecord<K extends RecordKind>(
  kind: K,
  draft: unknown,
  context: CompletionContext,
): Result<RecordTypes[K], FieldProblem[]> {
  const fields = tidied(kind, draft, context.cycle)
  const parsed = recordKinds[kind].schema.safeParse(fields)
  const issues = parsed.success ? [] : parsed.error.issues
  const problems: FieldProblem[] = issues.map((issue) => {
    const field = issue.path.join('.')
    return { code: isBlank(valueAt(fields, field)) ? 'required' : 'invalid', message: issue.message, field }
  })
  const all = inFormOrder(kind, [...problems, ...timeProblems(kind, fields, context), ...cycleProblems(kind, fields, context), ...knownProblems(kind, fields, context)])
  const open = kind === 'person' ? all.filter((problem) => !isToVerify(fields, problem)) : all
  if (open.length > 0) return fail(open)
  return ok((parsed.success ? parsed.data : fields) as RecordTypes[K])
}

/** What a roster brought in as doubtful waits, marked 待核实, for a person to look at; it must not stop other corrections of the file meanwhile. */
function isToVerify(fields: Loose, { field }: FieldProblem): boolean {
  const marks = fields.verification
  const root = field.split('.')[0] as string
  return root !== 'name' && root !== 'idNumber' && typeof marks === 'object' && marks !== null && Object.hasOwn(marks, root)
}

/** Hints while a form is being filled in: only what is wrong with what is there, never what is still missing. */
export function draftProblems(kind: RecordKind, draft: unknown, context: CompletionContext): FieldProblem[] {
  const result = completeRecord(kind, draft, context)
  const given: Loose = typeof draft === 'object' && draft !== null ? (draft as Loose) : {}
  return result.ok ? [] : result.error.filter((problem) => !isBlank(valueAt(given, problem.field)))
}

function timeProblems(kind: RecordKind, fields: Loose, { today, lastKnownDate, cycle }: CompletionContext): FieldProblem[] {
  const now = latest(today, lastKnownDate)
  const problems: FieldProblem[] = []
  for (const dated of recordKinds[kind].dates) {
    for (const [field, value] of datesAt(fields, dated.field)) {
      if (value > now) {
        problems.push({ code: 'future', message: `${dated.label}还没到。今天是 ${now.slice(5)}`, field })
      } else if (dated.inCycle && !isInCycle(value, cycle)) {
        problems.push({ code: 'outside-cycle', message: `${dated.label}不在 ${cycle.year} 年里，请改`, field })
      }
    }
  }
  if (kind !== 'person' && fields.cycleYear !== cycle.year) {
    problems.push({ code: 'outside-cycle', message: `这份记录属于 ${String(fields.cycleYear)} 年，请到那一年里填`, field: 'cycleYear' })
  }
  return problems
}

function cycleProblems(kind: RecordKind, fields: Loose, { cycle }: CompletionContext): FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const rule of cycleRules[kind] ?? []) rule(fields, cycle, (field, message) => problems.push({ code: isBlank(valueAt(fields, field)) ? 'required' : 'invalid', message, field }))
  return problems
}

function knownProblems(kind: RecordKind, fields: Loose, { cycle, known }: CompletionContext): FieldProblem[] {
  if (known === undefined) return []
  const problems: FieldProblem[] = []
  const add = (field: string, message: string) => problems.push({ code: 'invalid', message, field })
  if (kind === 'capabilityAssessment') {
    const limited = known.legalCapacity === 'LIMITED' || known.legalCapacity === 'NONE'
    if (limited && isBlank(fields.supporters)) add('supporters', '本人要有人在场支持，请填是谁')
    const { assessedOn } = fields
    const tooOld =
      !isBlank(fields.reviewOf) && known.reviewedOn !== undefined && isIsoDate(String(assessedOn)) &&
      addMonths(known.reviewedOn, cycle.thresholds.assessmentReviewMonths) < String(assessedOn)
    if (tooOld) add('reviewOf', `那次评估超过 ${cycle.thresholds.assessmentReviewMonths} 个月了，请重新评估`)
    else if (!isBlank(fields.reviewOf) && known.reviewRefusal !== undefined) add('reviewOf', known.reviewRefusal)
    const fault = consentFault(fields.consentId, 'ASSESSMENT', assessedOn, known.consents)
    if (fault !== null) add('consentId', fault)
  }
  if (kind === 'demandRegistration') {
    for (const [field, purpose] of [['shareConsentId', 'SHARE_EMPLOYER'], ['publishConsentId', 'PUBLISH']] as const) {
      const fault = consentFault(fields[field], purpose, fields.registeredOn, known.consents)
      if (fault !== null) add(field, fault)
    }
  }
  if (kind === 'secondRating' && known.rated !== undefined) {
    const fault = secondRatingFault(fields, known.rated)
    if (fault !== null) add(fault.field, fault.message)
  }
  // 民法典 19-22: who cannot decide alone is spoken for by the guardian. A disability of category 5 or 6 alone says nothing of this. Taking back is free to all.
  if (kind === 'consent' && isBlank(fields.withdrawnAt) && fields.givenBy === 'SELF' && (known.legalCapacity === 'LIMITED' || known.legalCapacity === 'NONE')) {
    add('givenBy', '档案里写着本人要由监护人代为决定，请监护人签')
  }
  if (kind === 'serviceRecord' && (fields.serviceType === '03' || !isBlank(fields.referrals)) && known.consents !== undefined) {
    const agreed = known.consents.some((consent) => consentFault(consent.id, 'SHARE_EMPLOYER', fields.servedOn, [consent]) === null)
    if (!agreed) add('referrals', '推荐岗位前，要本人同意把信息提供给用人单位。请先办同意')
  }
  return problems
}

/** 9.8: somebody else rates an assessment that was drawn, by the same version of the instrument. */
function secondRatingFault(fields: Loose, rated: NonNullable<CompletionContext['known']>['rated']): { readonly field: string; readonly message: string } | null {
  if (rated === null || rated === undefined) return { field: 'assessmentId', message: '没有找到那次评估，可能已经作废' }
  if (!rated.drawn) return { field: 'assessmentId', message: '这次评估没有抽到，不用第二个人再评' }
  if (fields.raterId === rated.assessorId || fields.raterId === rated.authorId) return { field: 'raterId', message: '第一次是您评的，请另一位同事来评' }
  if (fields.changeId !== rated.changeId) return { field: 'changeId', message: '那次评估后来改过，请重新打开再评' }
  return fields.instrumentVersion === rated.instrumentVersion ? null : { field: 'instrumentVersion', message: '两次评要用同一版量表' }
}

/** Why a consent does not carry what is done on a day, or null. */
export function consentFault(
  id: unknown,
  purpose: string,
  on: unknown,
  consents: readonly { readonly id: string; readonly body: Loose }[] | undefined,
): string | null {
  if (consents === undefined || isBlank(id)) return null
  const consent = consents.find((candidate) => candidate.id === id)
  if (consent === undefined) return '没有找到这份同意，请重新选'
  const { purpose: given, decision, givenAt, withdrawnAt } = consent.body
  if (given !== purpose) return '这份同意是为别的用途签的，请重新选'
  if (decision === 'DECLINED') return '这一次本人没有同意，请重新选'
  if (typeof on !== 'string') return null
  if (typeof givenAt === 'string' && givenAt > on) return `本人 ${givenAt} 才同意，晚于这一天，请改`
  if (typeof withdrawnAt === 'string' && withdrawnAt <= on) return `本人 ${withdrawnAt} 撤回了同意，请重新征求`
  return null
}

function inFormOrder(kind: RecordKind, problems: readonly FieldProblem[]): FieldProblem[] {
  const place = new Map(recordKinds[kind].fields.map((field, index) => [field, index]))
  const rank = (problem: FieldProblem) => place.get(problem.field.split('.')[0] ?? '') ?? place.size
  const seen = new Set<string>()
  return [...problems]
    .sort((a, b) => rank(a) - rank(b) || indexIn(a.field) - indexIn(b.field))
    .filter((problem) => !seen.has(problem.field) && seen.add(problem.field))
}

function indexIn(field: string): number {
  return Number(/\.(\d+)/.exec(field)?.[1] ?? -1)
}

function valueAt(fields: unknown, path: string): unknown {
  let value = fields
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Loose)[key]
  }
  return value
}

function datesAt(fields: Loose, path: string): [string, IsoDate][] {
  const [list, rest] = path.split('.*.')
  if (rest === undefined) {
    const value = valueAt(fields, path)
    return typeof value === 'string' && isIsoDate(value) ? [[path, value]] : []
  }
  const items = valueAt(fields, list as string)
  return (Array.isArray(items) ? items : []).flatMap((item, index) =>
    datesAt(item as Loose, rest).map(([, value]): [string, IsoDate] => [`${list}.${index}.${rest}`, value]),
  )
}
