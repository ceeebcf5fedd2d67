import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { sha256 } from './context.ts'
import type { Orm, Transaction } from './database/database.ts'
import { countyKey } from './database/schema.ts'

/** The county's signing keys (Ed25519): receipts and session tokens. An old key stays listed, so that old receipts can still be checked. */

export interface SigningKey {
  readonly keyId: string
  readonly key: KeyObject
}

export async function makeCountyKey(tx: Transaction, countyCode: string): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  await tx.insert(countyKey).values({
    countyCode,
    keyId: sha256(spki).slice(0, 16),
    publicKey: spki.toString('base64url'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  })
}

export async function signingKey(orm: Orm | Transaction, countyCode: string): Promise<SigningKey> {
  const [row] = await orm
    .select()
    .from(countyKey)
    .where(and(eq(countyKey.countyCode, countyCode), isNull(countyKey.retiredAt)))
    .orderBy(desc(countyKey.createdAt))
    .limit(1)
  if (row === undefined) throw new Error('The county has no signing key')
  const key = createPrivateKey({ key: Buffer.from(row.privateKey, 'base64url'), format: 'der', type: 'pkcs8' })
  return { keyId: row.keyId, key }
}

export async function publicKeys(orm: Orm | Transaction, countyCode: string): Promise<{ keyId: string; publicKey: string }[]> {
  return orm
    .select({ keyId: countyKey.keyId, publicKey: countyKey.publicKey })
    .from(countyKey)
    .where(eq(countyKey.countyCode, countyCode))
    .orderBy(desc(countyKey.createdAt))
}

/** null: no Ed25519 key. */
export function readPublicKey(base64url: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(base64url, 'base64url'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

export function signText(key: KeyObject, text: string): string {
  return sign(null, Buffer.from(text), key).toString('base64url')
}

export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = readPublicKey(publicKey)
  return key !== null && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}
