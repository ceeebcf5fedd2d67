import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { readSync, writeSync } from '../../db/sync/index.ts'
import type { Store } from '../../db/store.ts'

/** The device's signing key. */
export interface DeviceKeys {
  /** SPKI DER, base64url. */
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => Buffer
}

/** Kept in the encrypted store; made the first time. */
export function storedDeviceKeys(store: Store): DeviceKeys {
  const kept = readSync(store.sqlite, 'devicePrivateKey')
  const key =
    kept === null
      ? generateKeyPairSync('ed25519').privateKey
      : createPrivateKey({ key: Buffer.from(kept, 'base64url'), format: 'der', type: 'pkcs8' })
  if (kept === null) writeSync(store.sqlite, 'devicePrivateKey', key.export({ format: 'der', type: 'pkcs8' }).toString('base64url'))
  return {
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64url'),
    sign: (bytes) => sign(null, bytes, key),
  }
}

export function isSignedByCounty(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}
