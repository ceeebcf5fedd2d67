import { project } from '../projection/project.ts'
import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'

/** Letting go of a person who is no longer in the device's scope. The county has everything about them: that is asked first. */

export function hasUnsent(store: Store, personId: string): boolean {
  const change = preparedValue(
    store.sqlite,
    `select 1 from change c join delivery d on d.change_id = c.id where c.file_id = ? and d.state in ('pending', 'sealed', 'refused') limit 1`,
  ).get(personId)
  // An unfinished form is work too.
  const draft = preparedValue(store.sqlite, 'select 1 from draft where person_id = ? limit 1').get(personId)
  return change !== undefined || draft !== undefined
}

/** Call it within a transaction. */
export function dropPerson(store: Store, personId: string): void {
  const { sqlite } = store
  const first = preparedValue(sqlite, 'select min(seq) from change where file_id = ?').get(personId)
  if (typeof first !== 'number') return
  prepared(sqlite, 'delete from delivery where change_id in (select id from change where file_id = ? and seq <> ?)').run(personId, first)
  prepared(sqlite, 'delete from change where file_id = ? and seq <> ?').run(personId, first)
  // Told as an erasure, the one change left takes the person out of lists, search and counters; then it goes as well.
  prepared(sqlite, `update change set entity = 'person', kind = 'erase', fields = null, salt = null where seq = ?`).run(first)
  project(store, [personId])
  for (const table of ['document', 'reference'] as const) prepared(sqlite, `delete from ${table} where person_id = ?`).run(personId)
  prepared(sqlite, 'delete from case_state where no = ?').run(first)
  prepared(sqlite, 'delete from person where id = ?').run(personId)
  prepared(sqlite, 'delete from delivery where change_id = (select id from change where seq = ?)').run(first)
  prepared(sqlite, 'delete from change where seq = ?').run(first)
}
