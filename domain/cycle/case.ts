import { codeLabel } from '../codes/index.ts'
import type { PlanCycle } from '../plan/cycles.ts'
import type { IsoDate } from '../plan/dates.ts'
import { stepNames } from '../plan/plans.ts'
import type { StepName } from '../plan/plans.ts'
import { checkOutcome, isAssessmentComplete, isRegistrationComplete, isServiceComplete, needOf } from './completion.ts'
import { dateIn, documentsIn, textIn } from './facts.ts'
import type { CaseFacts, Dated, DaySpan } from './facts.ts'
import { isPassed, reviewsOf } from '../review/review.ts'
import { targetStanding } from './target.ts'
import type { TargetStanding } from './target.ts'

/** notDue: nothing says yet that it is owed; closed: unreachable or declined, in a column of its own. What day it is decides nothing here. */
export type StepState = 'notDue' | 'due' | 'done' | 'notNeeded' | 'closed'

export interface StepStanding {
  readonly step: StepName
  readonly no: 1 | 2 | 3 | 4
  readonly state: StepState
  /** unreachable or refused, for a closed check. */
  readonly closedAs: 'unreachable' | 'refused' | null
  /** The first document that completed (or closed) the step. */
  readonly doneOn: IsoDate | null
  readonly by: string | null
  readonly byName: string | null
  readonly documentId: string | null
  /** All that complete it, oldest first. */
  readonly documentIds: readonly string[]
  readonly dueOn: IsoDate
  /** Why a step is not needed. */
  readonly because: string | null
}

export interface OrderWarning {
  readonly step: StepName
  readonly after: StepName
  readonly message: string
}

export interface CaseState {
  readonly cycleYear: string
  readonly target: DaySpan | null
  /** Why the person does not count, or no longer. */
  readonly outOfTarget: string | null
  readonly steps: readonly [StepStanding, StepStanding, StepStanding, StepStanding]
  /** What is done next; null when nothing is owed. */
  readonly nextStep: StepName | null
  readonly orderWarnings: readonly OrderWarning[]
  readonly need: boolean | null
  readonly noNeedReason: string | null
  readonly needSpan: DaySpan | null
  readonly stage: 'NOT_DUE' | 'DUE' | 'CLOSED' | 'NO_NEED' | 'IN_PROGRESS' | 'DONE'
  readonly complete: boolean
  /** The last day on which the newest registration stands; after it one renews. */
  readonly registrationValidUntil: IsoDate | null
  /** The next follow-up that services have named, by the newest service. */
  readonly followUpOn: IsoDate | null
}

export function caseOf(facts: CaseFacts, cycle: PlanCycle): CaseState {
  const state = caseFrom(stepDocuments(facts, cycle), targetStanding(facts, cycle), cycle)
  if (!cycle.completionNeedsReview) return state
  // What waits for the review was done all the same, in its order.
  return { ...state, orderWarnings: caseOf(facts, { ...cycle, completionNeedsReview: false }).orderWarnings }
}

/** The case as it was on a day: what is dated later had not happened yet. */
export function caseAt(facts: CaseFacts, cycle: PlanCycle, day: IsoDate): CaseState {
  return caseFrom(until(stepDocuments(facts, cycle), day), standingAt(targetStanding(facts, cycle), day), cycle)
}

/** An exclusion to come has not happened yet. */
export function standingAt(standing: TargetStanding, day: IsoDate): TargetStanding {
  const { span } = standing
  if (span === null || span.until === null || span.until <= day) return standing
  return { span: { from: span.from, until: null }, because: null }
}

/** The last run of days on which the latest check says that there is need, within the target span. */
export function needSpan(facts: CaseFacts, cycle: PlanCycle): DaySpan | null {
  return caseOf(facts, cycle).needSpan
}

