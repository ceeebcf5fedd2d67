import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { personFacts } from '../../db/queries/file.ts'
import { listPersons } from '../../db/queries/list.ts'
import type { Store } from '../../db/store.ts'
import { countedGroups, groupsOn } from '../../domain/groups/index.ts'
import { addDays, defaultThresholds } from '../../domain/plan/index.ts'
import { actorId, addPerson, createTestStore, dumpEntities } from './helpers.ts'

const today = '2026-06-15'

function say(store: Store, personId: string, flag: string, isConfirmed: boolean, on = today): void {
  const body = { personId, cycleYear: on.slice(0, 4), flag, isConfirmed, on, byId: actorId, byName: '李老师', ...(isConfirmed ? {} : { note: '看过了，不是' }) }
  commitAction(store, { actorId }, [{ kind: 'create', entity: 'groupConfirmation', entityId: store.deps.newId(), personId, body }])
}

function inGroup(store: Store, flag: string, on = today): string[] {
  const list = listPersons(store, { filter: { flags: [flag] }, sort: 'name', descending: false, offset: 0, limit: 50 }, on)
  return list.rows.map(({ name }) => name)
}

const person = { sex: '1', birthDate: '1985-03-14', employmentState: 'UNEMPLOYED' }

describe('4.1 groups in the list', () => {
  it('are struck by a denial of what rests on answers, until the year is over, and come back by the next word', () => {
    const { store } = createTestStore()
    const id = addPerson(store, { ...person, name: '王明', unemployedSince: '2024-01-01' })
    expect(inGroup(store, 'LONG_TERM_UNEMPLOYED')).toEqual(['王明'])
    say(store, id, 'LONG_TERM_UNEMPLOYED', false)
    expect(inGroup(store, 'LONG_TERM_UNEMPLOYED')).toEqual([])
    say(store, id, 'LONG_TERM_UNEMPLOYED', true, '2026-06-16')
    expect(inGroup(store, 'LONG_TERM_UNEMPLOYED', '2026-06-16')).toEqual(['王明'])
  })

  it('hold what a person named, from that day', () => {
    const { store } = createTestStore()
    const id = addPerson(store, { ...person, name: '赵铁柱' })
    say(store, id, 'LANDLESS', true)
    expect(inGroup(store, 'LANDLESS', '2026-06-14')).toEqual([])
    expect(inGroup(store, 'LANDLESS')).toEqual(['赵铁柱'])
  })

  it('of the household are denied for one person, and stay for the others', () => {
    const { store } = createTestStore()
    const household = { householdId: 'H-7', certNumber: '21019919850314001743' }
    const first = addPerson(store, { ...person, ...household, name: '关玉梅' })
    addPerson(store, { ...person, ...household, name: '关山' })
    const flag = 'ZERO_EMPLOYMENT_HOUSEHOLD'
    expect(inGroup(store, flag).sort()).toEqual(['关山', '关玉梅'])
    say(store, first, flag, false)
    expect(inGroup(store, flag)).toEqual(['关山'])
    say(store, first, 'MULTI_DISABLED_HOUSEHOLD', false)
    expect(inGroup(store, 'MULTI_DISABLED_HOUSEHOLD').sort()).toEqual(['关山', '关玉梅'])
    say(store, first, flag, true, '2026-06-16')
    expect(inGroup(store, flag, '2026-06-16').sort()).toEqual(['关山', '关玉梅'])
  })

  it('are the same after a rebuild', () => {
    const { store } = createTestStore()
    const first = addPerson(store, { ...person, name: '关玉梅', householdId: 'H-7', unemployedSince: '2024-01-01' })
    addPerson(store, { ...person, name: '关山', householdId: 'H-7' })
    say(store, first, 'ZERO_EMPLOYMENT_HOUSEHOLD', false)
    say(store, first, 'LANDLESS', true)
    say(store, first, 'LONG_TERM_UNEMPLOYED', false)
    const before = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(before)
  })

  it('are on every day those that the domain counts', () => {
    const flags = ['LONG_TERM_UNEMPLOYED', 'LANDLESS', 'DIBAO', 'GRADUATE', 'AGED_4050'] as const
    const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2024-06-01', days))
    const word = fc.record({ flag: fc.constantFrom(...flags), isConfirmed: fc.boolean(), on: fc.integer({ min: 0, max: 500 }).map((days) => addDays('2025-01-05', days)) })
    const fields = fc.record({
      unemployedSince: fc.option(day, { nil: null }), socialAid: fc.constantFrom('NONE', 'DIBAO'), education: fc.constantFrom('31', '71'), graduatedOn: fc.option(day, { nil: null }),
      unemployedReason: fc.constantFrom('1', '5', '6'), birthDate: fc.constantFrom('1975-08-01', '1990-01-01'),
    })
    const { store } = createTestStore()
    let count = 0
    fc.assert(
      fc.property(fields, fc.array(word, { maxLength: 4 }), day, (known, words, on) => {
        const name = `人${(count += 1)}`
        const id = addPerson(store, { name, sex: '1', employmentState: 'UNEMPLOYED', ...known })
        for (const each of words) say(store, id, each.flag, each.isConfirmed, each.on)
        const facts = personFacts(store, id) ?? { person: {}, documents: [] }
        const counted = groupsOn(countedGroups(facts, defaultThresholds), on).map(({ flag }) => flag)
        const stored = store.sqlite.prepare('select distinct f.flag from person_flag f join person p on p.no = f.no where p.id = ? and f.from_on <= ? and f.until_on > ?').pluck().all(id, on, on)
        expect(stored.sort()).toEqual([...new Set<string>(counted)].sort())
      }),
      { numRuns: 40 },
    )
  })
})
