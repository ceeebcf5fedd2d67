import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'
import { cycleFor } from './list.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

/** Requests of people about their own data that wait for an answer, the most urgent first. */

export interface OpenRequest {
  readonly documentId: string
  readonly row: PersonRow
  readonly kind: string
  readonly receivedOn: string
  readonly dueOn: string
}

interface Found {
  readonly documentId: string
  readonly personId: string
  readonly kind: string
  readonly receivedOn: string
  readonly dueOn: string
}

const openSql = `select id as documentId, person_id as personId, summary ->> '$.kind' as kind, summary ->> '$.receivedOn' as receivedOn, summary ->> '$.dueOn' as dueOn
  from document where entity = 'rightsRequest' and voided = 0 and person_id is not null and summary ->> '$.dueOn' is not null and summary ->> '$.doneOn' is null
  order by dueOn, id`

export function openRequests(store: Store, today: string): OpenRequest[] {
  const found = prepared(store.sqlite, openSql).all() as Found[]
  const find = preparedValue(store.sqlite, 'select no from person where id = ? and hidden = 0')
  const nos = [...new Set(found.map(({ personId }) => personId))].flatMap((id) => (find.get(id) as number | undefined) ?? [])
  const rows = new Map(rowsOf(store, nos, cycleFor(store, today), today).map((row) => [row.id, row]))
  return found.flatMap(({ personId, ...request }) => {
    const row = rows.get(personId)
    return row === undefined ? [] : [{ ...request, row }]
  })
}
