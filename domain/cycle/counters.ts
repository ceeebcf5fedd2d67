import type { PlanCycle } from '../plan/cycles.ts'
import { addDays } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { stepNames } from '../plan/plans.ts'
import type { StepName } from '../plan/plans.ts'
import { caseFrom, standingAt, stepDocuments, until } from './case.ts'
import type { CaseState, StepDocuments } from './case.ts'
import { dateIn, holdsOn } from './facts.ts'
import type { CaseFacts } from './facts.ts'
import { targetSpan, targetStanding } from './target.ts'
import type { TargetStanding } from './target.ts'

/**
 * What dashboards add up. A case is turned into changes of counters at days; the sum of all changes up to a day is the figure of that day, so that
 * figures move with time and nobody writes anything. due.* and overdue.* exclude each other.
 */
export const counterNames = [
  'target', 'targetCdpf', 'checked', 'need', 'noNeed', 'assessed', 'registered', 'served', 'done', 'unreachable', 'refused', 'renewal',
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
  readonly cdpf: TargetStanding['span']
  readonly cycle: PlanCycle
}

function prepare(facts: CaseFacts, cycle: PlanCycle): Prepared {
  return {
    documents: stepDocuments(facts, cycle),
    standing: targetStanding(facts, cycle),
    cdpf: targetSpan(facts, cycle, { ageRule: 'CDPF_2012' }),
    cycle,
  }
}

/** The counters in which a case stands on a day. */
export function countersAt(facts: CaseFacts, cycle: PlanCycle, day: IsoDate): ReadonlySet<CounterName> {
  return countersOn(prepare(facts, cycle), day)
}

function countersOn({ documents, standing, cdpf, cycle }: Prepared, day: IsoDate): Set<CounterName> {
  const counters = new Set<CounterName>()
  if (holdsOn(cdpf, day)) counters.add('targetCdpf')
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
function turningDays({ documents, standing, cdpf, cycle }: Prepared): IsoDate[] {
  const { checks, assessments, registrations, services } = documents
  const happened = [...checks, ...assessments, ...registrations, ...services].map(({ on }) => on)
  const overdue = stepNames.map((step) => addDays(cycle.dueOn[step], 1))
  const renewals = registrations.flatMap(({ body }) => {
    const last = dateIn(body, 'validUntil')
    return last === null ? [] : [addDays(last, 1)]
  })
  const spans = [standing.span, cdpf].flatMap((span) => [span?.from, span?.until])
  const days = [...happened, ...overdue, ...renewals, ...spans].filter((day): day is IsoDate => typeof day === 'string')
  return [...new Set(days)].sort()
}

export function counterEvents(facts: CaseFacts, cycle: PlanCycle): CounterEvent[] {
  return eventsOf(prepare(facts, cycle))
}

/** The case and its counters in one reading of the facts, for whoever projects many. */
export function caseWithEvents(facts: CaseFacts, cycle: PlanCycle): { state: CaseState; events: CounterEvent[] } {
  const prepared = prepare(facts, cycle)
  return { state: caseFrom(prepared.documents, prepared.standing, cycle), events: eventsOf(prepared) }
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
