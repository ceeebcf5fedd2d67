import type { Database } from 'better-sqlite3'
import { readStated } from '../cycle.ts'
import { readMeta, writeMeta } from '../meta.ts'
import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'

/** When the rules of a cycle move, every row that rests on them is behind; catchUp.ts writes them anew. */

/** The `no` of the last file that was written by the rules of now; nothing when all are. */
const placeKey = 'reprojectAfter'

/** Call it after the documents of the county were written. */
export function noteCountyValues(sqlite: Database): void {
  const now = JSON.stringify(readStated(sqlite))
  if ((readMeta(sqlite, 'countyValues') ?? '[]') === now) return
  writeMeta(sqlite, 'countyValues', now)
  rulesMoved(sqlite)
}

/** The county that the store belongs to: it decides who is in charge of whom. */
export function noteCounty({ sqlite }: Store, code: string): void {
  if (readMeta(sqlite, 'countyCode') === code) return
  sqlite
    .transaction(() => {
      writeMeta(sqlite, 'countyCode', code)
      rulesMoved(sqlite)
    })
    .immediate()
}

/** From the first file on, also when a round was under way. */
export function rulesMoved(sqlite: Database): void {
  const hasPersons = preparedValue(sqlite, 'select 1 from person limit 1').get() !== undefined
  if (hasPersons) writeMeta(sqlite, placeKey, '0')
}

export function placeOf(sqlite: Database): number | null {
  const place = readMeta(sqlite, placeKey)
  return place === null ? null : Number(place)
}

export function keepPlace(sqlite: Database, no: number | null): void {
  if (no === null) prepared(sqlite, 'delete from meta where key = ?').run(placeKey)
  else writeMeta(sqlite, placeKey, String(no))
}
