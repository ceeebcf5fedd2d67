import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { ok, problem } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Role } from '../api/schemas/common.ts'
import { deriveKey, newKdf } from './keyDerivation.ts'
import type { Kdf, KdfCost } from './keyDerivation.ts'
import { newRecoveryCode, parseRecoveryCode } from './recoveryCode.ts'
import { open, seal } from './seal.ts'
import type { Sealed } from './seal.ts'
import type { VaultFile, VaultUser } from './vaultFile.ts'

/** What the vault file means: pure steps from one vault to the next. Reading, writing and counting tries are its neighbours' work. */

export interface NewUser {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly password: string
}

export interface OpenKeys {
  readonly user: { readonly id: string; readonly name: string; readonly role: Role }
  /** 256 bits. The holder fills it with zeros when it locks. */
  readonly databaseKey: Buffer
  readonly signingKey: KeyObject
}

export interface NewVault {
  readonly vault: VaultFile
  readonly keys: OpenKeys
  /** Shown once, kept nowhere. */
  readonly recoveryCode: string
}

export async function createVault(
  county: { readonly code: string; readonly name: string },
  first: NewUser,
  cost: KdfCost,
  now: string,
): Promise<NewVault> {
  const databaseKey = randomBytes(32)
  const recoveryCode = newRecoveryCode()
  const user = await createUser(first, databaseKey, cost, now)
  const vault: VaultFile = {
    format: 1,
    createdAt: now,
    county: { code: county.code, name: county.name },
    users: [user.entry],
    recovery: await wrapForRecovery(recoveryCode, databaseKey, cost),
    countyRecovery: null,
  }
  return { vault, keys: { user: publicUser(user.entry), databaseKey, signingKey: user.signingKey }, recoveryCode }
}

/** null when the password is not this user's. */
export async function openWithPassword(vault: VaultFile, userId: string, password: string): Promise<OpenKeys | null> {
  const user = userOf(vault, userId)
  if (user === null) return null
  return withDerivedKey(password, user.kdf, (key) => {
    const databaseKey = open(user.databaseKey, key, contextOf('database', user))
    const signing = open(user.signing.privateKey, key, contextOf('signing', user))
    if (databaseKey === null || signing === null) return null
    const signingKey = createPrivateKey({ key: signing, format: 'der', type: 'pkcs8' })
    signing.fill(0)
    return { user: publicUser(user), databaseKey, signingKey }
  })
}

/** The database key by the recovery code. The user's signing key cannot be had that way: they get a new one, the old public half stays known. */
export async function recoverWithCode(
  vault: VaultFile,
  userId: string,
  typedCode: string,
  newPassword: string,
  now: string,
): Promise<Result<{ readonly vault: VaultFile; readonly keys: OpenKeys }>> {
  const code = parseRecoveryCode(typedCode)
  if (!code.ok) return code
  const user = userOf(vault, userId)
  if (user === null) return problem('noSuchUser', '这台电脑上没有这个人', { field: 'userId' })
  const databaseKey = await withDerivedKey(code.value, vault.recovery.kdf, (key) =>
    open(vault.recovery.databaseKey, key, 'four-ones vault 1 recovery'),
  )
  if (databaseKey === null) {
    return problem('recoveryCodeWrong', '这不是这台电脑的恢复码。看看纸上写的是不是别的电脑', { field: 'recoveryCode' })
  }
  const fresh = await createUser({ ...publicUser(user), password: newPassword }, databaseKey, user.kdf, now)
  const entry: VaultUser = {
    ...fresh.entry,
    createdAt: user.createdAt,
    signing: { ...fresh.entry.signing, retired: [...user.signing.retired, user.signing.publicKey] },
  }
  const next = withUser(vault, entry)
  return ok({ vault: next, keys: { user: publicUser(entry), databaseKey, signingKey: fresh.signingKey } })
}

export async function withNewUser(vault: VaultFile, user: NewUser, databaseKey: Buffer, now: string): Promise<VaultFile> {
  const cost = vault.users[0]?.kdf ?? vault.recovery.kdf
  const created = await createUser(user, databaseKey, cost, now)
  return { ...vault, users: [...vault.users, created.entry] }
}

/** null when the old password is wrong. */
export async function withNewPassword(
  vault: VaultFile,
  userId: string,
  oldPassword: string,
  newPassword: string,
): Promise<VaultFile | null> {
  const user = userOf(vault, userId)
  if (user === null) return null
  const keys = await openWithPassword(vault, userId, oldPassword)
  if (keys === null) return null
  const kdf = newKdf({ memoryKiB: user.kdf.memoryKiB, iterations: user.kdf.iterations })
  const entry = await withDerivedKey(newPassword, kdf, (key) => ({
    ...user,
    kdf,
    databaseKey: seal(keys.databaseKey, key, contextOf('database', user)),
    signing: { ...user.signing, privateKey: sealSigningKey(keys.signingKey, key, user) },
  }))
  keys.databaseKey.fill(0)
  return withUser(vault, entry)
}

async function createUser(
  user: NewUser,
  databaseKey: Buffer,
  cost: KdfCost,
  now: string,
): Promise<{ readonly entry: VaultUser; readonly signingKey: KeyObject }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const kdf = newKdf({ memoryKiB: cost.memoryKiB, iterations: cost.iterations })
  const entry = await withDerivedKey(user.password, kdf, (key) => ({
    id: user.id,
    name: user.name,
    role: user.role,
    createdAt: now,
    kdf,
    databaseKey: seal(databaseKey, key, contextOf('database', user)),
    signing: {
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      privateKey: sealSigningKey(privateKey, key, user),
      retired: [],
    },
  }))
  return { entry, signingKey: privateKey }
}

async function wrapForRecovery(
  code: string,
  databaseKey: Buffer,
  cost: KdfCost,
): Promise<{ kdf: Kdf; databaseKey: Sealed }> {
  const characters = parseRecoveryCode(code)
  if (!characters.ok) throw new Error('a new recovery code did not pass its own check')
  const kdf = newKdf({ memoryKiB: cost.memoryKiB, iterations: cost.iterations })
  const sealed = await withDerivedKey(characters.value, kdf, (key) =>
    seal(databaseKey, key, 'four-ones vault 1 recovery'),
  )
  return { kdf, databaseKey: sealed }
}

function sealSigningKey(privateKey: KeyObject, key: Buffer, user: { readonly id: string; readonly role: Role }): Sealed {
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })
  const sealed = seal(der, key, contextOf('signing', user))
  der.fill(0)
  return sealed
}

async function withDerivedKey<T>(secret: string, kdf: Kdf, use: (key: Buffer) => T): Promise<T> {
  const key = await deriveKey(secret, kdf)
  try {
    return use(key)
  } finally {
    key.fill(0)
  }
}

/** Who and what role is part of what was sealed: a role edited in the file opens nothing. */
function contextOf(purpose: 'database' | 'signing', user: { readonly id: string; readonly role: Role }): string {
  return `four-ones vault 1 ${purpose} ${user.id} ${user.role}`
}

function userOf(vault: VaultFile, userId: string): VaultUser | null {
  return vault.users.find((user) => user.id === userId) ?? null
}

function withUser(vault: VaultFile, entry: VaultUser): VaultFile {
  return { ...vault, users: vault.users.map((user) => (user.id === entry.id ? entry : user)) }
}

function publicUser(user: VaultUser): OpenKeys['user'] {
  return { id: user.id, name: user.name, role: user.role }
}
