import { addDays } from '../../domain/plan/index.ts'
import type { Mark } from '../projection/marks.ts'
import { matchesSql } from './find.ts'

/** A filter of the list in two kinds of conditions: on columns of case_state `c`, and on sets of persons. Every value is bound. */

export interface PersonFilter {
  readonly text?: string | undefined
  readonly town?: string | undefined
  readonly village?: string | undefined
  readonly population?: 'all' | 'target' | 'need' | 'oneRule' | undefined
  readonly step?: 1 | 2 | 3 | 4 | 'done' | 'none' | undefined
  readonly due?: 'overdue' | 'week' | 'month' | undefined
  readonly flags?: readonly string[] | undefined
  readonly toVerify?: boolean | undefined
  readonly mark?: Mark | undefined
  readonly responsibleId?: string | undefined
}

type Value = string | number

export interface Bound {
  readonly sql: string
  readonly values: readonly Value[]
}

export interface Condition extends Bound {
  /** A column that not every index of case_state holds. */
  readonly column?: 'village' | 'due_on'
}

/** Persons by their `no`, read from one index that holds all of it; a `no` may come more than once. */
export interface PersonSet extends Bound {
  /** Those of the list who are not in the set. */
  readonly isWithout?: boolean
  /** Nobody in it is hidden: without other conditions its size is the total. */
  readonly isShown?: boolean
}

export interface Where {
  readonly cycleYear: string
  readonly conditions: readonly Condition[]
  readonly sets: readonly PersonSet[]
}

const inTarget = `c.target_from <> '' and c.target_from <= ? and c.target_until > ?`
const inNeed = `c.need_from <> '' and c.need_from <= ? and c.need_until > ?`
/** Days ahead. */
const spans = { week: 7, month: 30 } as const

export function whereOf(filter: PersonFilter, cycleYear: string, today: string): Where {
  return { cycleYear, conditions: conditionsOf(filter, today), sets: setsOf(filter, cycleYear, today) }
}

function conditionsOf(filter: PersonFilter, today: string): Condition[] {
  const conditions: Condition[] = []
  const and = (sql: string, ...values: Value[]) => conditions.push({ sql, values })
  if (filter.town !== undefined) and('c.town = ?', filter.town)
  if (filter.village !== undefined) conditions.push({ sql: 'c.village = ?', values: [filter.village], column: 'village' })
  if (filter.population === 'target' || filter.population === 'need') and(inTarget, today, today)
  if (filter.population === 'need') and(inNeed, today, today)
  if (filter.step === 'done') and('c.next_step = 5')
  else if (filter.step === 'none') and(`(c.next_step = 0 or not (${inTarget}))`, today, today)
  else if (filter.step !== undefined) and(`c.next_step = ? and ${inTarget}`, filter.step, today, today)
  if (filter.due !== undefined) {
    const { sql, values } = dueOf(filter.due, today)
    conditions.push({ sql, values, column: 'due_on' })
    // Only what is owed by somebody in the target population today counts as due.
    and(`c.next_step between 1 and 4 and ${inTarget}`, today, today)
  }
  return conditions
}

function dueOf(due: 'overdue' | 'week' | 'month', today: string): Bound {
  if (due === 'overdue') return { sql: 'c.due_on < ?', values: [today] }
  return { sql: 'c.due_on >= ? and c.due_on <= ?', values: [today, addDays(today, spans[due])] }
}

function setsOf(filter: PersonFilter, cycleYear: string, today: string): PersonSet[] {
  const sets: PersonSet[] = []
  if (filter.text !== undefined && filter.text.trim() !== '') sets.push(matchesSql(filter.text))
  // Whom only one of the two rules of working age counts: by the other they are not there.
  if (filter.population === 'oneRule') {
    sets.push({ sql: `select no from case_state where cycle_year = ? and only_rule <> '' and only_from <= ? and only_until > ?`, values: [cycleYear, today, today], isShown: true })
  }
  for (const flag of filter.flags ?? []) {
    sets.push({ sql: 'select no from person_flag where flag = ? and from_on <= ? and until_on > ?', values: [flag, today, today], isShown: true })
  }
  if (filter.toVerify !== undefined) sets.push({ sql: 'select no from person where to_verify > 0', values: [], isWithout: !filter.toVerify })
  if (filter.mark === 'received') sets.push({ sql: `select no from person where mark <> 'received'`, values: [], isWithout: true })
  else if (filter.mark !== undefined) sets.push({ sql: `select no from person where mark <> 'received' and mark = ?`, values: [filter.mark] })
  if (filter.responsibleId !== undefined) sets.push({ sql: 'select no from person where responsible_id = ?', values: [filter.responsibleId] })
  return sets
}
