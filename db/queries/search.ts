import { nameCharacters } from '../projection/names.ts'
import { prepared } from '../prepared.ts'
import type { Store } from '../store.ts'
import { lookUpsFor } from './find.ts'
import type { LookUp, Why } from './find.ts'
import { cycleFor } from './list.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

export interface Found {
  readonly row: PersonRow
  readonly why: Why
}

/** So many are weighed before the best are shown. */
const mostWeighed = 200

/** As you type: whoever is called so comes first, then whose name begins so, then the others by name. */
export function searchPersons(store: Store, input: { readonly text: string; readonly limit: number }, today: string): Found[] {
  const year = cycleFor(store, today)
  const found = new Map<number, { no: number; why: Why; rank: number; nameKey: string }>()
  const wanted = nameCharacters(input.text).join('')
  for (const lookUp of lookUpsFor(input.text)) {
    for (const hit of hitsOf(store, lookUp)) {
      if (!found.has(hit.no)) found.set(hit.no, { ...hit, why: lookUp.why, rank: rankOf(hit.name, wanted) })
    }
  }
  const best = [...found.values()].sort((a, b) => a.rank - b.rank || (a.nameKey < b.nameKey ? -1 : a.nameKey > b.nameKey ? 1 : a.no - b.no))
  const rows = rowsOf(store, best.slice(0, input.limit).map((hit) => hit.no), year, today)
  return rows.map((row, index) => ({ row, why: (best[index] as { why: Why }).why }))
}

interface Hit {
  readonly no: number
  readonly name: string
  readonly nameKey: string
}

function hitsOf(store: Store, lookUp: LookUp): Hit[] {
  return prepared(store.sqlite, hitsSql(lookUp)).all(...lookUp.values) as Hit[]
}

/** A cross join is gone through from left to right: from the few that were looked up to their persons, never from everybody. */
export function hitsSql(lookUp: Pick<LookUp, 'sql'>): string {
  return `select p.no, p.name, p.name_key as nameKey from (${lookUp.sql} limit ${mostWeighed}) h cross join person p on p.no = h.no where p.hidden = 0`
}

function rankOf(name: string, wanted: string): number {
  const characters = nameCharacters(name).join('')
  return characters === wanted ? 0 : characters.startsWith(wanted) ? 1 : 2
}
