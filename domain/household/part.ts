import { needOf } from '../cycle/completion.ts'
import { employmentTimeline } from '../cycle/employment.ts'
import { dateIn, documentsOf, textIn } from '../cycle/facts.ts'
import type { CaseFacts, Dated, DaySpan } from '../cycle/facts.ts'
import { ageSpanOf } from '../cycle/target.ts'
import { addDays } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { listIn } from '../records/fields.ts'
import type { HouseholdMember, HouseholdPart, StateRun } from './types.ts'

const leaves = ['DECEASED', 'MOVED_OUT', 'ABROAD_SETTLED']
const staysWithoutWork = ['IMPRISONED', 'MILITARY', 'RETIRED_PENSION']

/** The part of one file in its household; null for whoever is in none. */
export function householdPartOf(facts: CaseFacts): { readonly householdId: string; readonly part: HouseholdPart } | null {
  const { person } = facts
  const householdId = textIn(person, 'householdId')
  if (householdId === null) return null
  return {
    householdId,
    part: {
      name: textIn(person, 'name') ?? '',
      birthDate: dateIn(person, 'birthDate'),
      isHolder: textIn(person, 'certNumber') !== null && person.certStatus !== 'CANCELLED',
      workingAge: ageSpanOf(person, 'LEGAL_2025'),
      states: stateRuns(facts),
      ableAndWilling: isAbleAndWilling(facts),
      gone: exclusionSpans(facts, leaves),
      outOfWork: exclusionSpans(facts, staysWithoutWork),
      members: membersOf(person),
    },
  }
}

export function membersOf(person: CaseFacts['person']): HouseholdMember[] {
  return listIn(person.householdMembers).filter((item): item is HouseholdMember => typeof item === 'object' && item !== null)
}

function stateRuns(facts: CaseFacts): StateRun[] {
  const { stateOn, changes } = employmentTimeline(facts)
  const runs: StateRun[] = []
  // The day before everything that was ever said.
  const days = ['', ...[...new Set(changes)].sort()] as const
  for (const day of days) {
    const state = stateOn(day === '' ? '0001-01-01' : day)
    if (runs.length === 0 || runs.at(-1)?.[1] !== state) runs.push([day, state])
  }
  return runs
}

/** As last said: by the newest check that was answered, else by the file. Nobody is taken for unwilling who was not asked. */
function isAbleAndWilling(facts: CaseFacts): boolean {
  if (facts.person.workCapacity === 'LOST') return false
  const check = documentsOf(facts, 'infoCheck').findLast(({ body }) => needOf(body) !== null)
  return check?.body.workWillingness !== 'UNWILLING' && check?.body.workWillingness !== 'UNABLE'
}

function exclusionSpans(facts: CaseFacts, reasons: readonly string[]): DaySpan[] {
  const written = documentsOf(facts, 'exclusion')
    .filter(({ body }) => reasons.includes(String(body.reason)))
    .map(({ on, body }): DaySpan => ({ from: on, until: dayAfter(dateIn(body, 'endedOn')) }))
  const checks = documentsOf(facts, 'infoCheck')
  const found = checks.flatMap((check, index): DaySpan[] => {
    const isOut = check.body.result === 'EXCLUDED' && reasons.includes(String(check.body.exclusionReason))
    return isOut ? [{ from: check.on, until: answeredAfter(checks.slice(index + 1)) }] : []
  })
  return [...written, ...found]
}

/** Whoever answered again is back. */
function answeredAfter(checks: readonly Dated[]): IsoDate | null {
  return checks.find(({ body }) => body.result !== 'EXCLUDED' && needOf(body) !== null)?.on ?? null
}

function dayAfter(day: IsoDate | null): IsoDate | null {
  return day === null ? null : addDays(day, 1)
}
