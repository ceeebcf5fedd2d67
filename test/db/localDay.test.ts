import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { knownCycles } from '../../db/projection/project.ts'
import { balance } from '../../db/sync/index.ts'
import { knownFile } from '../../electron/store/records/knownFile.ts'
import { actorId, createTestStore, personIntent } from './helpers.ts'

/** In Liaoning the day begins while it is still 16:00 of the day before in UTC. */

const before = process.env.TZ
beforeEach(() => {
  process.env.TZ = 'Asia/Shanghai'
})
afterEach(() => {
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
})

describe('a day is the one on the wall', () => {
  it('for the year that a store prepares, on the first morning of it too', () => {
    const { store, clock, reopen } = createTestStore({ now: '2025-12-31T15:59:00.000Z' })
    expect(knownCycles(store)).toEqual(['2025'])
    clock.now = '2025-12-31T16:01:00.000Z'
    expect(knownCycles(reopen())).toEqual(['2025', '2026'])
    expect(knownCycles(createTestStore({ now: '2026-12-31T16:01:00.000Z' }).store)).toEqual(['2027'])
  })

  it('for what was written in the early morning', () => {
    const { store, clock } = createTestStore({ now: '2026-11-23T23:30:00.000Z' })
    const id = store.deps.newId()
    commitAction(store, { actorId }, [personIntent(id, { name: '王淑芬' })])
    clock.now = '2026-11-20T02:00:00.000Z'
    expect(knownFile(store, id)?.lastEntryOn).toBe('2026-11-24')
    expect(balance(store).days.map(({ day }) => day)).toEqual(['2026-11-24'])
  })
})
