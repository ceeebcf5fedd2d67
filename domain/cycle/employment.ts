import { endOf } from '../employment/index.ts'
import { addDays } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { dateIn, documentsOf, textIn } from './facts.ts'
import type { CaseFacts, Dated } from './facts.ts'

/** A statement about work: what holds from a day on, until something later is said. */
interface Statement {
  readonly from: IsoDate
  /** Last day; null: open. */
  readonly to: IsoDate | null
  readonly state: string
  /** On the same day a period outweighs a check, a check the roster. */
  readonly weight: number
}

/** EMPLOYED, UNEMPLOYED, NOT_IN_LABOUR_FORCE, or null where nobody has said. */
export function employmentStateOn(facts: CaseFacts, day: IsoDate): string | null {
  return stateAt(statementsOf(facts), day)
}

/** What the state of a day rests on, and the day from which that was said; null where nobody has said. */
export function employmentBasisOn(facts: CaseFacts, day: IsoDate): { readonly by: 'period' | 'check' | 'roster'; readonly from: IsoDate | null } | null {
  const found = statementAt(statementsOf(facts), day)
  if (found === null) return null
  return { by: found.weight === 3 ? 'period' : found.weight === 2 ? 'check' : 'roster', from: found.from === undated ? null : found.from }
}

/** The state on any day, for days before a first roster as that roster says, and the days on which it may change. */
export function employmentTimeline(facts: CaseFacts): { stateOn: (day: IsoDate) => string | null; changes: IsoDate[] } {
  const statements = statementsOf(facts)
  const changes = statements.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]))
  return { stateOn: (day) => stateAt(statements, day) ?? onlyRosterBefore(statements, day), changes: changes.filter((day) => day !== undated) }
}

/** A roster without a date: older than everything else. */
const undated = ''

function statementsOf(facts: CaseFacts): Statement[] {
  const statements: Statement[] = []
  const { standing, fallen } = periodsOf(facts)
  const roster = textIn(facts.person, 'employmentState')
  const rosterOn = dateIn(facts.person, 'employmentStateOn') ?? undated
  // What the record of a fallen period wrote into the file on the same day fell with it.
  const isFallen = fallen.some(({ on, body }) => on === rosterOn && body.state === roster)
  if (roster !== null && !isFallen) statements.push({ from: rosterOn, to: null, state: roster, weight: 1 })
  for (const { on, body } of documentsOf(facts, 'infoCheck')) {
    // Where nobody answered, a state is one that the form had filled in beforehand.
    const isAnswered = body.result !== 'UNREACHABLE' && body.result !== 'REFUSED'
    const state = isAnswered ? textIn(body, 'employmentState') : null
    if (state !== null) statements.push({ from: on, to: null, state, weight: 2 })
  }
  for (const { on, body } of standing) {
    const state = textIn(body, 'state')
    if (state !== null) statements.push({ from: on, to: dateIn(body, 'endOn'), state, weight: 3 })
  }
  return statements
}

/** Periods, oldest first: a period that a check or a service opened stands as long as that record stands and says the same of work. */
export function periodsOf(facts: CaseFacts): { readonly standing: readonly Dated[]; readonly fallen: readonly Dated[] } {
  const periods = documentsOf(facts, 'employmentPeriod')
  const stands = ({ body }: Dated): boolean => {
    const sourceId = textIn(body, 'sourceId')
    if (sourceId === null) return true
    const source = facts.documents.find(({ id }) => id === sourceId)
    if (source === undefined) return false
    if (source.entity === 'serviceRecord') return source.body.result === 'EMPLOYED'
    // What followed a job that had been left.
    if (source.entity === 'placementCheck') return source.body.inJob === false
    return source.body.employmentState === body.state
  }
  const standing = periods.filter(stands)
  const ids = new Set(standing.map(({ id }) => id))
  // A period that another one ended goes on where that one fell.
  const asTheyStand = standing.map((period) => (endOf(period, ids) === dateIn(period.body, 'endOn') ? period : { ...period, body: { ...period.body, endOn: undefined } }))
  return { standing: asTheyStand, fallen: periods.filter((period) => !stands(period)) }
}

function stateAt(statements: readonly Statement[], day: IsoDate): string | null {
  return statementAt(statements, day)?.state ?? null
}

function statementAt(statements: readonly Statement[], day: IsoDate): Statement | null {
  let best: Statement | null = null
  let lastEnd: IsoDate | null = null
  let isInPeriod = false
  for (const statement of statements) {
    if (statement.from > day) continue
    if (statement.to !== null && statement.to < day) {
      if (lastEnd === null || statement.to > lastEnd) lastEnd = statement.to
      continue
    }
    if (statement.weight === 3) isInPeriod = true
    if (best === null || statement.from > best.from || (statement.from === best.from && statement.weight >= best.weight)) best = statement
  }
  // After a period has ended, what was said before its end no longer tells anything.
  if (!isInPeriod && best !== null && lastEnd !== null && best.from <= lastEnd) return null
  return best
}

/**
 * A roster says what was so when it was made, not since when: where it is the first that anybody said, it holds for the days before as well. Otherwise
 * everybody whom a roster of today calls employed would count as out of work until yesterday.
 */
function onlyRosterBefore(statements: readonly Statement[], day: IsoDate): string | null {
  const roster = statements.find(({ weight }) => weight === 1)
  const isFirst = roster !== undefined && roster.from > day && statements.every((other) => other === roster || other.from > roster.from)
  return isFirst ? roster.state : null
}
