import { createHash, randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'
import type { StoreDeps } from './store.ts'

/** The real clock, ids and randomness of this computer. */
export function nodeStoreDeps(): StoreDeps {
  return {
    now: () => new Date().toISOString(),
    // Without options: only then do ids of one millisecond follow each other, and new rows lie at the end of their indexes.
    newId: () => v7(),
    randomHex: (bytes) => Buffer.from(randomBytes(bytes)).toString('hex'),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  }
}

/** Asked for in one piece, since an import takes 16 bytes for each of 100,000 persons; every byte is given out once. */
const pool = Buffer.alloc(8192)
let used = pool.length

function randomBytes(count: number): Uint8Array {
  if (count > pool.length) return randomFillSync(new Uint8Array(count))
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += count
  return Uint8Array.from(pool.subarray(used - count, used))
}
