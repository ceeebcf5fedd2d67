import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aliasesOf, linkedWith, seenOf, survivorOf, writtenSince } from '../../../domain/journal/alias.ts'
import { makeChange, uuid } from './makeChange.ts'

const merge = (n: number, loser: string, survivor: string) =>
  makeChange(n, 'merge', { into: survivor, seen: {} }, { entity: 'person', entityId: loser, personId: loser })
const unmerge = (n: number, loser: string, merges: string[]) =>
  makeChange(n, 'unmerge', { merges }, { entity: 'person', entityId: loser, personId: loser })
const edge = (loserId: string, survivorId: string) => ({ loserId, survivorId })

describe('aliases of a file', () => {
  test('hold until an unmerge names them, whichever of the two comes first', () => {
    const [first, second] = [merge(1, 'b', 'a'), merge(2, 'b', 'c')]
    expect(aliasesOf([unmerge(3, 'b', [uuid(1)]), first, second])).toEqual([
      { mergeId: uuid(1), loserId: 'b', survivorId: 'a', unmergeId: uuid(3) },
      { mergeId: uuid(2), loserId: 'b', survivorId: 'c', unmergeId: null },
    ])
  })

  test('a merge whose fields were erased, or into itself, says nothing', () => {
    expect(aliasesOf([{ ...merge(1, 'b', 'a'), fields: null }, merge(2, 'b', 'b')])).toEqual([])
  })
})

describe('the one who is shown', () => {
  const group = (start: string, aliases: ReturnType<typeof edge>[]) => {
    const members = linkedWith(start, (id) => aliases.filter((alias) => alias.loserId === id || alias.survivorId === id))
    return { members, survivor: survivorOf(members, aliases) }
  }

  test('is the end of a chain', () => {
    const chain = [edge('a', 'b'), edge('b', 'c')]
    for (const start of ['a', 'b', 'c']) expect(group(start, chain)).toEqual({ members: ['a', 'b', 'c'], survivor: 'c' })
  })

  test('of two merged into each other is the file that was opened first', () => {
    expect(group('b', [edge('a', 'b'), edge('b', 'a')]).survivor).toBe('a')
  })

  test('of one merged into two is again the one opened first', () => {
    expect(group('c', [edge('c', 'b'), edge('c', 'a')])).toEqual({ members: ['a', 'b', 'c'], survivor: 'a' })
  })

  test('is alone when no alias holds', () => {
    expect(group('a', [])).toEqual({ members: ['a'], survivor: 'a' })
  })

  test('is the same for every member and in whatever order the aliases come', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const edges = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).map(([a, b]) => edge(a, b)), { maxLength: 8 })
    fc.assert(
      fc.property(edges, (aliases) => {
        for (const id of ids) {
          const one = group(id, aliases)
          expect(one.members).toContain(one.survivor)
          for (const other of one.members) expect(group(other, [...aliases].reverse())).toEqual(one)
        }
      }),
    )
  })
})

describe('written meanwhile', () => {
  test('is what a merge had not seen, of both files, without the merge itself', () => {
    const seen = makeChange(1, 'patch', {}, { deviceSeq: 4 })
    const action = merge(2, 'b', 'a')
    const own = { ...action, deviceSeq: 5, fields: { into: 'a', seen: seenOf([seen]) } }
    const later = makeChange(3, 'patch', {}, { deviceSeq: 6 })
    const elsewhere = makeChange(4, 'patch', {}, { deviceSeq: 1, deviceId: uuid(77) })
    expect(writtenSince(own, [seen, own, later, elsewhere])).toEqual([later, elsewhere])
  })
})
