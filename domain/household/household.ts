import { holdsOn } from '../cycle/facts.ts'
import type { DaySpan } from '../cycle/facts.ts'
import { workingAgeSpan } from '../identity/workingAge.ts'
import { isIsoDate } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import type { HouseholdMember, HouseholdPart, KnownHousehold } from './types.ts'

/**
 * A household is the union of the files with one household number: the holders themselves, and the members without a certificate that any of them names.
 * Whoever is named twice (same name, same birth date) counts once, and a holder is never counted again as a member.
 */

/** On one day. A member counts as a worker when of working age and in work, or out of work but able and willing. */
export function householdFacts(members: readonly HouseholdMember[], holders: readonly HouseholdPart[], on: IsoDate): KnownHousehold {
  const present = holders.filter(({ gone }) => !gone.some((span) => holdsOn(span, on)))
  const states = [...present.map((holder) => workOf(holder, on)), ...members.map((member) => workOfMember(member, on))]
  const count = (wanted: Work) => states.filter((state) => state === wanted).length
  const [employed, idle, unknown] = [count('employed'), count('idle'), count('unknown')]
  const known = { holders: present.filter(({ isHolder }) => isHolder).length, unknown }
  // Somebody at work settles it, whatever is unknown of the others; otherwise nobody can say that all are without work.
  return unknown > 0 && employed === 0 ? known : { ...known, workers: employed + idle, employed }
}

/** Members of all files, each once. Where two files differ, work outweighs the wish for it, and that outweighs neither: we never say more than all agree on. */
export function membersOnce(parts: readonly HouseholdPart[]): HouseholdMember[] {
  const holders = new Set(parts.map(({ name, birthDate }) => keyOf(name, birthDate)))
  const found = new Map<string, HouseholdMember>()
  for (const member of parts.flatMap(({ members }) => members).sort(byId)) {
    const key = keyOf(member.name, member.birthDate ?? null)
    if (member.birthDate !== undefined && holders.has(key)) continue
    const known = found.get(key)
    if (known === undefined || rank(member) > rank(known)) found.set(key, member)
  }
  return [...found.values()]
}

export function factsOfParts(parts: readonly HouseholdPart[], on: IsoDate): KnownHousehold {
  return householdFacts(membersOnce(parts), parts, on)
}

export interface HouseholdRun extends DaySpan {
  readonly facts: KnownHousehold
}

/** Before everything. */
const always: IsoDate = '1900-01-01'

/** The household on every day, as runs in which nothing changes; the last one is open. */
export function householdRuns(parts: readonly HouseholdPart[]): HouseholdRun[] {
  const members = membersOnce(parts)
  const days = [always, ...new Set([...parts.flatMap(daysOfPart), ...members.flatMap((member) => daysOf(ageOfMember(member)))])]
    .filter((day) => day >= always)
    .sort()
  const runs: HouseholdRun[] = []
  for (const day of days) {
    const facts = householdFacts(members, parts, day)
    const last = runs.at(-1)
    if (last !== undefined && isSame(last.facts, facts)) continue
    if (last !== undefined) runs[runs.length - 1] = { ...last, until: day }
    runs.push({ from: day, until: null, facts })
  }
  return runs
}

type Work = 'employed' | 'idle' | 'unknown' | 'none'

function workOf(holder: HouseholdPart, on: IsoDate): Work {
  if (holder.workingAge !== null && !holdsOn(holder.workingAge, on)) return 'none'
  if (holder.outOfWork.some((span) => holdsOn(span, on))) return 'none'
  const state = holder.states.findLast(([from]) => from <= on)?.[1] ?? null
  if (state === 'EMPLOYED') return 'employed'
  if (state === 'NOT_IN_LABOUR_FORCE' || !holder.ableAndWilling) return 'none'
  return state === null ? 'unknown' : 'idle'
}

function workOfMember(member: HouseholdMember, on: IsoDate): Work {
  const age = ageOfMember(member)
  if (age !== null && !holdsOn(age, on)) return 'none'
  if (member.state === 'EMPLOYED') return 'employed'
  return member.state === 'UNEMPLOYED' && member.ableAndWilling ? 'idle' : 'none'
}

/** null: nobody knows the age, so that it keeps nobody out. */
function ageOfMember({ birthDate, sex }: HouseholdMember): DaySpan | null {
  if (birthDate === undefined || !isIsoDate(birthDate) || (sex !== '1' && sex !== '2')) return null
  return workingAgeSpan(birthDate, sex)
}

function daysOfPart({ workingAge, states, gone, outOfWork }: HouseholdPart): IsoDate[] {
  return [...daysOf(workingAge), ...states.map(([from]) => from), ...gone.flatMap(daysOf), ...outOfWork.flatMap(daysOf)].filter((day) => day !== '')
}

function daysOf(span: DaySpan | null): IsoDate[] {
  if (span === null) return []
  return span.until === null ? [span.from] : [span.from, span.until]
}

function isSame(a: KnownHousehold, b: KnownHousehold): boolean {
  return a.holders === b.holders && a.workers === b.workers && a.employed === b.employed && a.unknown === b.unknown
}

function rank({ state, ableAndWilling }: HouseholdMember): number {
  return state === 'EMPLOYED' ? 2 : state === 'UNEMPLOYED' && ableAndWilling ? 1 : 0
}

function keyOf(name: string, birthDate: IsoDate | null): string {
  return `${name.trim()}\n${birthDate ?? ''}`
}

function byId(a: HouseholdMember, b: HouseholdMember): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
