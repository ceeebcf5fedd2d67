import { describe, expect, it } from 'vitest'
import { cycleIn } from '../../db/cycle.ts'
import { commitAction } from '../../db/journal/commit.ts'
import type { Intent } from '../../db/journal/commit.ts'
import { applyRemote } from '../../db/journal/remote.ts'
import { asChange, changesOfFile } from '../../db/journal/rows.ts'
import { undoAction } from '../../db/journal/undo.ts'
import { catchUp, catchUpAll, filesBehind, isBehind } from '../../db/projection/catchUp.ts'
import { ensureCycle, rebuild } from '../../db/projection/rebuild.ts'
import { valuesHistory } from '../../db/queries/countyValues.ts'
import type { PersonFilter } from '../../db/queries/filter.ts'
import { listPersons } from '../../db/queries/list.ts'
import { dashboard } from '../../db/queries/overview.ts'
import type { Store } from '../../db/store.ts'
import { countyValuesId } from '../../domain/plan/index.ts'
import type { CountyValues } from '../../domain/plan/index.ts'
import type { JsonObject } from '../../domain/journal/change.ts'
import { actorId, addPerson, createTestStore, dumpEntities, personIntent } from './helpers.ts'
import { documentIntent, infoCheckBody, sampleIdNumber, samplePerson } from './samples.ts'

const by = { actorId }
const today = '2026-06-15'

function state(store: Store, own: Partial<CountyValues>, year = '2026') {
  const { head } = valuesHistory(store, year)
  const body = { cycleYear: year, planId: 'LN-2025-2027', planVersion: 2, ...own } as unknown as JsonObject
  const target = { entity: 'countyValues', entityId: countyValuesId(year), personId: null, body } as const
  const intent: Intent = head === null ? { kind: 'create', ...target } : { kind: 'succeed', ...target, replaces: head }
  return commitAction(store, by, [intent])
}

function manyPeople(store: Store, count: number): void {
  const ids = Array.from({ length: count }, () => store.deps.newId())
  commitAction(store, by, ids.map((id, order) => personIntent(id, samplePerson(order))))
  commitAction(store, by, ids.filter((_id, order) => order % 3 === 0).map((id, order) =>
    documentIntent('infoCheck', store.deps.newId(), id, infoCheckBody('2026-03-02', order % 2 === 0))))
}

