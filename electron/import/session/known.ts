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

/** Also one whom an undone import brought in: they are taken up again under the same id. A person in the list comes before such a one. */
export function knownByNumber(store: Store, idNumber: string): KnownPerson | null {
  const row = prepared(store.sqlite, 'select id, fields from person where id_number = ? order by hidden, no limit 1').get(idNumber) as
    | { id: string; fields: string }
    | undefined
  return row === undefined ? null : { id: row.id, values: JSON.parse(row.fields) as JsonObject }
}

/** Each value with the change that it builds upon. */
export function patchFor(store: Store, personId: string, values: JsonObject): { [field: string]: PatchField } {
  const changes = changesOfFile(store.sqlite, personId).filter((change) => change.entity === 'person')
  return patchOf(foldLiving(changes), values)
}
