import { createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { open, seal } from './seal.ts'
import type { VaultFile } from './vaultFile.ts'

/**
 * The database key for the county's recovery key, which two persons of the county keep offline: X25519 with a key used once, then AES-256-GCM. A lost
 * password and a lost recovery code together do not lose visits that were never sent.
 */

export type CountyWrap = NonNullable<VaultFile['countyRecovery']>

export function wrapForCounty(databaseKey: Uint8Array, county: { readonly keyId: string; readonly publicKey: KeyObject }): CountyWrap {
  const once = generateKeyPairSync('x25519')
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: county.publicKey })
  const ephemeralKey = once.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  return {
    keyId: county.keyId,
    ephemeralKey,
    databaseKey: seal(databaseKey, keyFrom(shared, ephemeralKey), contextOf(county.keyId)),
  }
}

/** null when it was wrapped for another key, or a bit has changed. */
export function openForCounty(wrap: CountyWrap, privateKey: KeyObject): Buffer | null {
  const publicKey = createPublicKey({ key: Buffer.from(wrap.ephemeralKey, 'base64'), format: 'der', type: 'spki' })
  const shared = diffieHellman({ privateKey, publicKey })
  return open(wrap.databaseKey, keyFrom(shared, wrap.ephemeralKey), contextOf(wrap.keyId))
}

function keyFrom(shared: Buffer, ephemeralKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, Buffer.from(ephemeralKey, 'base64'), 'four-ones county recovery 1', 32))
}

function contextOf(keyId: string): string {
  return `four-ones vault 1 county ${keyId}`
}
