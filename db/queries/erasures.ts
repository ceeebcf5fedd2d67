import { prepared } from '../prepared.ts'
import type { Store } from '../store.ts'

/** What is kept of persons who were erased: that, when, and why. */
export interface Erasure {
  readonly personId: string
  readonly at: string
  readonly ground: string
  readonly deadline: string | null
  /** The county has taken it in and emptied what it had. */
  readonly isReceived: boolean
}

/** Newest first; one for each file, by its first erasure. */
export function listErasures(store: Store): Erasure[] {
  const rows = prepared(
    store.sqlite,
    `select c.entity_id as personId, min(c.recorded_at) as at, c.fields, max(d.state in ('accepted', 'contested')) as isReceived
     from person p join change c on c.file_id = p.id join delivery d on d.change_id = c.id
     where p.hidden = 1 and p.name = '' and c.entity = 'person' and c.kind = 'erase' group by c.entity_id order by at desc, c.entity_id`,
  ).all() as { personId: string; at: string; fields: string | null; isReceived: number }[]
  return rows.map(({ personId, at, fields, isReceived }) => {
    const { ground = '', deadline = null } = JSON.parse(fields ?? '{}') as { ground?: string; deadline?: string | null }
    return { personId, at, ground, deadline, isReceived: isReceived === 1 }
  })
}
