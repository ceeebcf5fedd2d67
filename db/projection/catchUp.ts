import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'
import { keepPlace, placeOf } from './county.ts'
import { project } from './project.ts'

/**
 * Writes anew what rests on rules that have moved (the county has stated other values, the county became known, a year with another plan began): a few files
 * at a time, each time in one transaction with the place up to which it is done, so that saving goes on meanwhile, figures stay sums of what rows say, and a
 * computer that was switched off goes on where it stopped.
 */

/** Files that are still written by the rules of before. */
export function filesBehind({ sqlite }: Store): number {
  const after = placeOf(sqlite)
  return after === null ? 0 : (preparedValue(sqlite, 'select count(*) from person where no > ?').get(after) as number)
}

export function isBehind({ sqlite }: Store): boolean {
  return placeOf(sqlite) !== null
}

/** The next files; answers how many were written. */
export function catchUp(store: Store, atOnce: number): number {
  const { sqlite } = store
  let written = 0
  sqlite
    .transaction(() => {
      const after = placeOf(sqlite)
      if (after === null) return
      const rows = prepared(sqlite, 'select no, id from person where no > ? order by no limit ?').all(after, atOnce) as { no: number; id: string }[]
      project(store, rows.map(({ id }) => id))
      written = rows.length
      keepPlace(sqlite, rows.length < atOnce ? null : (rows.at(-1)?.no ?? null))
    })
    .immediate()
  return written
}

export function catchUpAll(store: Store, onProgress?: (done: number, total: number) => void): void {
  const total = filesBehind(store)
  let done = 0
  while (isBehind(store)) {
    done += catchUp(store, 500)
    onProgress?.(done, total)
  }
}
