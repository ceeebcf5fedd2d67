import type { Input, Output } from '../../renderer/api/client.ts'
import { personRow, uuid } from './people.ts'

/** Two made-up people who look like one, for tests and the preview. */

type Pair = Output<'duplicates.list'>['pairs'][number]

const pairs: readonly Pair[] = [
  { a: personRow(5), b: { ...personRow(40), name: '王淑芬', sex: '2', age: 52, town: '示范镇', village: '前进村', category: '4', grade: '3' }, why: [{ reason: 'likeNumber', likeness: 'oneDigit' }, { reason: 'nameBirth' }, { reason: 'phoneVillage' }] },
  { a: personRow(4), b: { ...personRow(53), name: '李国强', sex: '1', age: 47, category: '1', grade: '2', town: '西岭镇', village: '大岭村' }, why: [{ reason: 'nameBirth' }] },
  { a: personRow(7), b: { ...personRow(31), name: '陈志远', sex: '1', age: 24, town: '示范镇', village: '后屯村' }, why: [{ reason: 'phoneVillage' }] },
]

export function duplicatesList({ reason, offset, limit }: Input<'duplicates.list'>): Output<'duplicates.list'> {
  const found = pairs.filter((pair) => reason === null || pair.why.some((one) => one.reason === reason))
  return { total: found.length, all: pairs.length, counts: { sameNumber: 0, likeNumber: 1, nameBirth: 2, phoneVillage: 2 }, pairs: found.slice(offset, offset + limit) }
}

export function comparedFiles({ survivorId }: Input<'duplicates.compare'>): Output<'duplicates.compare'> {
  const pair = pairs.find(({ a, b }) => [a.id, b.id].includes(survivorId)) ?? (pairs[0] as Pair)
  const isTurned = pair.b.id === survivorId
  const field = (name: string, a: never | string | readonly string[] | null, b: never | string | readonly string[] | null) => {
    const [survivor, loser] = isTurned ? [b, a] : [a, b]
    const state = survivor === null ? 'onlyLoser' as const : loser === null ? 'onlySurvivor' as const : survivor === loser ? 'same' as const : 'differ' as const
    return { field: name, survivor, loser, state } as Output<'duplicates.compare'>['fields'][number]
  }
  const side = (row: Pair['a'], version: number, n: number) => ({ row, version: uuid(version), records: [{ entity: 'infoCheck', n }, { entity: 'serviceRecord', n: n + 1 }] })
  const [survivor, loser] = isTurned ? [pair.b, pair.a] : [pair.a, pair.b]
  return {
    survivor: side(survivor, 7001, isTurned ? 0 : 2),
    loser: side(loser, 7002, isTurned ? 2 : 0),
    fields: [
      field('name', pair.a.name, pair.b.name),
      field('idNumber', '210199197403120027', '210199197403120827'),
      field('sex', '2', '2'),
      field('birthDate', '1974-03-12', '1974-03-12'),
      field('disabilityCategory', '4', '4'),
      field('disabilityGrade', '3', '2'),
      field('education', null, '60'),
      field('hukouTown', '示范镇', '示范镇'),
      field('phone', '13900004321', '13900004327'),
      field('contactName', '王立本', null),
      field('communicationModes', ['02'], ['02', '03']),
    ],
  }
}

export const merges: Output<'duplicates.merges'> = [
  {
    mergeId: uuid(8001), actionId: uuid(8002), at: '2026-11-20T06:20:00.000Z', actor: '林芳',
    survivor: { personId: personRow(5).id, name: '王淑芬', idNumberMasked: '210199********0027' },
    loser: { personId: uuid(8003), name: '王淑芳', idNumberMasked: '210199********0827' },
    ended: null,
    meanwhile: [{ changeId: uuid(8004), personId: uuid(8003), at: '2026-11-21T01:10:00.000Z', actor: '刘洋', what: 'serviceRecord.create', on: '2026-11-21' }],
  },
  {
    mergeId: uuid(8011), actionId: uuid(8012), at: '2026-10-08T06:20:00.000Z', actor: '林芳',
    survivor: { personId: personRow(4).id, name: '李国强', idNumberMasked: '210199********0019' },
    loser: { personId: uuid(8013), name: '李国强', idNumberMasked: '210199********0035' },
    ended: { at: '2026-10-09T02:00:00.000Z', actor: '林芳' },
    meanwhile: [],
  },
]
