import { describe, expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { countSql, fewSql, listPersons, pageSql, places } from '../../db/queries/list.ts'
import type { Sort } from '../../db/queries/list.ts'
import { whereOf } from '../../db/queries/filter.ts'
import type { Bound, PersonFilter } from '../../db/queries/filter.ts'
import { lookUpsFor } from '../../db/queries/find.ts'
import { personFile, personState } from '../../db/queries/file.ts'
import { refused } from '../../db/queries/journalLists.ts'
import { searchPersons } from '../../db/queries/search.ts'
import { sumOfCounters } from '../../db/projection/counters.ts'
import { saveDraft } from '../../db/drafts.ts'
import type { Store } from '../../db/store.ts'
import { patchOf } from '../../domain/journal/fold.ts'
import type { Json } from '../../domain/journal/change.ts'
import { actorId, addPerson, createTestStore, openReader, personIntent } from './helpers.ts'
import { documentIntent, infoCheckBody, samplePerson } from './samples.ts'

const today = '2026-06-15'
const by = { actorId }

function planOf(store: Store, { sql, values }: { readonly sql: string; readonly values: readonly unknown[] }, ...more: number[]): string {
  const rows = store.sqlite.prepare(`explain query plan ${sql}`).all(...values, ...more) as { detail: string }[]
  return rows.map((row) => row.detail).join('\n')
}

describe('the list of persons', () => {
  it.each<[PersonFilter, Sort, string]>([
    [{}, 'due', 'case_due'],
    [{ population: 'target' }, 'due', 'case_due'],
    [{ population: 'need', step: 2, due: 'month' }, 'due', 'case_due'],
    [{ step: 'none' }, 'name', 'case_name'],
    [{}, 'age', 'case_age'],
    [{}, 'town', 'case_town'],
    [{ town: '青石镇', village: '第1村' }, 'due', 'case_town'],
  ])('reads %o by %s from one index that holds all of it', (filter, sort, index) => {
    const { store } = createTestStore()
    const page = planOf(store, pageSql({ sort, descending: false }, whereOf(filter, '2026', today)), 50, 0)
    expect(page.split('\n')[0]).toMatch(new RegExp(`^SEARCH c USING COVERING INDEX ${index} \\(cycle_year=\\?`))
    expect(page).not.toContain('TEMP B-TREE FOR ORDER BY')
  })

  const filters: PersonFilter[] = [
    {}, { town: '青石镇' }, { town: '青石镇', village: '第1村' }, { village: '第1村' }, { population: 'need' }, { step: 2 }, { step: 'none' }, { due: 'overdue' },
    { due: 'month', village: '第1村' }, { flags: ['BLIND', 'DIBAO'] }, { toVerify: true }, { toVerify: false }, { mark: 'local' }, { mark: 'received' },
    { responsibleId: actorId }, { text: '王' }, { text: 'ww' }, { text: '0013' }, { text: '2101991' },
    { text: '王', town: '青石镇', due: 'week', flags: ['BLIND'], mark: 'received' },
  ]
  it.each(filters)('never reads whole rows to page through or count %o, in any order', (filter) => {
    const { store } = createTestStore()
    const where = whereOf(filter, '2026', today)
    const plans = [planOf(store, countSql(where)), ...(['due', 'name', 'town', 'age'] as const).map((sort) => planOf(store, pageSql({ sort, descending: true }, where), 50, 0))]
    for (const line of plans.join('\n').split('\n')) {
      if (/(SEARCH|SCAN) (c|person_flag|name_bigram|pinyin_initials|tail|person)\b/.test(line)) expect(line).toMatch(/COVERING INDEX|USING PRIMARY KEY/)
      expect(line).not.toMatch(/SEARCH c USING PRIMARY KEY|SCAN (c|name_bigram|pinyin_initials|tail|person_flag)$/)
    }
  })

  it.each<[PersonFilter, string]>([
    [{ toVerify: true }, 'person_verify'],
    [{ mark: 'local' }, 'person_mark'],
    [{ responsibleId: actorId }, 'person_responsible'],
    [{ flags: ['BLIND'] }, 'person_flag'],
    [{ text: '王伟' }, 'name_bigram'],
    [{ text: 'ww' }, 'pinyin_initials'],
    [{ text: '0013' }, 'tail'],
  ])('finds the few of %o through %s and looks them up one by one', (filter, index) => {
    const { store } = createTestStore()
    const where = whereOf(filter, '2026', today)
    expect(planOf(store, where.sets[0] as Bound)).toMatch(new RegExp(`SEARCH .*${index}`))
    expect(planOf(store, fewSql({ sort: 'due', descending: false }, { ...where, sets: [] }, [1, 2]))).toMatch(/SEARCH c USING PRIMARY KEY \(cycle_year=\? AND no=\?\)/)
  })

  it('answers alike for few and for many, from the start, from the end, in both directions', () => {
    const { store } = createTestStore()
    commitAction(store, by, Array.from({ length: 900 }, (_, order) => personIntent(store.deps.newId(), samplePerson(order))))
    const list = (filter: PersonFilter, sort: Sort, descending: boolean, offset: number, limit: number) =>
      listPersons(store, { filter, sort, descending, offset, limit }, today)
    // Of 900, half are men; a town has 300, which are few.
    const filters: PersonFilter[] = [
      {}, { mark: 'local' }, { text: '1' }, { flags: ['SEVERE_OR_ASSISTED'] }, { town: '青石镇' }, { due: 'month', village: '第1村' }, { flags: ['AGED_4050'] }, { text: '伟' },
    ]
    for (const filter of filters) {
      for (const sort of ['due', 'name', 'town', 'age'] as const) {
        const { total, rows } = list(filter, sort, false, 0, 900)
        const ids = rows.map((row) => row.id)
        expect(new Set(ids).size).toBe(total)
        expect(list(filter, sort, true, 0, 900).rows.map((row) => row.id)).toEqual([...ids].reverse())
        const pages = Array.from({ length: Math.ceil(total / 70) }, (_, page) => list(filter, sort, false, page * 70, 70).rows.map((row) => row.id))
        expect(pages.flat()).toEqual(ids)
        expect(list(filter, sort, false, total, 70)).toEqual({ total, rows: [] })
      }
    }
  })

  it('sums counters over two stretches of their key', () => {
    const { store } = createTestStore()
    const plan = planOf(store, { sql: sumOfCounters, values: [{ year: '2026', month: 'M2026-06', firstDay: 'D2026-06-01', lastDay: 'D2026-06-15' }] })
    expect(plan.match(/SEARCH counter USING PRIMARY KEY \(cycle_year=\? AND span>\? AND span<\?\)/g)).toHaveLength(2)
  })

  it('finds what was refused without reading what was accepted', () => {
    const { store } = createTestStore()
    const { sql, params } = refused(store).toSQL()
    expect(planOf(store, { sql, values: params })).toMatch(/SEARCH delivery USING (COVERING )?INDEX delivery_open/)
  })

  it('filters, sorts and pages as asked', () => {
    const { store } = createTestStore()
    const ids = Array.from({ length: 120 }, () => store.deps.newId())
    commitAction(store, by, ids.map((id, order) => personIntent(id, { ...samplePerson(order), ...(order < 7 ? { verification: { certNumber: '推得' } } : {}) })))
    const list = (filter: PersonFilter, sort: Sort = 'name', more = {}) =>
      listPersons(store, { filter, sort, descending: false, offset: 0, limit: 200, ...more }, today)
    expect(list({}).total).toBe(120)
    expect(list({ town: '青石镇' }).rows.every((row) => row.town === '青石镇')).toBe(true)
    expect(list({ town: '青石镇' }).total).toBe(40)
    expect(list({ town: '青石镇', village: '第1村' }).rows.every((row) => row.village === '第1村')).toBe(true)
    expect(list({ toVerify: true })).toMatchObject({ total: 7 })
    expect(list({ toVerify: true }).rows.every((row) => row.toVerify === 1)).toBe(true)
    expect(list({ mark: 'local' }).total).toBe(120)
    expect(list({ mark: 'received' }).total).toBe(0)
    expect(list({ responsibleId: actorId }).total).toBe(0)
    const ages = list({}, 'age').rows.map((row) => row.age as number)
    expect(ages).toEqual([...ages].sort((a, b) => a - b))
    const pages = [0, 50, 100].flatMap((offset) => list({}, 'name', { offset, limit: 50 }).rows.map((row) => row.id))
    expect(pages).toEqual(list({}, 'name').rows.map((row) => row.id))
    expect(list({}, 'name', { descending: true }).rows.map((row) => row.id)).toEqual([...pages].reverse())
    expect(places(store, today).map((place) => [place.town, place.persons])).toEqual([['东关街道', 40], ['柳河乡', 40], ['青石镇', 40]])
  })

  it('shows masked numbers, the next step and its draft', () => {
    const { store } = createTestStore()
    const id = addPerson(store, { ...samplePerson(21), phone: '13812345678' })
    commitAction(store, by, [documentIntent('infoCheck', store.deps.newId(), id, infoCheckBody('2026-03-02', true))])
    saveDraft(store, { kind: 'demandRegistration', personId: id, documentId: null }, { note: '写了一半' }, 'note')
    const [row] = listPersons(store, { filter: {}, sort: 'due', descending: false, offset: 0, limit: 10 }, today).rows
    expect(row).toMatchObject({ phoneMasked: '138****5678', inTarget: true, hasNeed: true, nextStep: 2, dueOn: '2026-12-31', mark: 'local' })
    expect(row?.idNumberMasked).toMatch(/^210199\*{8}\d{3}[\dX]$/)
    expect(row?.steps.map((step) => [step.state, step.hasDraft, step.mark])).toEqual([
      ['done', false, 'local'], ['due', false, null], ['due', true, null], ['due', false, null],
    ])
  })

  it('knows households of several disabled persons, also when somebody moves', () => {
    const { store } = createTestStore()
    const [one, two] = [21, 22].map((order) => addPerson(store, { ...samplePerson(order), householdId: 'H7' }))
    const flagged = () => listPersons(store, { filter: { flags: ['MULTI_DISABLED_HOUSEHOLD'] }, sort: 'name', descending: false, offset: 0, limit: 9 }, today).rows.map((row) => row.id)
    expect(flagged().sort()).toEqual([one, two].sort())
    expect(personFile(store, one as string, today, String)?.groups).toContainEqual({ flag: 'MULTI_DISABLED_HOUSEHOLD', because: '同一户有 2 人持残疾人证' })
    const fields = patchOf(personState(store, two as string), { householdId: 'H8' })
    commitAction(store, by, [{ kind: 'patch', entity: 'person', entityId: two as string, personId: two as string, fields }])
    expect(flagged()).toEqual([])
  })

  it('counts anew after a write by this connection or by another', () => {
    const { store, file, reopen } = createTestStore()
    addPerson(store, samplePerson(1))
    const count = (of: Store) => listPersons(of, { filter: {}, sort: 'due', descending: false, offset: 0, limit: 1 }, today).total
    expect(count(store)).toBe(1)
    addPerson(store, samplePerson(2))
    expect(count(store)).toBe(2)
    const writer = reopen()
    const reader = openReader(file)
    expect(count(reader)).toBe(2)
    addPerson(writer, samplePerson(3))
    expect(count(reader)).toBe(3)
  })
})

describe('search', () => {
  const named = ['欧阳海棠', '王𠮷', '𪚥永昌', '单雄信', '仇红', '买买提·艾力', '王伟', '王海', '吕布']

  function storeWithNames(): Store {
    const { store } = createTestStore()
    commitAction(store, by, named.map((name, order) => personIntent(store.deps.newId(), { ...samplePerson(order), name, phone: `1381234567${order}` })))
    return store
  }
  const find = (store: Store, text: string) => searchPersons(store, { text, limit: 20 }, today).map(({ row, why }) => `${row.name} ${why}`)

  it.each([
    ['海棠', '欧阳海棠 name'], ['欧阳', '欧阳海棠 name'], ['王𠮷', '王𠮷 name'], ['𠮷', '王𠮷 name'], ['𪚥永', '𪚥永昌 name'], ['雄信', '单雄信 name'],
    ['买买提艾力', '买买提·艾力 name'], ['提·艾', '买买提·艾力 name'],
    ['oyht', '欧阳海棠 pinyin'], ['HT', '欧阳海棠 pinyin'], ['sxx', '单雄信 pinyin'], ['dxx', '单雄信 pinyin'], ['qh', '仇红 pinyin'], ['ch', '仇红 pinyin'],
    ['lb', '吕布 pinyin'], ['mmtal', '买买提·艾力 pinyin'],
  ])('finds by %s', (text, expected) => {
    expect(find(storeWithNames(), text)).toContain(expected)
  })

  it('puts whoever is called so before the others', () => {
    expect(find(storeWithNames(), '王')).toEqual(['王海 name', '王伟 name', '王𠮷 name'])
    expect(find(storeWithNames(), '王伟')[0]).toBe('王伟 name')
    expect(find(storeWithNames(), '赵')).toEqual([])
  })

  it('finds by the tail of a number, by a whole number, and by phone as it is dialled', () => {
    const { store } = createTestStore()
    const person: { [field: string]: Json } = { ...samplePerson(10), phone: '13987654321' }
    addPerson(store, person)
    addPerson(store, { ...samplePerson(11), phone: '024-23456789' })
    const idNumber = String(person.idNumber)
    for (const length of [4, 5, 6, 7, 8, 18]) expect(find(store, idNumber.slice(-length))).toContain(`${person.name} idTail`)
    expect(find(store, idNumber.slice(0, 12))).toEqual([`${person.name} idTail`])
    expect(find(store, String(person.certNumber).slice(-6))).toEqual([`${person.name} certTail`])
    expect(find(store, String(person.certNumber))).toContain(`${person.name} certTail`)
    expect(find(store, '4321')).toEqual([`${person.name} phone`])
    expect(find(store, '139 8765')).toEqual([`${person.name} phone`])
    expect(find(store, '４３２１')).toEqual([`${person.name} phone`])
    expect(find(store, '23456789')).toEqual([`${samplePerson(11).name} phone`])
  })

  it('forgets old values and those who were taken back', () => {
    const { store } = createTestStore()
    const id = addPerson(store, { name: '王海棠', phone: '13900001111' })
    const change = store.sqlite.prepare('select id from change').pluck().get() as string
    commitAction(store, by, [{ kind: 'patch', entity: 'person', entityId: id, personId: id, fields: { name: { after: '李建国', basedOn: change }, phone: { after: '13722223333', basedOn: change } } }])
    expect([find(store, '海棠'), find(store, 'wht'), find(store, '1111'), find(store, '建国'), find(store, '3333')].map((list) => list.length)).toEqual([0, 0, 0, 1, 1])
    commitAction(store, by, [{ kind: 'patch', entity: 'person', entityId: id, personId: id, fields: { withdrawn: { after: true, basedOn: null } } }])
    expect(find(store, '建国')).toEqual([])
  })

  it('looks up through keys only', () => {
    const { store } = createTestStore()
    for (const text of ['王', '海棠', '欧阳海棠', 'wht', '0013', '21019919900101']) {
      for (const lookUp of lookUpsFor(text)) expect(planOf(store, lookUp)).not.toContain('SCAN')
    }
  })
})
