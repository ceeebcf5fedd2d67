import type { Json, JsonObject } from '../../domain/journal/change.ts'
import { workingAgeSpan } from '../../domain/identity/workingAge.ts'
import { cycleOfYear } from '../../domain/plan/index.ts'

/** The one place where the rules of the cycle meet the rows: facts of a person in, the row of one cycle out. */

export interface CaseDocument {
  readonly id: string
  readonly entity: string
  readonly body: JsonObject
}

export interface CaseFacts {
  readonly personId: string
  readonly fields: { readonly [field: string]: Json }
  /** Heads that are not void, in the order of their first change. */
  readonly documents: readonly CaseDocument[]
}

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
  readonly targetFrom: string
  readonly targetUntil: string
  readonly needFrom: string
  readonly needUntil: string
  readonly hasNeed: boolean | null
  readonly nextStep: number
  readonly dueOn: string
  readonly followUpOn: string
  readonly steps: readonly StoredStep[]
  readonly events: readonly CounterEvent[]
}

/** Later than every day that can fall due. */
export const never = '9999-12-31'

export function caseRowOf(facts: CaseFacts, year: string): CaseRow {
  const cycle = cycleOfYear(year)
  const birthDate = typeof facts.fields.birthDate === 'string' ? facts.fields.birthDate : null
  const sex = facts.fields.sex === '2' ? '2' : '1'
  const span = birthDate === null ? null : workingAgeSpan(birthDate, sex)
  return {
    targetFrom: span?.from ?? '',
    targetUntil: span?.until ?? '',
    needFrom: '',
    needUntil: '',
    hasNeed: null,
    nextStep: 1,
    dueOn: cycle.dueOn.infoCheck,
    followUpOn: '',
    steps: [],
    events: span === null ? [] : [{ name: 'target', on: span.from, delta: 1 }, { name: 'target', on: span.until, delta: -1 }],
  }
}

export function flagsOf(_facts: CaseFacts): StoredFlag[] {
  return []
}
