import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** AES-256-GCM: ciphertext and tag in one, bound to a context that is checked when it is opened. */

export const sealedSchema = z.strictObject({ nonce: z.base64(), data: z.base64() })
export type Sealed = z.infer<typeof sealedSchema>

const tagBytes = 16

export function seal(plain: Uint8Array, key: Uint8Array, context: string): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context, 'utf8'))
  const data = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), data: data.toString('base64') }
}

/** null when the key or the context is another one, or a bit has changed. */
export function open(sealed: Sealed, key: Uint8Array, context: string): Buffer | null {
  const nonce = Buffer.from(sealed.nonce, 'base64')
  const data = Buffer.from(sealed.data, 'base64')
  if (nonce.length !== 12 || data.length < tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(context, 'utf8'))
  decipher.setAuthTag(data.subarray(data.length - tagBytes))
  const start = decipher.update(data.subarray(0, data.length - tagBytes))
  try {
    return Buffer.concat([start, decipher.final()])
  } catch {
    start.fill(0)
    return null
  }
}
