import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { StoreDeps } from './store.ts'

/** The real clock, ids and randomness of this computer. */
export function nodeStoreDeps(): StoreDeps {
  return {
    now: () => new Date().toISOString(),
    newId: () => v7(),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  }
}
