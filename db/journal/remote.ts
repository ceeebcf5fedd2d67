import type { Database } from 'better-sqlite3'
import type { Change } from '../../domain/journal/change.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { isDocument } from '../projection/documents.ts'
import { createProjector, project } from '../projection/project.ts'
import type { Store } from '../store.ts'
import { fileIdOf, insertChange, insertDelivery } from './rows.ts'

export interface RemoteItem {
  readonly change: Change
  readonly serverSeq: number
}

/** Thrown when an id comes again with other contents: a damaged or forged history, never to be passed over. */
export class ChangedHistory extends Error {
  readonly changeId: string
  constructor(changeId: string) {
    super(`The change ${changeId} is known with another hash`)
    this.name = 'ChangedHistory'
    this.changeId = changeId
  }
}

/**
 * Changes in the county's order: those of other devices and our own coming back. Rows, and what `extra` writes (a cursor), move in one
 * transaction. What is known already is only given its place.
 */
export function applyRemote(store: Store, items: readonly RemoteItem[], extra?: (sqlite: Database) => void): void {
  const { sqlite } = store
  const apply = sqlite.transaction(() => {
    const projector = createProjector(store)
    for (const { change, serverSeq } of items) {
      const known = preparedValue(sqlite, 'select fields_hash from change where id = ?').get(change.id)
      if (known === undefined) {
        const seq = insertChange(sqlite, change)
        insertDelivery(sqlite, change.id, 'accepted', serverSeq)
        projector.add(fileIdOf(change), { ...change, seq, serverSeq, state: 'accepted' })
      } else {
        if (known !== change.fieldsHash) throw new ChangedHistory(change.id)
        place(sqlite, change.id, serverSeq)
        projector.touch(fileIdOf(change))
      }
    }
    projector.finish()
    extra?.(sqlite)
  })
  apply.immediate()
}

/** A place in the county's order is a receipt too; a contest that the county has stated stays stated. */
function place(sqlite: Database, changeId: string, serverSeq: number): void {
  prepared(
    sqlite,
    `update delivery set server_seq = ?, state = case state when 'contested' then state else 'accepted' end where change_id = ?`,
  ).run(serverSeq, changeId)
}

/**
 * After the standing of changes has moved (sealed, a receipt): what people see of everything they touch. Call it in the same transaction. Where
 * all changes of a file are of one device and stand in the order in which it wrote them, marks are all there is to write.
 */
export function deliveryMoved(store: Store, changeIds: Iterable<string>): string[] {
  const { sqlite } = store
  const files = new Set<string>()
  for (const id of changeIds) {
    const fileId = preparedValue(sqlite, 'select file_id from change where id = ?').get(id)
    if (typeof fileId === 'string') files.add(fileId)
  }
  const shared: string[] = []
  for (const fileId of files) {
    if (isPlain(sqlite, fileId)) refreshMarks(sqlite, fileId)
    else shared.push(fileId)
  }
  project(store, shared)
  return [...files]
}

function isPlain(sqlite: Database, fileId: string): boolean {
  const plain = preparedValue(
    sqlite,
    `select case when count(distinct device_epoch) = 1 and max(kind = 'settle') = 0
       and not exists (select 1 from person where id = :file and rivals > 0)
       and not exists (select 1 from document where person_id = :file and rivals > 0)
       and not exists (select 1 from document where id = :file and rivals > 0)
       and not exists (select 1 from alias where loser_id = :file or survivor_id = :file)
     then count(*) else 0 end from change where file_id = :file`,
  ).get({ file: fileId }) as number
  return plain === 1 || (plain > 1 && isInOrder(sqlite, fileId))
}

/** One that was refused, or sent again after that, comes behind those that it was written before. */
function isInOrder(sqlite: Database, fileId: string): boolean {
  const places = preparedValue(
    sqlite,
    'select d.server_seq from change c join delivery d on d.change_id = c.id where c.file_id = ? order by c.device_seq',
  ).all(fileId) as (number | null)[]
  return places.every((place, index) => index === 0 || (places[index - 1] ?? Infinity) <= (place ?? Infinity))
}

const markNames = ['received', 'sending', 'local', 'contested', 'refused'] as const
const standing = `max(case d.state when 'refused' then 4 when 'contested' then 3 when 'pending' then 2 when 'sealed' then 1 else 0 end)`

function refreshMarks(sqlite: Database, fileId: string): void {
  const entities = prepared(
    sqlite,
    `select c.entity, c.entity_id as id, ${standing} as worst from change c join delivery d on d.change_id = c.id where c.file_id = ? group by c.entity_id`,
  ).all(fileId) as { entity: string; id: string; worst: number }[]
  const ofFile = markNames[Math.max(...entities.map(({ worst }) => worst))]
  prepared(sqlite, 'update person set mark = ? where id = ?').run(ofFile, fileId)
  for (const { entity, id, worst } of entities) {
    if (entity === 'person') continue
    const table = isDocument(entity) ? 'document' : 'reference'
    prepared(sqlite, `update ${table} set mark = ? where id = ?`).run(markNames[worst], id)
  }
}
