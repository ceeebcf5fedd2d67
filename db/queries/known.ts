import type { Json } from '../../domain/journal/change.ts'
import { prepared } from '../prepared.ts'
import type { Store } from '../store.ts'

export interface KnownPerson {
  readonly id: string
  readonly idNumber: string
  readonly fields: { readonly [field: string]: Json }
}

/** Persons with one of these numbers, by number; of several with the same, the first that came. Who was taken back is not known any more. */
export function personsByIdNumber(store: Store, idNumbers: Iterable<string>): Map<string, KnownPerson> {
  const find = prepared(
    store.sqlite,
    'select id, id_number as idNumber, fields from person where id_number = ? and hidden = 0 order by no limit 1',
  )
  const known = new Map<string, KnownPerson>()
  for (const idNumber of idNumbers) {
    const row = find.get(idNumber) as { id: string; idNumber: string; fields: string } | undefined
    if (row !== undefined) known.set(idNumber, { ...row, fields: JSON.parse(row.fields) as KnownPerson['fields'] })
  }
  return known
}
