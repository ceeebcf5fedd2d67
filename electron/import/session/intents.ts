import type { JsonObject } from '../../../domain/journal/change.ts'
import type { Intent } from '../../../db/journal/commit.ts'
import type { Store } from '../../../db/store.ts'
import { freshValues, joinRows, valuesToWrite } from './compare.ts'
import { displayValue } from './display.ts'
import { knownByNumber, patchFor } from './known.ts'
import type { RowTable, TableRow } from './rowTable.ts'

/** What a confirmed import writes, made while it is written: the persons one by one, then the record of the import itself. */

export interface ImportTally {
  added: number
  updated: number
  unchanged: number
  /** Persons with a field that waits for a look at the paper. */
  toVerify: number
}

const pageSize = 500

export function* importIntents(options: {
  readonly store: Store
  readonly table: RowTable
  readonly tally: ImportTally
  /** The body of the record of the import; asked for when all persons are written. */
  readonly record: () => JsonObject
  readonly onPerson: (done: number) => void
}): Generator<Intent> {
  const { store, table, tally } = options
  let after = 0
  let done = 0
  for (;;) {
    const leaders = table.leadersAfter(after, pageSize)
    if (leaders.length === 0) break
    for (const leader of leaders) {
      const intent = intentFor(store, [leader, ...table.followersOf(leader.no)], tally)
      if (intent !== null) yield intent
      done += 1
      options.onPerson(done)
    }
    after = leaders.at(-1)?.no ?? after
  }
  yield { kind: 'create', entity: 'rosterImport', entityId: store.deps.newId(), personId: null, body: options.record() }
}

/** Compared anew: between preview and confirm the county may have sent something. */
function intentFor(store: Store, rows: readonly TableRow[], tally: ImportTally): Intent | null {
  const incoming = joinRows(rows, displayValue)
  const { idNumber } = incoming.fields
  const known = typeof idNumber === 'string' ? knownByNumber(store, idNumber) : null
  if (known === null) {
    const personId = store.deps.newId()
    const values = freshValues(incoming)
    tally.added += 1
    if (values.verification !== undefined) tally.toVerify += 1
    const fields = Object.fromEntries(Object.entries(values).map(([field, after]) => [field, { after, basedOn: null }]))
    return { kind: 'patch', entity: 'person', entityId: personId, personId, fields }
  }
  const values = valuesToWrite(known.values, incoming)
  if (Object.keys(values).length === 0) {
    tally.unchanged += 1
    return null
  }
  if (values.withdrawn === false) tally.added += 1
  else tally.updated += 1
  if (values.verification !== undefined) tally.toVerify += 1
  return { kind: 'patch', entity: 'person', entityId: known.id, personId: known.id, fields: patchFor(store, known.id, values) }
}
