import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  batchLimits, batchSignatureInput, batchText, changeLine, holeInFeed, isInScope, isTooLargeForBatch, mayWrite, nestsDeeperThan, normalCode,
  readBatch, scopeSentence, takeForBatch,
} from '../../domain/sync/index.ts'
import type { BatchHeader } from '../../domain/sync/index.ts'
import { nextAfter } from '../../server/intake/sequence.ts'
import { makeChange, uuid } from '../domain/journal/makeChange.ts'
import { backOffMs } from '../../electron/sync/backOff.ts'

const sha256 = (value: string) => createHash('sha256').update(value).digest('hex')
const header = (count: number, more: Partial<BatchHeader> = {}): BatchHeader => ({
  format: 'four-ones-batch', v: 1, batchId: uuid(9), countyCode: '210199', deviceId: uuid(3), deviceEpoch: uuid(4),
  fromSeq: 1, toSeq: count, count, ...more,
})
const changes = (count: number) => Array.from({ length: count }, (_, index) => makeChange(index + 1, 'patch', { name: { after: '王', basedOn: null } }))
const text = (count: number, more: Partial<BatchHeader> = {}) => batchText(header(count, more), changes(count).map(changeLine), 'c2ln', sha256)

describe('the text of a batch', () => {
  it('is read back as it was written, unknown header fields included', () => {
    const read = readBatch(text(3, { later: '新版' }))
    expect(read.ok && read.value.header).toEqual(header(3, { later: '新版' }))
    expect(read.ok && read.value.lines.map((line) => line.id)).toEqual(changes(3).map((change) => change.id))
    expect(read.ok && read.value.signature).toBe('c2ln')
  })

  it('is the same for the same changes, whatever the order of their keys', () => {
    const [change] = changes(1)
    const turned = Object.fromEntries(Object.entries(change ?? {}).reverse()) as unknown as ReturnType<typeof makeChange>
    expect(batchText(header(1), [changeLine(turned)], 'c2ln', sha256)).toBe(text(1))
  })

  it('is refused when it contradicts itself', () => {
    for (const more of [{ count: 2 }, { fromSeq: 2 }, { toSeq: 9 }, { batchId: 'x' }]) expect(readBatch(text(3, more)).ok).toBe(false)
    const [first, second] = changes(2).map(changeLine)
    expect(readBatch(batchText(header(2), [second ?? '', first ?? ''], 'c2ln', sha256)).ok).toBe(false)
    expect(readBatch(batchText(header(2), [first ?? '', (first ?? '').replace('"deviceSeq":1', '"deviceSeq":2')], 'c2ln', sha256)).ok).toBe(false)
    expect(readBatch('').ok).toBe(false)
    expect(readBatch('\n\n\n').ok).toBe(false)
    const many = readBatch(text(1001))
    expect(!many.ok && many.error.code).toBe('tooManyChanges')
  })

  it('cut, flipped or spliced anywhere never throws, and never passes for whole', () => {
    const whole = text(5)
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string({ maxLength: 3 }), (a, b, put) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const spliced = whole.slice(0, from) + put + whole.slice(to)
        const read = readBatch(spliced)
        if (!read.ok || spliced === whole) return true
        const isSameSignature = read.value.signature === 'c2ln'
        return read.value.contentHash !== sha256(read.value.content) || !isSameSignature
      }),
      { numRuns: 3000 },
    )
  })

  it('is signed without fields and salt, so that an erasure by law leaves the signature valid', () => {
    const erased = changes(2).map((change) => ({ ...change, fields: null, salt: null }))
    expect(batchSignatureInput(header(2), erased as never)).toBe(batchSignatureInput(header(2), changes(2) as never))
    const moved = changes(2).map((change) => ({ ...change, entityId: uuid(77) }))
    expect(batchSignatureInput(header(2), moved as never)).not.toBe(batchSignatureInput(header(2), changes(2) as never))
  })
})

describe('limits', () => {
  it('fill a batch by count and by bytes, with at least one change', () => {
    expect(takeForBatch([])).toBe(0)
    expect(takeForBatch(Array.from({ length: 1200 }, () => 10))).toBe(1000)
    expect(takeForBatch([400_000, 400_000, 400_000])).toBe(2)
    expect(takeForBatch([2_000_000, 10])).toBe(1)
    expect(isTooLargeForBatch(batchLimits.maxBytes - 5000)).toBe(false)
    expect(isTooLargeForBatch(batchLimits.maxBytes)).toBe(true)
  })

  it('tell deep JSON by counting, brackets in strings left aside', () => {
    expect(nestsDeeperThan('[[[]]]', 3)).toBe(false)
    expect(nestsDeeperThan('[[{}]]', 2)).toBe(true)
    expect(nestsDeeperThan('["[[[[\\"[[["]', 1)).toBe(false)
  })
})

