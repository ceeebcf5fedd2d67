import type { Intent } from '../../db/journal/commit.ts'
import type { Store } from '../../db/store.ts'
import type { JsonObject } from '../../domain/journal/change.ts'

/** Records that counsellors have handed in this year, and what the office has said of them. Every eighth registration is among them. */

export interface ReviewCounts {
  readonly submitted: number
  readonly reviewed: number
  readonly returned: number
}

interface Head {
  readonly id: string
  readonly personId: string
  readonly changeId: string
  readonly day: string
  readonly authorId: string
}

export function planReviews(store: Store, year: string, newId: () => string, officeId: string) {
  const heads = store.sqlite
    .prepare(
      `select d.id, d.person_id as personId, d.head_change_id as changeId, d.on_date as day, c.actor_id as authorId from document d join change c on c.id = d.head_change_id
       where d.entity = 'demandRegistration' and d.cycle_year = ? and d.voided = 0 order by d.on_date, d.id`,
    )
    .all(year) as Head[]
  const chosen = heads.filter((_, index) => index % 8 === 0)
  const create = (head: Head, decision: string, byId: string, more: JsonObject = {}): Intent => ({
    kind: 'create', entity: 'review', entityId: newId(), personId: head.personId,
    body: { personId: head.personId, cycleYear: year, documentId: head.id, changeId: head.changeId, decision, on: head.day, byId, ...more },
  })
  const passed = chosen.filter((_, index) => index % 4 < 2)
  const back = chosen.filter((_, index) => index % 4 === 2)
  const counts: ReviewCounts = { submitted: chosen.length - passed.length - back.length, reviewed: passed.length, returned: back.length }
  return {
    counts,
    byAuthors: Map.groupBy(chosen, (head) => head.authorId),
    submission: (head: Head) => create(head, 'SUBMITTED', head.authorId),
    decisions: [
      ...passed.map((head) => create(head, 'REVIEWED', officeId)),
      ...back.map((head) => create(head, 'RETURNED', officeId, { reason: '意向岗位写得太笼统，请再问一问' })),
    ],
  }
}
