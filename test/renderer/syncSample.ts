import type { FakeOptions } from './fakeBridge.ts'
import { succeed } from './fakeBridge.ts'
import type { Output, SyncStatus } from '../../renderer/api/client.ts'
import { uuid } from './people.ts'

/** A computer that has written more than the county has. */

export const status: SyncStatus = {
  enrolled: true, serverUrl: 'https://10.0.0.5:8443', scope: '示范镇', state: 'offline', unsent: 34, refused: 2, contested: 3,
  lastContactAt: '2026-11-23T00:12:00.000Z', nextTryAt: '2026-11-23T02:15:00.000Z', message: '现在没有网络。不影响填写，写好的都在这台电脑上，连上以后自己接着发。',
}

const days = [
  ['2026-11-23', 46, 12, 34, 0, 0], ['2026-11-20', 58, 55, 0, 2, 1], ['2026-11-19', 41, 41, 0, 0, 0], ['2026-11-18', 63, 62, 0, 1, 0], ['2026-11-13', 52, 51, 0, 0, 1],
  ['2026-01-05', 2946, 2946, 0, 0, 0],
] as const

export const balance: Output<'sync.balance'> = {
  written: 3206, received: 3167, unsent: 34, contested: 3, refused: 2,
  days: days.map(([day, written, received, unsent, contested, refused]) => ({ day, written, received, unsent, contested, refused })),
}

export const refused: Output<'sync.refused'> = [
  { changeId: uuid(801), personId: uuid(2), personName: '宋长海', what: '基础信息核对', at: '2026-11-20T06:31:00.000Z', reason: '村名不在名录里。改好再发' },
  { changeId: uuid(802), personId: uuid(3), personName: '买买提·阿不都热西提', what: '就业服务', at: '2026-11-13T06:31:00.000Z', reason: '服务日期早于核对日期。改好再发' },
]

export const syncHandlers: NonNullable<FakeOptions['handlers']> = {
  'sync.status': () => succeed(status),
  'sync.now': () => succeed(status),
  'sync.balance': () => succeed(balance),
  'sync.refused': () => succeed(refused),
  'sync.resend': () => succeed(status),
}
