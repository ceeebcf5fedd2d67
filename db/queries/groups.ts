import { graduateProgress } from '../../domain/groups/index.ts'
import type { JsonObject } from '../../domain/journal/change.ts'
import type { GraduateStep } from '../../domain/plan/index.ts'
import { prepared } from '../prepared.ts'
import type { Store } from '../store.ts'
import { cycleFor } from './list.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

/** How many people are in each group, and how far the plans of the graduates have come. */

export function groupCounts(store: Store, today: string): { readonly flag: string; readonly people: number }[] {
  return prepared(
    store.sqlite,
    `select f.flag, count(distinct f.no) as people from person_flag f where f.from_on <= ? and f.until_on > ? group by f.flag order by f.flag`,
  ).all(today, today) as { flag: string; people: number }[]
}

export interface GraduateRow {
  readonly row: PersonRow
  readonly openedOn: string | null
  readonly responsibleName: string | null
  readonly done: number
  readonly owed: number
  readonly outcome: string | null
}

export interface GraduateList {
  readonly total: number
  readonly withPlan: number
  readonly owed: number
  readonly rows: GraduateRow[]
}

interface Found {
  readonly no: number
  readonly id: string
  readonly plan: JsonObject | null
  readonly done: number
}

/** Those without a plan first, then those of whom most is still owed; whose outcome is known come last. */
export function graduates(store: Store, today: string, template: readonly GraduateStep[], offset: number, limit: number): GraduateList {
  const owed = template.reduce((sum, { count }) => sum + count, 0)
  const found = (
    prepared(
      store.sqlite,
      `select distinct p.no, p.id from person_flag f join person p on p.no = f.no
       where f.flag = 'GRADUATE' and f.from_on <= ? and f.until_on > ? and p.hidden = 0 order by p.name_key, p.no`,
    ).all(today, today) as { no: number; id: string }[]
  ).map(({ no, id }): Found => {
    const plan = planOf(store, id)
    return { no, id, plan, done: plan === null ? 0 : graduateProgress(plan, servicesOf(store, id), template).done }
  })
  const rank = ({ plan, done }: Found) => (plan === null ? -1 : done + (isOpen(plan) ? 0 : owed + 1))
  const page = [...found].sort((a, b) => rank(a) - rank(b)).slice(offset, offset + limit)
  const rows = new Map(rowsOf(store, page.map(({ no }) => no), cycleFor(store, today), today).map((row) => [row.id, row]))
  return {
    total: found.length,
    withPlan: found.filter(({ plan }) => plan !== null).length,
    owed,
    rows: page.flatMap(({ id, plan, done }): GraduateRow[] => {
      const row = rows.get(id)
      return row === undefined ? [] : [{ row, done, owed, openedOn: wordIn(plan, 'openedOn'), responsibleName: wordIn(plan, 'responsibleName'), outcome: wordIn(plan, 'outcome') }]
    }),
  }
}

/** From the rows of the documents, so that a list folds no files. The same choice as graduatePlanOf makes. */
function planOf(store: Store, personId: string): JsonObject | null {
  const plans = summaries(store, personId, 'graduatePlan')
  return plans.findLast(isOpen) ?? plans.at(-1) ?? null
}

function servicesOf(store: Store, personId: string): { id: string; body: JsonObject }[] {
  return summaries(store, personId, 'serviceRecord').map((body) => ({ id: String(body.id), body }))
}

function summaries(store: Store, personId: string, entity: string): JsonObject[] {
  const rows = prepared(
    store.sqlite,
    // By the person: the index of the kinds lies in the wanted order, but holds everybody's.
    'select id, summary from document indexed by document_person where person_id = ? and entity = ? and voided = 0 and on_date is not null order by on_date, id',
  ).all(personId, entity) as { id: string; summary: string }[]
  return rows.map(({ id, summary }) => ({ ...(JSON.parse(summary) as JsonObject), id }))
}

function isOpen(plan: JsonObject): boolean {
  return plan.outcome === undefined
}

function wordIn(plan: JsonObject | null, field: string): string | null {
  const value = plan?.[field]
  return typeof value === 'string' ? value : null
}
