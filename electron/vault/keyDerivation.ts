import { randomBytes } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'

/** Argon2id in WebAssembly: node:crypto's own is missing in Electron (BoringSSL). */

export const kdfSchema = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z.number().int().min(19 * 1024).max(1024 * 1024),
  iterations: z.number().int().min(2).max(20),
  salt: z.base64(),
})
export type Kdf = z.infer<typeof kdfSchema>
export type KdfCost = Pick<Kdf, 'memoryKiB' | 'iterations'>

/** The least that OWASP's password storage guidance allows. */
export const kdfFloor: KdfCost = { memoryKiB: 19 * 1024, iterations: 2 }

/** Tried in this order; 128 MiB at most, so that a PC with 4 GB still opens its store. */
const ladder: readonly KdfCost[] = [
  kdfFloor,
  { memoryKiB: 32 * 1024, iterations: 2 },
  { memoryKiB: 46 * 1024, iterations: 2 },
  { memoryKiB: 64 * 1024, iterations: 3 },
  { memoryKiB: 96 * 1024, iterations: 3 },
  { memoryKiB: 128 * 1024, iterations: 4 },
]
const enoughMs = 300

/** The cheapest step that takes this machine at least 300 ms. */
export async function calibrate(clock: () => number = () => performance.now()): Promise<KdfCost> {
  const salt = randomBytes(16)
  let chosen = kdfFloor
  for (const cost of ladder) {
    const start = clock()
    await derive('calibration', cost, salt)
    chosen = cost
    if (clock() - start >= enoughMs) break
  }
  return chosen
}

export function newKdf(cost: KdfCost): Kdf {
  return { name: 'argon2id', ...cost, salt: randomBytes(16).toString('base64') }
}

/** 256 bits from a password. Full-width letters and digits of an input method count as their plain forms. */
export function deriveKey(secret: string, kdf: Kdf): Promise<Buffer> {
  return derive(secret.normalize('NFKC'), kdf, Buffer.from(kdf.salt, 'base64'))
}

async function derive(secret: string, cost: KdfCost, salt: Uint8Array): Promise<Buffer> {
  const bytes = await argon2id({
    password: secret,
    salt,
    parallelism: 1,
    iterations: cost.iterations,
    memorySize: cost.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  })
  return Buffer.from(bytes)
}