/** Documents that complete their step, and checks that close it, oldest first. */
export interface StepDocuments {
  /** What a check says of need holds at once; `isCounted`: it also completes or closes the step. */
  readonly checks: readonly (Dated & { readonly outcome: 'done' | 'unreachable' | 'refused'; readonly isCounted: boolean })[]
  readonly assessments: readonly Dated[]
  readonly registrations: readonly Dated[]
  readonly services: readonly Dated[]
}

export function stepDocuments(facts: CaseFacts, cycle: PlanCycle): StepDocuments {
  const reviews = cycle.completionNeedsReview ? reviewsOf(facts) : []
  // A county may want every record looked at by somebody else before it counts.
  const isCounted = (document: Dated) => !cycle.completionNeedsReview || isPassed(document, reviews)
  return {
    checks: documentsIn(facts, 'infoCheck', cycle).flatMap((document) => {
      const outcome = checkOutcome(document, cycle)
      return outcome === 'incomplete' ? [] : [{ ...document, outcome, isCounted: isCounted(document) }]
    }),
    assessments: documentsIn(facts, 'capabilityAssessment', cycle).filter((document) => isAssessmentComplete(document, facts, cycle) && isCounted(document)),
    registrations: documentsIn(facts, 'demandRegistration', cycle).filter((document) => isRegistrationComplete(document) && isCounted(document)),
    services: documentsIn(facts, 'serviceRecord', cycle).filter((document) => isServiceComplete(document) && isCounted(document)),
  }
}

export function until(documents: StepDocuments, day: IsoDate): StepDocuments {
  const before = <T extends Dated>(list: readonly T[]) => list.filter(({ on }) => on <= day)
  return {
    checks: before(documents.checks),
    assessments: before(documents.assessments),
    registrations: before(documents.registrations),
    services: before(documents.services),
  }
}

export function caseFrom(documents: StepDocuments, standing: TargetStanding, cycle: PlanCycle): CaseState {
  const { span: target } = standing
  const answers = documents.checks.filter(({ outcome, body }) => outcome === 'done' && needOf(body) !== null)
  const last = answers.at(-1)
  const need = last === undefined ? null : needOf(last.body)
  const isOut = target === null || target.until !== null
  const noNeedReason = need === false && last !== undefined ? textIn(last.body, 'noNeedReason') : null

  const open = (wanted: StepState): { state: StepState; because: string | null } => {
    if (isOut) return { state: 'notNeeded', because: standing.because }
    if (wanted === 'notNeeded') return { state: wanted, because: codeLabel('noNeedReason', noNeedReason ?? 'OTHER') }
    return { state: wanted, because: null }
  }
  const later = need === null ? 'notDue' : need ? 'due' : 'notNeeded'
  const steps = [
    checkStep(documents.checks, open('due'), cycle),
    laterStep(2, documents.assessments, open(later), cycle),
    laterStep(3, documents.registrations, open(later), cycle),
    laterStep(4, documents.services, open(later), cycle),
  ] as const
  const isChecked = steps[0].state === 'done'
  const allDone = steps.every(({ state }) => state === 'done')
  const complete = need === false ? isChecked : need === true && allDone
  return {
    cycleYear: cycle.year,
    target,
    outOfTarget: standing.because,
    steps,
    nextStep: steps.find(({ state }) => state === 'due')?.step ?? null,
    orderWarnings: orderWarnings(steps),
    need,
    noNeedReason,
    needSpan: needRun(answers, target),
    stage: stageOf(steps[0].state, need, complete, target),
    complete,
    registrationValidUntil: validUntilOf(documents.registrations),
    followUpOn: documents.services.length === 0 ? null : dateIn((documents.services.at(-1) as Dated).body, 'followUpOn'),
  }
}

function stageOf(check: StepState, need: boolean | null, complete: boolean, target: DaySpan | null): CaseState['stage'] {
  if (complete) return need === true ? 'DONE' : 'NO_NEED'
  if (need === true) return 'IN_PROGRESS'
  if (check === 'closed') return 'CLOSED'
  return target === null ? 'NOT_DUE' : 'DUE'
}