describe('what a county sets itself', () => {
  it('0.1 moves due days, lists and figures of everybody, and back again when it is undone', () => {
    const { store } = createTestStore()
    manyPeople(store, 40)
    const before = dumpEntities(store)
    const overdue = () => dashboard(store, today).total['overdue.infoCheck'] ?? 0
    expect(overdue()).toBe(0)
    const { actionId } = state(store, { dueOn: { infoCheck: '03-31' } })
    catchUpAll(store)
    expect(cycleIn(store.sqlite, '2026').dueOn.infoCheck).toBe('2026-03-31')
    expect(overdue()).toBeGreaterThan(5)
    const list = (due: 'overdue') => listPersons(store, { filter: { due }, sort: 'due', descending: false, offset: 0, limit: 200 }, today)
    expect(list('overdue').total).toBe(overdue())
    const moved = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(moved)
    undoAction(store, by, actionId)
    catchUpAll(store)
    expect({ ...dumpEntities(store), document: [] }).toEqual({ ...before, document: [] })
  })

  it('0.1 is caught up with a few files at a time, with saves in between and over a restart', () => {
    const box = createTestStore()
    manyPeople(box.store, 30)
    state(box.store, { thresholds: { unreachableAttempts: 4 }, dueOn: { infoCheck: '04-30' } })
    expect([catchUp(box.store, 10), filesBehind(box.store)]).toEqual([10, 20])
    const late = addPerson(box.store, samplePerson(77))
    const sums = dashboard(box.store, today).total
    expect((sums['due.infoCheck'] ?? 0) + (sums['overdue.infoCheck'] ?? 0)).toBeGreaterThan(0)
    // Opening finishes what was left over.
    const again = box.reopen()
    expect(isBehind(again)).toBe(false)
    expect(changesOfFile(again.sqlite, late)).toHaveLength(1)
    const now = dumpEntities(again)
    rebuild(again)
    expect(dumpEntities(again)).toEqual(now)
  })

  it('1.3 three attempts close a check until the county asks for four', () => {
    const { store } = createTestStore()
    const id = addPerson(store, samplePerson(30))
    const { signature: _none, hasEmploymentNeed: _need, employmentState: _state, ...rest } = infoCheckBody('2026-03-09', true)
    const attempts = [{ date: '2026-03-01', method: 'PHONE', who: '李老师' }, { date: '2026-03-05', method: 'HOME_VISIT', who: '李老师' }, { date: '2026-03-09', method: 'PHONE', who: '李老师' }]
    commitAction(store, by, [documentIntent('infoCheck', store.deps.newId(), id, { ...rest, result: 'UNREACHABLE', attempts })])
    const figures = () => ['unreachable', 'due.infoCheck'].map((name) => dashboard(store, today).total[name] ?? 0)
    expect(figures()).toEqual([1, 0])
    state(store, { thresholds: { unreachableAttempts: 4 } })
    catchUpAll(store)
    expect(figures()).toEqual([0, 1])
  })

  it('4.1 counts the groups of a person by its thresholds', () => {
    const { store } = createTestStore()
    const id = addPerson(store, { ...samplePerson(3), unemployedSince: '2025-12-01', employmentState: 'UNEMPLOYED' })
    const isLong = () => listPersons(store, { filter: { flags: ['LONG_TERM_UNEMPLOYED'] }, sort: 'due', descending: false, offset: 0, limit: 5 }, today).rows.map((row) => row.id)
    expect(isLong()).toEqual([])
    state(store, { thresholds: { longTermUnemployedMonths: 6 } })
    catchUpAll(store)
    expect(isLong()).toEqual([id])
  })

  it('7 of the architecture: comes from the county like everything else, in whatever order', () => {
    const [office, field] = [createTestStore().store, createTestStore().store]
    manyPeople(field, 12)
    state(office, { dueOn: { infoCheck: '02-28' } })
    state(office, { dueOn: { infoCheck: '03-31' } })
    const changes = changesOfFile(office.sqlite, countyValuesId('2026')).map(asChange)
    expect(changes).toHaveLength(2)
    applyRemote(field, changes.toReversed().map((change) => ({ change, serverSeq: changes.indexOf(change) + 1 })))
    catchUpAll(field)
    expect(cycleIn(field.sqlite, '2026').dueOn.infoCheck).toBe('2026-03-31')
    expect(dashboard(field, today).total['overdue.infoCheck']).toBeGreaterThan(0)
  })

  it('0.1 keeps who set what and when, and a version from elsewhere that knew nothing of ours', () => {
    const [here, there] = [createTestStore().store, createTestStore().store]
    state(here, { thresholds: { registrationMonths: 3 } })
    state(there, { thresholds: { registrationMonths: 4 } })
    const [other] = changesOfFile(there.sqlite, countyValuesId('2026')).map(asChange)
    if (other === undefined) throw new Error('nothing was written')
    applyRemote(here, [{ change: other, serverSeq: 1 }])
    const { versions } = valuesHistory(here, '2026')
    expect(versions.map(({ body, isRival, actorId: who }) => [body?.thresholds, isRival, who])).toEqual([
      [{ registrationMonths: 4 }, false, actorId], [{ registrationMonths: 3 }, true, actorId],
    ])
    expect(cycleIn(here.sqlite, '2026').thresholds.registrationMonths).toBe(4)
  })

  it('0.1 a year of another plan counts by its own numbers from the day that it is opened', () => {
    const { store } = createTestStore()
    manyPeople(store, 5)
    state(store, { thresholds: { longTermUnemployedMonths: 6 } })
    catchUpAll(store)
    ensureCycle(store, '2024')
    expect([cycleIn(store.sqlite, '2024').thresholds.longTermUnemployedMonths, cycleIn(store.sqlite, '2024').ageRule]).toEqual([12, 'CDPF_2012'])
    expect(isBehind(store)).toBe(false)
  })

  it('1.2 P2: once the county is known, people registered and living elsewhere leave the figures', () => {
    const box = createTestStore()
    const born = '1990-05-05'
    const person = (order: number, code: string) => ({ name: `王${order}`, idNumber: sampleIdNumber(born, order), hukouAreaCode: code, employmentState: 'UNEMPLOYED' })
    addPerson(box.store, person(1, '210199001'))
    addPerson(box.store, person(3, '210104002'))
    addPerson(box.store, { ...person(5, '210104002'), residenceAreaCode: '210199001' })
    expect(dashboard(box.store, today).total.target).toBe(3)
    const told = box.reopen({ countyCode: '210199' })
    expect(dashboard(told, today).total.target).toBe(2)
  })

  it('0.4, 1.4 counts by both rules of working age, and lists whom only one of them counts', () => {
    const { store } = createTestStore()
    const person = (name: string, birthDate: string, sex: string, more = {}) =>
      addPerson(store, { name, birthDate, sex, idNumber: sampleIdNumber(birthDate, sex === '1' ? 1 : 2), employmentState: 'UNEMPLOYED', ...more })
    person('两样都算', '1985-03-14', '1')
    const late = person('只按现行', '1965-12-10', '1', { hukouTown: '青石镇' })
    const worker = person('只按残联', '1975-06-10', '2', { retireTrack: 'F50' })
    person('都不算', '1950-01-01', '1')
    const { total } = dashboard(store, today)
    expect([total.target, total.targetLegal, total.targetCdpf]).toEqual([2, 2, 2])
    const ids = (filter: PersonFilter) => listPersons(store, { filter, sort: 'age', descending: true, offset: 0, limit: 9 }, today).rows.map(({ id }) => id)
    expect(ids({ population: 'oneRule' })).toEqual([late, worker])
    expect(ids({ population: 'oneRule', town: '青石镇' })).toEqual([late])
    state(store, { ageRule: 'CDPF_2012' })
    catchUpAll(store)
    const now = dashboard(store, today).total
    expect([now.target, now.targetLegal, now.targetCdpf]).toEqual([2, 2, 2])
    expect(ids({ population: 'oneRule' })).toEqual([late, worker])
    expect(ids({ population: 'target' })).toContain(worker)
    expect(ids({ population: 'target' })).not.toContain(late)
  })
})
