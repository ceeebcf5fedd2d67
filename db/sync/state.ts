import type { Database } from 'better-sqlite3'
import { prepared, preparedValue } from '../prepared.ts'

/** What the exchange remembers between runs: in the encrypted store, so it is copied, backed up and lost together with the changes. */

export type SyncKey =
  | 'serverUrl'
  | 'countyCode'
  | 'countyName'
  | 'userId'
  | 'userName'
  | 'role'
  | 'scopeText'
  /** JSON: the county's public keys. */
  | 'countyKeys'
  | 'epoch'
  /** The last feed row that was applied. */
  | 'cursor'
  | 'lastContactAt'
  /** Ed25519, PKCS8 DER, base64url. */
  | 'devicePrivateKey'
  /** Below this place in the journal nothing waits to be sealed. */
  | 'sealedUpTo'
  /** JSON: epoch of this device -> the highest of its numbers that has a receipt. */
  | 'receipted'
  /** The highest number of the county's order that has been seen. */
  | 'highestSeq'
  /** JSON: users of the county. */
  | 'directory'
  /** JSON: persons that this device should let go of once nothing about them is unsent. */
  | 'leaving'

export function readSync(sqlite: Database, key: SyncKey): string | null {
  const value = preparedValue(sqlite, 'select value from sync_state where key = ?').get(key)
  return typeof value === 'string' ? value : null
}

export function writeSync(sqlite: Database, key: SyncKey, value: string): void {
  prepared(sqlite, 'insert into sync_state (key, value) values (?, ?) on conflict (key) do update set value = excluded.value').run(key, value)
}

export function forgetSync(sqlite: Database, key: SyncKey): void {
  prepared(sqlite, 'delete from sync_state where key = ?').run(key)
}

export function readCursor(sqlite: Database): number {
  return Number(readSync(sqlite, 'cursor') ?? 0)
}

export function readReceipted(sqlite: Database): { [deviceEpoch: string]: number } {
  return JSON.parse(readSync(sqlite, 'receipted') ?? '{}') as { [deviceEpoch: string]: number }
}

export function raiseHighestSeq(sqlite: Database, seqs: readonly number[]): void {
  const before = Number(readSync(sqlite, 'highestSeq') ?? 0)
  const now = seqs.reduce((highest, seq) => Math.max(highest, seq), before)
  if (now > before) writeSync(sqlite, 'highestSeq', String(now))
}
