import { addDays } from '../../domain/plan/index.ts'
import { matchesSql } from './find.ts'
import type { Mark } from '../projection/marks.ts'

/** A filter of the list as SQL over case_state `c`; every value is bound. */

export interface PersonFilter {
  readonly text?: string | undefined
  readonly town?: string | undefined
  readonly village?: string | undefined
  readonly population?: 'all' | 'target' | 'need' | undefined
  readonly step?: 1 | 2 | 3 | 4 | 'done' | 'none' | undefined
  readonly due?: 'overdue' | 'week' | 'month' | undefined
  readonly flags?: readonly string[] | undefined
  readonly toVerify?: boolean | undefined
  readonly mark?: Mark | undefined
  readonly responsibleId?: string | undefined
}

export interface Where {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

const inTarget = `c.target_from <> '' and c.target_from <= ? and c.target_until > ?`
const inNeed = `c.need_from <> '' and c.need_from <= ? and c.need_until > ?`
/** Days ahead. */
const spans = { week: 7, month: 30 } as const

export function whereOf(filter: PersonFilter, cycleYear: string, today: string): Where {
  const parts: string[] = ['c.cycle_year = ?']
  const values: (string | number)[] = [cycleYear]
  const and = (sql: string, ...bound: (string | number)[]) => {
    parts.push(sql)
    values.push(...bound)
  }
  if (filter.town !== undefined) and('c.town = ?', filter.town)
  if (filter.village !== undefined) and('c.village = ?', filter.village)
  if (filter.population === 'target' || filter.population === 'need') and(inTarget, today, today)
  if (filter.population === 'need') and(inNeed, today, today)
  if (filter.step === 'done') and('c.next_step = 5')
  else if (filter.step === 'none') and(`(c.next_step = 0 or not (${inTarget}))`, today, today)
  else if (filter.step !== undefined) and(`c.next_step = ? and ${inTarget}`, filter.step, today, today)
  if (filter.due !== undefined) addDue(filter.due, today, and)
  for (const flag of filter.flags ?? []) {
    and('c.no in (select no from person_flag where flag = ? and from_on <= ? and until_on > ?)', flag, today, today)
  }
  if (filter.toVerify === true) and('c.no in (select no from person where to_verify > 0)')
  if (filter.toVerify === false) and('c.no not in (select no from person where to_verify > 0)')
  if (filter.mark === 'received') and(`c.no not in (select no from person where mark <> 'received')`)
  else if (filter.mark !== undefined) and(`c.no in (select no from person where mark <> 'received' and mark = ?)`, filter.mark)
  if (filter.responsibleId !== undefined) and('c.no in (select no from person where responsible_id = ?)', filter.responsibleId)
  if (filter.text !== undefined && filter.text.trim() !== '') {
    const match = matchesSql(filter.text)
    and(`c.no in (${match.sql})`, ...match.values)
  }
  return { sql: parts.join(' and '), values }
}

/** Only what is owed by somebody in the target population today counts as due. */
function addDue(due: 'overdue' | 'week' | 'month', today: string, and: (sql: string, ...bound: string[]) => void): void {
  const owed = `c.next_step between 1 and 4 and ${inTarget}`
  if (due === 'overdue') and(`c.due_on < ? and ${owed}`, today, today, today)
  else and(`c.due_on >= ? and c.due_on <= ? and ${owed}`, today, addDays(today, spans[due]), today, today)
}
