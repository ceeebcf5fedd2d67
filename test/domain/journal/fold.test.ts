import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, hashInput, sameJson } from '../../../domain/journal/change.ts'
import type { PlacedChange } from '../../../domain/journal/change.ts'
import { foldDocument, foldLiving, patchOf } from '../../../domain/journal/fold.ts'
import { makeChange, uuid } from './makeChange.ts'

const phone = (after: string, basedOn: string | null) => ({ phone: { after, basedOn } })

describe('living entities', () => {
  test('a patch based on the head is taken', () => {
    const state = foldLiving([makeChange(1, 'patch', phone('1', null)), makeChange(2, 'patch', phone('2', uuid(1)))])
    expect(state.fields.phone).toEqual({ value: '2', changeIds: [uuid(2)], rivals: [] })
  })

  test('the same field changed by two devices keeps both values, and the county order decides which is shown', () => {
    const first = makeChange(1, 'patch', phone('1', null), { serverSeq: 1 })
    const mine = makeChange(2, 'patch', phone('mine', uuid(1)), { serverSeq: 3, deviceId: uuid(7) })
    const theirs = makeChange(3, 'patch', phone('theirs', uuid(1)), { serverSeq: 2, deviceId: uuid(8) })
    const state = foldLiving([mine, theirs, first])
    expect(state.fields.phone?.value).toBe('theirs')
    expect(state.fields.phone?.rivals).toEqual([{ value: 'mine', changeId: uuid(2) }])
  })

  test('two devices that say the same are no conflict, and either may be built upon', () => {
    const state = foldLiving([
      makeChange(1, 'patch', phone('1', null), { serverSeq: 1 }),
      makeChange(2, 'patch', phone('1', null), { serverSeq: 2, deviceId: uuid(7) }),
      makeChange(3, 'patch', phone('3', uuid(2)), { serverSeq: 3 }),
    ])
    expect(state.fields.phone).toEqual({ value: '3', changeIds: [uuid(3)], rivals: [] })
  })

  test('going on from an own rival value keeps one rival, not two', () => {
    const state = foldLiving([
      makeChange(1, 'patch', phone('a', null), { serverSeq: 1 }),
      makeChange(2, 'patch', phone('b', null), { serverSeq: 2, deviceId: uuid(7) }),
      makeChange(3, 'patch', phone('c', uuid(2)), { serverSeq: 3, deviceId: uuid(7) }),
    ])
    expect(state.fields.phone?.rivals).toEqual([{ value: 'c', changeId: uuid(3) }])
  })

  test('a settlement clears the rivals that it names and no others', () => {
    const state = foldLiving([
      makeChange(1, 'patch', phone('a', null), { serverSeq: 1 }),
      makeChange(2, 'patch', phone('b', null), { serverSeq: 2 }),
      makeChange(3, 'patch', phone('c', null), { serverSeq: 3 }),
      makeChange(4, 'settle', { field: 'phone', after: 'b', heads: [uuid(1), uuid(2)] }, { serverSeq: 4 }),
    ])
    expect(state.fields.phone).toEqual({ value: 'b', changeIds: [uuid(4)], rivals: [{ value: 'c', changeId: uuid(3) }] })
  })

  test('a second settlement of the same question asks again', () => {
    const state = foldLiving([
      makeChange(1, 'patch', phone('a', null), { serverSeq: 1 }),
      makeChange(2, 'patch', phone('b', null), { serverSeq: 2 }),
      makeChange(3, 'settle', { field: 'phone', after: 'a', heads: [uuid(1), uuid(2)] }, { serverSeq: 3 }),
      makeChange(4, 'settle', { field: 'phone', after: 'b', heads: [uuid(1), uuid(2)] }, { serverSeq: 4 }),
    ])
    expect(state.fields.phone?.value).toBe('a')
    expect(state.fields.phone?.rivals).toEqual([{ value: 'b', changeId: uuid(4) }])
  })

  test('erased changes say nothing any more', () => {
    const state = foldLiving([makeChange(1, 'patch', null), makeChange(2, 'erase', { ground: 'request' })])
    expect(state).toEqual({ fields: {}, erased: true })
  })

  test('patchOf leaves out what is already so and names the head for the rest', () => {
    const state = foldLiving([makeChange(1, 'patch', { phone: { after: '1', basedOn: null }, name: { after: '甲', basedOn: null } })])
    expect(patchOf(state, { phone: '2', name: '甲', sex: '1' })).toEqual({
      phone: { after: '2', basedOn: uuid(1) },
      sex: { after: '1', basedOn: null },
    })
  })
})