type Open = { readonly state: StepState; readonly because: string | null }

function checkStep(checks: StepDocuments['checks'], open: Open, cycle: PlanCycle): StepStanding {
  const counted = checks.filter(({ isCounted }) => isCounted)
  const done = counted.filter(({ outcome }) => outcome === 'done')
  if (done.length > 0) return standingOf(1, done, { state: 'done', because: null }, cycle)
  const closing = counted.at(-1)
  if (closing === undefined) return standingOf(1, [], open, cycle)
  const closedAs = closing.outcome === 'refused' ? 'refused' : 'unreachable'
  return { ...standingOf(1, [closing], { state: 'closed', because: null }, cycle), closedAs }
}

/** What was done where there is no need is kept in sight, but the step stays not needed. */
function laterStep(no: 2 | 3 | 4, documents: readonly Dated[], open: Open, cycle: PlanCycle): StepStanding {
  const isDone = documents.length > 0 && open.state !== 'notNeeded'
  return standingOf(no, documents, isDone ? { state: 'done', because: null } : open, cycle)
}

function standingOf(no: 1 | 2 | 3 | 4, documents: readonly Dated[], { state, because }: Open, cycle: PlanCycle): StepStanding {
  const step = stepNames[no - 1] as StepName
  const first = documents[0]
  const author = authorFields[step]
  return {
    step, no, state, because,
    closedAs: null,
    doneOn: first?.on ?? null,
    by: first === undefined ? null : textIn(first.body, `${author}Id`),
    byName: first === undefined ? null : textIn(first.body, `${author}Name`),
    documentId: first?.id ?? null,
    documentIds: documents.map(({ id }) => id),
    dueOn: cycle.dueOn[step],
  }
}

const authorFields: Readonly<Record<StepName, string>> = {
  infoCheck: 'checker', capabilityAssessment: 'assessor', demandRegistration: 'clerk', serviceRecord: 'staff',
}

/** Warned about, never blocked: one visit can do all four on one day. */
function orderWarnings(steps: readonly StepStanding[]): OrderWarning[] {
  const warnings: OrderWarning[] = []
  for (const later of steps) {
    if (later.doneOn === null || later.state === 'closed') continue
    const doneOn = later.doneOn
    // What nobody owes is not missed.
    const earlier = steps.filter(({ no, state, doneOn: on }) => no < later.no && state !== 'closed' && (state !== 'notNeeded' || on !== null))
    const wrong = earlier.findLast((step) => step.doneOn === null || step.doneOn > doneOn)
    if (wrong === undefined) continue
    const [name, before] = [codeLabel('step', later.step), codeLabel('step', wrong.step)]
    const message = wrong.doneOn === null
      ? `${name}做了，${before}还没做`
      : `${name}（${doneOn.slice(5)}）早于${before}（${wrong.doneOn.slice(5)}），请看看日期`
    warnings.push({ step: later.step, after: wrong.step, message })
  }
  return warnings
}

function needRun(answers: readonly Dated[], target: DaySpan | null): DaySpan | null {
  if (target === null) return null
  const lastYes = answers.findLastIndex(({ body }) => needOf(body) === true)
  if (lastYes === -1) return null
  const lastNo = answers.slice(0, lastYes).findLastIndex(({ body }) => needOf(body) === false)
  const from = (answers[lastNo + 1] as Dated).on
  const ends = [answers[lastYes + 1]?.on, target.until].filter((day): day is IsoDate => typeof day === 'string').sort()
  const span = { from: from > target.from ? from : target.from, until: ends[0] ?? null }
  return span.until !== null && span.until <= span.from ? null : span
}

function validUntilOf(registrations: readonly Dated[]): IsoDate | null {
  const days = registrations.map(({ body }) => dateIn(body, 'validUntil')).filter((day) => day !== null)
  return days.sort().at(-1) ?? null
}
