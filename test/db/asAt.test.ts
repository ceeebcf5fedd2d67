import { describe, expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { mergePersons } from '../../db/journal/merge.ts'
import { changesOfFile } from '../../db/journal/rows.ts'
import { undoAction } from '../../db/journal/undo.ts'
import { fileAsAt, knownSince } from '../../db/queries/asAt.ts'
import { personFile } from '../../db/queries/file.ts'
import type { Store } from '../../db/store.ts'
import type { Json } from '../../domain/journal/change.ts'
import { foldLiving, patchOf } from '../../domain/journal/fold.ts'
import { actorId, addPerson, createTestStore } from './helpers.ts'
import { documentIntent, infoCheckBody, samplePerson } from './samples.ts'

const by = { actorId }

function patch(store: Store, id: string, fields: { readonly [field: string]: Json }): string {
  const state = foldLiving(changesOfFile(store.sqlite, id).filter((change) => change.entity === 'person'))
  return commitAction(store, by, [{ kind: 'patch', entity: 'person', entityId: id, personId: id, fields: patchOf(state, fields) }]).changes[0]?.id as string
}

describe('a file as at a day', () => {
  it('holds the facts, the records and the state of the case as they were known then', () => {
    const { store, clock } = createTestStore({ now: '2026-03-01T02:00:00.000Z' })
    const id = addPerson(store, { ...samplePerson(1), birthDate: '1985-03-14', hukouTown: '青石镇', employmentState: 'UNEMPLOYED' })
    clock.now = '2026-04-10T02:00:00.000Z'
    const check = store.deps.newId()
    const { changes } = commitAction(store, by, [documentIntent('infoCheck', check, id, infoCheckBody('2026-04-10', true))])
    clock.now = '2026-05-10T02:00:00.000Z'
    patch(store, id, { hukouTown: '柳河乡' })
    commitAction(store, by, [{ kind: 'void', entity: 'infoCheck', entityId: check, personId: id, reason: '填错了人', voids: changes[0]?.id as string }])

    const at = (day: string) => fileAsAt(store, id, day, String)
    expect(knownSince(store, id)).toBe('2026-03-01')
    expect(at('2026-02-28')).toBeNull()
    expect(at('2026-03-31')).toMatchObject({ fields: { hukouTown: '青石镇' }, documents: [], row: { nextStep: 1, town: '青石镇' } })
    expect(at('2026-04-10')).toMatchObject({ documents: [{ id: check, voided: false }], row: { hasNeed: true, nextStep: 2 } })
    expect(at('2026-04-10')?.timeline).toHaveLength(2)
    expect(at('2026-05-10')).toMatchObject({ fields: { hukouTown: '柳河乡' }, documents: [{ id: check, voided: true, voidReason: '填错了人' }], row: { nextStep: 1 } })
  })

  it('is today the file as it stands', () => {
    const { store, clock } = createTestStore({ now: '2026-06-15T02:00:00.000Z' })
    const id = addPerson(store, { ...samplePerson(1), birthDate: '1985-03-14', employmentState: 'UNEMPLOYED', householdId: 'H1' })
    addPerson(store, { ...samplePerson(2), employmentState: 'UNEMPLOYED', householdId: 'H1' })
    commitAction(store, by, [documentIntent('infoCheck', store.deps.newId(), id, infoCheckBody('2026-04-10', true))])
    const then = fileAsAt(store, id, clock.now.slice(0, 10), String)
    const now = personFile(store, id, clock.now.slice(0, 10), String)
    const sorted = (file: typeof now) => ({ ...file?.row, flags: [...(file?.row.flags ?? [])].sort() })
    expect(sorted(then)).toEqual(sorted(now))
    expect(then?.groups).toEqual(now?.groups)
    expect(then?.documents).toEqual(now?.documents)
    expect(then?.fields).toEqual(now?.fields)
    expect(then?.timeline).toEqual(now?.timeline)
  })

  it("counts a change from the day of the county's receipt where there is one", () => {
    const { store, clock } = createTestStore({ now: '2026-03-01T02:00:00.000Z' })
    const id = addPerson(store, { ...samplePerson(1), hukouTown: '青石镇' })
    clock.now = '2026-03-02T02:00:00.000Z'
    const change = patch(store, id, { hukouTown: '柳河乡' })
    const town = (day: string) => fileAsAt(store, id, day, String)?.fields.hukouTown
    expect(town('2026-03-02')).toBe('柳河乡')
    store.sqlite.prepare(`update delivery set state = 'accepted', receipt_at = '2026-03-05T02:00:00.000Z' where change_id = ?`).run(change)
    expect([town('2026-03-02'), town('2026-03-04'), town('2026-03-05')]).toEqual(['青石镇', '青石镇', '柳河乡'])
  })

  it('knows nothing more of whoever was erased, also of days before', () => {
    const { store, clock } = createTestStore({ now: '2026-03-01T02:00:00.000Z' })
    const id = addPerson(store, samplePerson(1))
    clock.now = '2026-05-01T02:00:00.000Z'
    commitAction(store, by, [{ kind: 'erase', entity: 'person', entityId: id, personId: id, ground: 'WITHDRAWN' }])
    expect(fileAsAt(store, id, '2026-03-31', String)).toBeNull()
  })

  it('is the one that was shown then, with the records of those files that were merged with it on that day', () => {
    const { store, clock } = createTestStore({ now: '2026-03-01T02:00:00.000Z' })
    const home = { householdId: 'H1', birthDate: '1985-03-14', certNumber: null }
    const ids = ['a', 'b', 'c'].map((name, index) => {
      const id = addPerson(store, { ...samplePerson(index + 1), ...home, name })
      commitAction(store, by, [documentIntent('infoCheck', store.deps.newId(), id, infoCheckBody(`2026-02-0${String(index + 1)}`, true))])
      return id
    })
    const [a = '', b = '', c = ''] = ids
    const merge = (survivorId: string, loserId: string) => mergePersons(store, by, { survivorId, loserId, fields: {} }).actionId
    const steps: (() => unknown)[] = []
    let first = ''
    let unmerge = ''
    steps.push(() => (first = merge(a, b)))
    steps.push(() => merge(c, a))
    steps.push(() => (unmerge = undoAction(store, by, first).actionId))
    steps.push(() => undoAction(store, by, unmerge))
    const seen = (day: string, from: typeof fileAsAt) => ids.map((id) => {
      const file = from(store, id, day, String)
      return { id: file?.row.id, fields: file?.fields, flags: [...(file?.row.flags ?? [])].sort(), documents: file?.documents.map((one) => [one.id, one.openedFor]) }
    })
    const days: [string, unknown][] = []
    for (let index = 0; index <= steps.length; index += 1) {
      const day = `2026-03-1${String(index)}`
      clock.now = `${day}T02:00:00.000Z`
      if (index > 0) steps[index - 1]?.()
      days.push([day, seen(day, personFile)])
    }
    for (const [day, then] of days) expect([day, seen(day, fileAsAt)]).toEqual([day, then])
  })
})