describe('documents', () => {
  const body = (n: number) => ({ body: { n } })

  test('a successor that names the head is the next version', () => {
    const state = foldDocument([makeChange(1, 'create', body(1)), makeChange(2, 'succeed', { ...body(2), replaces: uuid(1) })])
    expect(state).toMatchObject({ headId: uuid(2), version: 2, body: { n: 2 }, voided: false, rivals: [] })
  })

  test('two successors of one version are one question', () => {
    const state = foldDocument([
      makeChange(1, 'create', body(1), { serverSeq: 1 }),
      makeChange(2, 'succeed', { ...body(2), replaces: uuid(1) }, { serverSeq: 3 }),
      makeChange(3, 'succeed', { ...body(3), replaces: uuid(1) }, { serverSeq: 2 }),
    ])
    expect(state).toMatchObject({ headId: uuid(3), rivals: [uuid(2)] })
  })

  test('a void is taken back by a version that names it; a second void of another hand still holds', () => {
    const made = makeChange(1, 'create', { body: { n: 1 } }, { serverSeq: 1, entity: 'infoCheck' })
    const voided = makeChange(2, 'void', { reason: '录错人', voids: uuid(1) }, { serverSeq: 2, entity: 'infoCheck' })
    const back = makeChange(3, 'succeed', { body: { n: 1 }, replaces: uuid(2) }, { serverSeq: 4, entity: 'infoCheck' })
    expect(foldDocument([made, voided, back])).toMatchObject({ voided: false, voidReason: null, headId: uuid(3), version: 2, body: { n: 1 }, rivals: [] })
    const again = makeChange(4, 'void', { reason: '重复', voids: uuid(1) }, { serverSeq: 3, entity: 'infoCheck', deviceId: uuid(7) })
    expect(foldDocument([made, voided, again, back])).toMatchObject({ voided: true, voidReason: '重复', headId: uuid(1), rivals: [uuid(3)] })
  })

  test('a correction of a voided document is a question, not a resurrection', () => {
    const state = foldDocument([
      makeChange(1, 'create', body(1), { serverSeq: 1 }),
      makeChange(2, 'void', { reason: '录错人', voids: uuid(1) }, { serverSeq: 2 }),
      makeChange(3, 'succeed', { ...body(3), replaces: uuid(1) }, { serverSeq: 3 }),
    ])
    expect(state).toMatchObject({ voided: true, voidReason: '录错人', headId: uuid(1), rivals: [uuid(3)] })
  })

  test('a void of an older version does not void the newer one', () => {
    const state = foldDocument([
      makeChange(1, 'create', body(1), { serverSeq: 1 }),
      makeChange(2, 'succeed', { ...body(2), replaces: uuid(1) }, { serverSeq: 2 }),
      makeChange(3, 'void', { reason: '录错人', voids: uuid(1) }, { serverSeq: 3 }),
    ])
    expect(state).toMatchObject({ voided: false, headId: uuid(2), rivals: [uuid(3)] })
  })
})

const anyFields = fc.oneof(
  fc.record({ phone: fc.record({ after: fc.string(), basedOn: fc.option(fc.integer({ min: 1, max: 12 }).map(uuid), { nil: null }) }) }),
  fc.record({ field: fc.constant('phone'), after: fc.string(), heads: fc.array(fc.integer({ min: 1, max: 12 }).map(uuid)) }),
  fc.record({ body: fc.record({ n: fc.integer() }), replaces: fc.integer({ min: 1, max: 12 }).map(uuid) }),
  fc.record({ reason: fc.string(), voids: fc.integer({ min: 1, max: 12 }).map(uuid) }),
  fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<never>,
  fc.constant(null),
)
const kinds = fc.constantFrom('patch', 'create', 'succeed', 'void', 'settle', 'erase', 'merge', 'from-a-later-version')
const history = fc
  .array(fc.tuple(kinds, anyFields, fc.boolean()), { maxLength: 12 })
  .map((items) => items.map(([kind, fields, placed], i) => makeChange(i + 1, kind, fields, { serverSeq: placed ? i + 1 : null })))

function shuffled(changes: PlacedChange[], seed: number): PlacedChange[] {
  return [...changes].sort((a, b) => ((a.deviceSeq * 7919 + seed) % 101) - ((b.deviceSeq * 7919 + seed) % 101))
}

describe('any order of any changes', () => {
  test('folds to the same state and never fails', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 100 }), (changes, seed) => {
        expect(foldLiving(shuffled(changes, seed))).toEqual(foldLiving(changes))
        expect(foldDocument(shuffled(changes, seed))).toEqual(foldDocument(changes))
      }),
    )
  })

  test('no value that was typed disappears: it is shown, a rival, or was built upon or settled by somebody', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 8 })), { minLength: 1, maxLength: 8 }), (edits) => {
        const changes = edits.map(([value, basedOn], i) =>
          makeChange(i + 1, 'patch', phone(value, basedOn === 0 ? null : uuid(basedOn)), { serverSeq: i + 1 }),
        )
        const head = foldLiving(changes).fields.phone
        const visible = new Set([head?.value, ...(head?.rivals ?? []).map((rival) => rival.value)])
        const builtUpon = new Set(edits.map(([, basedOn]) => uuid(basedOn)))
        for (const [i, [value]] of edits.entries()) expect(visible.has(value) || builtUpon.has(uuid(i + 1))).toBe(true)
      }),
    )
  })
})

describe('the hash of the fields', () => {
  test('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: '字' }] })).toBe('{"a":[{"c":"字","d":null}],"b":1}')
    expect(hashInput({ b: 1, a: 2 }, 's')).toBe(hashInput({ a: 2, b: 1 }, 's'))
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
    expect(sameJson(undefined, null)).toBe(false)
  })
})
