import { employmentStateOn, needOf } from '../cycle/index.ts'
import { dateIn, documentsOf } from '../cycle/facts.ts'
import type { CaseFacts, DaySpan } from '../cycle/facts.ts'
import { birthdayAfter } from '../identity/calendar.ts'
import { addDays } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import type { Thresholds } from '../plan/plans.ts'
import { groupRules } from './rules.ts'
import type { Basis, GroupFlag, HouseholdFacts, Known, RestsOn } from './rules.ts'

/** A group that the plan owes something: from which day, until which, and why, in words and with the facts behind them. */
export interface Group extends DaySpan {
  readonly flag: GroupFlag
  readonly because: string
  readonly basis: readonly Basis[]
  readonly restsOn: RestsOn
}

/** From the beginning, for facts that carry no day. */
export const always: IsoDate = '1900-01-01'
/** The state that is known last holds on. */
const endOfTime: IsoDate = '9999-12-31'

/** What the facts say by themselves: the groups of a person, each with its days, so that time moves without a write. */
export function groupsOf(facts: CaseFacts, thresholds: Thresholds, household: HouseholdFacts = {}): Group[] {
  const check = documentsOf(facts, 'infoCheck').findLast(({ body }) => needOf(body) !== null) ?? null
  const known: Known = { facts, thresholds, household, state: employmentStateOn(facts, endOfTime), check }
  return groupRules.flatMap(([flag, rule]) => {
    const found = rule(known)
    if (found === null) return []
    const { because, basis, restsOn, from = always, until = null } = found
    return until !== null && until <= from ? [] : [{ flag, from, until, because, basis, restsOn }]
  })
}

export function groupsOn<G extends DaySpan>(groups: readonly G[], day: IsoDate): G[] {
  return groups.filter(({ from, until }) => from <= day && (until === null || day < until))
}

/** The last day of the certificate: as printed, or ten years after it was issued; null where neither is known. */
export function certificateUntil(person: CaseFacts['person']): IsoDate | null {
  const issuedOn = dateIn(person, 'certIssuedOn')
  return dateIn(person, 'certValidUntil') ?? (issuedOn === null ? null : addDays(birthdayAfter(issuedOn, 10), -1))
}