describe('the sequence of a device', () => {
  it('goes on from where it was, takes repetitions, names what is missing', () => {
    expect(nextAfter(1, [1, 2, 3], [])).toEqual({ ok: true, value: 4 })
    expect(nextAfter(4, [2, 3], [])).toEqual({ ok: true, value: 4 })
    expect(nextAfter(4, [2, 4, 5], [])).toEqual({ ok: true, value: 6 })
    expect(nextAfter(4, [6], [])).toEqual({ ok: false, error: 4 })
    expect(nextAfter(4, [4, 6], [])).toEqual({ ok: false, error: 5 })
    expect(nextAfter(4, [9], [[6, 8], [1, 5]])).toEqual({ ok: true, value: 10 })
  })
})

describe('who may do what', () => {
  const place = { town: '210199100', responsibleId: uuid(1) }

  it('scope: county, towns, caseload', () => {
    expect(isInScope({ kind: 'county' }, { town: null, responsibleId: null }, [])).toBe(true)
    expect(isInScope({ kind: 'towns', towns: ['210199100'] }, place, [])).toBe(true)
    expect(isInScope({ kind: 'towns', towns: ['210199101'] }, place, [])).toBe(false)
    expect(isInScope({ kind: 'towns', towns: ['210199101'] }, { ...place, town: null }, [])).toBe(false)
    expect(isInScope({ kind: 'caseload' }, place, [uuid(2), uuid(1)])).toBe(true)
    expect(isInScope({ kind: 'caseload' }, { ...place, responsibleId: null }, [uuid(1)])).toBe(false)
    expect(scopeSentence({ kind: 'towns', towns: ['a', 'b'] }, (code) => `${code}镇`)).toBe('a镇、b镇')
    expect(scopeSentence({ kind: 'caseload' }, (code) => code)).toBe('本人负责的人员')
  })

  it('writing: the office everything, counsellors the casework, supervisors who is in charge', () => {
    const patch = (field: string, entity = 'person') => ({ entity, kind: 'patch', fields: { [field]: { after: 1, basedOn: null } } })
    expect(mayWrite('office', { entity: 'rosterImport', kind: 'create', fields: {} })).toBe(true)
    expect(mayWrite('counsellor', { entity: 'rosterImport', kind: 'create', fields: {} })).toBe(false)
    expect(mayWrite('counsellor', { entity: 'person', kind: 'erase', fields: {} })).toBe(false)
    expect(mayWrite('counsellor', patch('name'))).toBe(true)
    expect(mayWrite('supervisor', patch('name'))).toBe(false)
    expect(mayWrite('supervisor', patch('responsibleId'))).toBe(true)
    expect(mayWrite('supervisor', { entity: 'person', kind: 'patch', fields: null })).toBe(false)
  })

  it('counsellors submit for review, office and supervisors decide', () => {
    const review = (decision: string) => ({ entity: 'review', kind: 'create', fields: { body: { decision } } })
    const taken = { entity: 'review', kind: 'void', fields: { reason: '看错了', voids: 'x' } }
    expect(['counsellor', 'office', 'supervisor'].map((role) => mayWrite(role as 'office', review('SUBMITTED')))).toEqual([true, true, false])
    for (const decision of ['REVIEWED', 'RETURNED']) {
      expect(['counsellor', 'office', 'supervisor'].map((role) => mayWrite(role as 'office', review(decision)))).toEqual([false, true, true])
    }
    expect(['counsellor', 'office', 'supervisor'].map((role) => mayWrite(role as 'office', taken))).toEqual([false, true, true])
    expect(mayWrite('supervisor', { entity: 'infoCheck', kind: 'create', fields: { body: {} } })).toBe(false)
  })
})

it('a hole in the feed is found wherever it is', () => {
  expect(holeInFeed(4, [{ feedNo: 5 }, { feedNo: 6 }])).toBeNull()
  expect(holeInFeed(4, [{ feedNo: 6 }])).toBe(5)
  expect(holeInFeed(4, [{ feedNo: 5 }, { feedNo: 7 }])).toBe(6)
  expect(holeInFeed(4, [{ feedNo: 4 }])).toBe(5)
})

it('a code may be typed in any case, with look-alikes, wide letters and any separators', () => {
  expect(normalCode(' ab2l-oi９ｘ　')).toBe('AB21019X')
})

it('the waiting time grows to two minutes, with jitter', () => {
  expect([1, 2, 3, 20].map((count) => backOffMs(count, () => 1))).toEqual([2000, 4000, 8000, 120_000])
  expect(backOffMs(3, () => 0)).toBe(4000)
})
