import { caseWithEvents } from '../../domain/cycle/index.ts'
import type { CaseFacts, CaseState } from '../../domain/cycle/index.ts'
import { countedGroups } from '../../domain/groups/index.ts'
import type { Group } from '../../domain/groups/index.ts'
import type { PlanCycle, Thresholds } from '../../domain/plan/index.ts'

/** The one place where the rules of the cycle meet the rows: facts of a person in, the row of one cycle out. */

export interface StoredStep {
  readonly step: 1 | 2 | 3 | 4
  readonly state: 'notDue' | 'due' | 'done' | 'notNeeded' | 'closed'
  readonly doneOn: string | null
  readonly dueOn: string | null
  readonly documentId: string | null
}

export interface CounterEvent {
  readonly name: string
  readonly on: string
  readonly delta: number
}

export interface StoredFlag {
  readonly flag: string
  readonly from: string
  /** First day on which it no longer holds. */
  readonly until: string
}

export interface CaseRow {
  /** Days are '' for never. */
  readonly targetFrom: string
  readonly targetUntil: string
  readonly needFrom: string
  readonly needUntil: string
  readonly hasNeed: boolean | null
  /** 1..4, 5 = all four done, 0 = nothing to do. */
  readonly nextStep: number
  readonly dueOn: string
  readonly followUpOn: string
  readonly steps: readonly StoredStep[]
  readonly events: readonly CounterEvent[]
  /** The one rule of working age that counts the person, where the other does not; '' otherwise. */
  readonly onlyRule: string
  readonly onlyFrom: string
  readonly onlyUntil: string
}

/** Later than every day that can fall due. */
export const never = '9999-12-31'

export function caseRowOf(facts: CaseFacts, cycle: PlanCycle): CaseRow {
  const { state, events, onlyBy } = caseWithEvents(facts, cycle)
  const next = state.steps.find(({ step }) => step === state.nextStep)
  return {
    targetFrom: state.target?.from ?? '',
    targetUntil: state.target === null ? '' : (state.target.until ?? never),
    needFrom: state.needSpan?.from ?? '',
    needUntil: state.needSpan === null ? '' : (state.needSpan.until ?? never),
    hasNeed: state.need,
    nextStep: next?.no ?? (state.stage === 'DONE' ? 5 : 0),
    dueOn: next?.dueOn ?? never,
    followUpOn: state.followUpOn ?? '',
    steps: state.steps.map(storedStep),
    events,
    onlyRule: onlyBy?.rule ?? '',
    onlyFrom: onlyBy?.span.from ?? '',
    onlyUntil: onlyBy === null ? '' : (onlyBy.span.until ?? never),
  }
}

function storedStep({ no, state, doneOn, dueOn, documentId }: CaseState['steps'][number]): StoredStep {
  return { step: no, state, doneOn, dueOn: state === 'due' ? dueOn : null, documentId }
}

/** Groups with their days. What depends on others of the household is not among them; see households.ts. */
export function flagsOf(facts: CaseFacts, thresholds: Thresholds): StoredFlag[] {
  return storedFlags(countedGroups(facts, thresholds))
}

export function storedFlags(groups: readonly Group[]): StoredFlag[] {
  return groups.map(({ flag, from, until }) => ({ flag, from, until: until ?? never }))
}
