import { dateIn, documentsOf, textIn } from '../cycle/facts.ts'
import type { CaseFacts } from '../cycle/facts.ts'
import { periodsOf } from '../cycle/employment.ts'
import { addMonths } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'

/**
 * 2.7, Placement: a job that our work led to, and the looks at it some months after its first day. Nothing of it is stored: it follows from the periods and
 * the checks. A job that somebody found alone is a period, too, but nobody is owed a check for it.
 */

export interface PlacementCheckState {
  readonly month: number
  readonly dueOn: IsoDate
  /** done; missed: a later look has been made; due: owed from `dueOn` on; notNeeded: the job had ended by then. */
  readonly state: 'done' | 'missed' | 'due' | 'notNeeded'
  readonly doneOn: IsoDate | null
  readonly documentId: string | null
}

export interface Placement {
  readonly periodId: string
  readonly startOn: IsoDate
  readonly endOn: IsoDate | null
  readonly employerName: string | null
  readonly jobTitle: string | null
  readonly checks: readonly PlacementCheckState[]
  /** The look that comes next; null when none is owed any more. */
  readonly next: { readonly month: number; readonly dueOn: IsoDate } | null
}

/** Placed by the federation: channel 1. */
const ownChannel = '1'

/** Newest first. */
export function placementsOf(facts: CaseFacts, months: readonly number[]): Placement[] {
  const checks = documentsOf(facts, 'placementCheck')
  const periods = periodsOf(facts).standing.filter(({ body }) => {
    return body.state === 'EMPLOYED' && (body.source === 'serviceRecord' || textIn(body, 'channel') === ownChannel)
  })
  return periods.reverse().map(({ id, on, body }) => {
    const endOn = dateIn(body, 'endOn')
    const own = checks.filter((check) => check.body.periodId === id)
    const latestDone = own.reduce((latest, check) => Math.max(latest, Number(check.body.month)), 0)
    const states = months.map((month): PlacementCheckState => {
      const dueOn = addMonths(on, month)
      const done = own.findLast((check) => check.body.month === month)
      const state = done !== undefined ? 'done' : month < latestDone ? 'missed' : endOn !== null ? 'notNeeded' : 'due'
      return { month, dueOn, state, doneOn: done?.on ?? null, documentId: done?.id ?? null }
    })
    const next = states.find(({ state }) => state === 'due')
    return {
      periodId: id, startOn: on, endOn,
      employerName: textIn(body, 'employerName'),
      jobTitle: textIn(body, 'jobTitle'),
      checks: states,
      next: next === undefined ? null : { month: next.month, dueOn: next.dueOn },
    }
  })
}

/** The placement that is looked at next; null when there is none. */
export function openPlacement(facts: CaseFacts, months: readonly number[]): Placement | null {
  return placementsOf(facts, months).find((placement) => placement.next !== null) ?? null
}
