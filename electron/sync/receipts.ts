import { createHash } from 'node:crypto'
import { changesOfBatch } from '../../db/sync/index.ts'
import type { SealedBatch } from '../../db/sync/index.ts'
import type { Store } from '../../db/store.ts'
import { receiptSignatureInput } from '../../domain/sync/index.ts'
import type { SignedReceipt } from '../../domain/sync/index.ts'
import { isSignedByCounty } from './keys.ts'
import { unpack } from './packing.ts'

export interface CountyKey {
  readonly keyId: string
  readonly publicKey: string
}

/** Whether this is the county's receipt for these very bytes, with a result for every change. Nothing less lets a change count as received. */
export function isReceiptFor(
  store: Store, batch: SealedBatch, signed: SignedReceipt, county: { readonly code: string; readonly keys: readonly CountyKey[] },
): boolean {
  const { receipt, signature } = signed
  const key = county.keys.find((one) => one.keyId === receipt.keyId)
  if (key === undefined || !isSignedByCounty(key.publicKey, receiptSignatureInput(receipt), signature)) return false
  if (receipt.countyCode !== county.code || receipt.deviceId !== store.device.id || receipt.batchId !== batch.id) return false
  if (receipt.batchHash !== createHash('sha256').update(unpack(batch.bytes)).digest('hex')) return false
  const answered = new Set(receipt.results.map((result) => result.changeId))
  return changesOfBatch(store, batch.id).every((change) => answered.has(change.id))
}
