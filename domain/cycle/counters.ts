import type { AgeRule } from '../plan/ageRules.ts'
import type { PlanCycle } from '../plan/cycles.ts'
import { addDays } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { stepNames } from '../plan/plans.ts'
import type { StepName } from '../plan/plans.ts'
import { caseFrom, standingAt, stepDocuments, until } from './case.ts'
import type { CaseState, StepDocuments } from './case.ts'
import { dateIn, holdsOn } from './facts.ts'
import type { CaseFacts, DaySpan } from './facts.ts'
import { targetSpan, targetStanding } from './target.ts'
import type { TargetStanding } from './target.ts'

/**
 * What dashboards add up. A case is turned into changes of counters at days; the sum of all changes up to a day is the figure of that day, so that
 * figures move with time and nobody writes anything. due.* and overdue.* exclude each other.
 */
export const counterNames = [
  'target', 'targetLegal', 'targetCdpf', 'checked', 'need', 'noNeed', 'assessed', 'registered', 'served', 'done', 'unreachable', 'refused', 'renewal',
  'due.infoCheck', 'due.capabilityAssessment', 'due.demandRegistration', 'due.serviceRecord',
  'overdue.infoCheck', 'overdue.capabilityAssessment', 'overdue.demandRegistration', 'overdue.serviceRecord',
] as const
export type CounterName = (typeof counterNames)[number]

export interface CounterEvent {
  readonly name: CounterName
  readonly on: IsoDate
  readonly delta: 1 | -1
}

interface Prepared {
  readonly documents: StepDocuments
  readonly standing: TargetStanding
  /** Whom each rule of working age counts, whichever of them decides. */
  readonly byRule: Readonly<Record<AgeRule, TargetStanding['span']>>
  readonly cycle: PlanCycle
}

function prepare(facts: CaseFacts, cycle: PlanCycle): Prepared {
  const standing = targetStanding(facts, cycle)
  const by = (ageRule: AgeRule) => (ageRule === cycle.ageRule ? standing.span : targetSpan(facts, cycle, { ageRule }))
  return { documents: stepDocuments(facts, cycle), standing, byRule: { LEGAL_2025: by('LEGAL_2025'), CDPF_2012: by('CDPF_2012') }, cycle }
}

/** The counters in which a case stands on a day. */
export function countersAt(facts: CaseFacts, cycle: PlanCycle, day: IsoDate): ReadonlySet<CounterName> {
  return countersOn(prepare(facts, cycle), day)
}

function countersOn({ documents, standing, byRule, cycle }: Prepared, day: IsoDate): Set<CounterName> {
  const counters = new Set<CounterName>()
  if (holdsOn(byRule.LEGAL_2025, day)) counters.add('targetLegal')
  if (holdsOn(byRule.CDPF_2012, day)) counters.add('targetCdpf')
  if (!holdsOn(standing.span, day)) return counters
  counters.add('target')
  const state = caseFrom(until(documents, day), standingAt(standing, day), cycle)
  const [check, assessment, registration, service] = state.steps
  const add = (name: CounterName, holds: boolean) => {
    if (holds) counters.add(name)
  }
  add('checked', check.state === 'done')
  add('unreachable', check.closedAs === 'unreachable')
  add('refused', check.closedAs === 'refused')
  add('need', state.need === true)
  add('noNeed', state.need === false)
  const inNeed = state.need === true
  add('assessed', inNeed && assessment.state === 'done')
  add('registered', inNeed && registration.state === 'done')
  add('served', inNeed && service.state === 'done')
  add('done', inNeed && state.complete)
  add('renewal', inNeed && state.registrationValidUntil !== null && state.registrationValidUntil < day)
  for (const { step, state: stepState, dueOn } of state.steps) {
    if (stepState === 'due') counters.add(dayName(step, day <= dueOn))
  }
  return counters
}

function dayName(step: StepName, isInTime: boolean): CounterName {
  return isInTime ? `due.${step}` : `overdue.${step}`
}

/** Counters change only at these days; between them nothing can. */
function turningDays({ documents, standing, byRule, cycle }: Prepared): IsoDate[] {
  const { checks, assessments, registrations, services } = documents
  const happened = [...checks, ...assessments, ...registrations, ...services].map(({ on }) => on)
  const overdue = stepNames.map((step) => addDays(cycle.dueOn[step], 1))
  const renewals = registrations.flatMap(({ body }) => {
    const last = dateIn(body, 'validUntil')
    return last === null ? [] : [addDays(last, 1)]
  })
  const spans = [standing.span, byRule.LEGAL_2025, byRule.CDPF_2012].flatMap((span) => [span?.from, span?.until])
  const days = [...happened, ...overdue, ...renewals, ...spans].filter((day): day is IsoDate => typeof day === 'string')
  return [...new Set(days)].sort()
}

export function counterEvents(facts: CaseFacts, cycle: PlanCycle): CounterEvent[] {
  return eventsOf(prepare(facts, cycle))
}

export interface OnlyBy {
  readonly rule: AgeRule
  readonly span: DaySpan
}

export interface CaseReading {
  readonly state: CaseState
  readonly events: CounterEvent[]
  /** Both rules begin on the same birthday, so that a person counts by both from the same day on, or by one of them alone; null: by both or by none. */
  readonly onlyBy: OnlyBy | null
}

/** The case, its counters and the rule of working age in one reading of the facts, for whoever projects many. */
export function caseWithEvents(facts: CaseFacts, cycle: PlanCycle): CaseReading {
  const prepared = prepare(facts, cycle)
  const { LEGAL_2025: legal, CDPF_2012: cdpf } = prepared.byRule
  const onlyBy: OnlyBy | null =
    legal !== null && cdpf === null ? { rule: 'LEGAL_2025', span: legal } : cdpf !== null && legal === null ? { rule: 'CDPF_2012', span: cdpf } : null
  return { state: caseFrom(prepared.documents, prepared.standing, cycle), events: eventsOf(prepared), onlyBy }
}

function eventsOf(prepared: Prepared): CounterEvent[] {
  const events: CounterEvent[] = []
  let before: ReadonlySet<CounterName> = new Set()
  for (const on of turningDays(prepared)) {
    const now = countersOn(prepared, on)
    for (const name of counterNames) {
      if (now.has(name) && !before.has(name)) events.push({ name, on, delta: 1 })
      if (!now.has(name) && before.has(name)) events.push({ name, on, delta: -1 })
    }
    before = now
  }
  return events
}
