import { foldLiving, patchOf } from '../../../domain/journal/fold.ts'
import type { JsonObject, PatchField } from '../../../domain/journal/change.ts'
import { changesOfFile } from '../../../db/journal/rows.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Store } from '../../../db/store.ts'

/** Persons already in the store, found by number. */

export interface KnownPerson {
  readonly id: string
  readonly values: JsonObject
}

/**
 * Also one whom an undone import brought in: they are taken up again under the same id. A person in the list comes before such a one. A file that was
 * merged with another leads to the one that is shown.
 */
export function knownByNumber(store: Store, idNumber: string): KnownPerson | null {
  const row = prepared(
    store.sqlite,
    `select coalesce(s.id, p.id) as id, coalesce(s.fields, p.fields) as fields, case when s.id is null then null else p.fields end as merged
     from person p left join person s on s.id = p.merged_into where p.id_number = ? order by min(p.hidden, coalesce(s.hidden, 1)), p.no limit 1`,
  ).get(idNumber) as { id: string; fields: string; merged: string | null } | undefined
  if (row === undefined) return null
  const values = JSON.parse(row.fields) as JsonObject
  if (row.merged === null) return { id: row.id, values }
  // Somebody has decided which numbers are right: a roster with the other ones changes nothing about them.
  const { certNumber } = JSON.parse(row.merged) as JsonObject
  return { id: row.id, values: { ...values, idNumber, ...(certNumber === undefined ? {} : { certNumber }) } }
}

/** Each value with the change that it builds upon. */
export function patchFor(store: Store, personId: string, values: JsonObject): { [field: string]: PatchField } {
  const changes = changesOfFile(store.sqlite, personId).filter((change) => change.entity === 'person')
  return patchOf(foldLiving(changes), values)
}
