import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ok, problem } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { countyCode, id, instant, roleSchema } from '../api/schemas/common.ts'
import { readTextIfThere, writeFileAtomically } from './atomicFile.ts'
import { kdfSchema } from './keyDerivation.ts'
import { sealedSchema } from './seal.ts'

/** vault.json: every way to the database key, none of them without a secret that a person knows. */

const userSchema = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  role: roleSchema,
  createdAt: instant,
  kdf: kdfSchema,
  databaseKey: sealedSchema,
  /** Ed25519; the public half as SPKI. */
  signing: z.strictObject({ publicKey: z.base64(), privateKey: sealedSchema, retired: z.array(z.base64()) }),
})
export type VaultUser = z.infer<typeof userSchema>

export const vaultSchema = z.strictObject({
  format: z.literal(1),
  createdAt: instant,
  county: z.strictObject({ code: countyCode, name: z.string().min(1).max(200) }),
  users: z.array(userSchema).min(1).max(200),
  recovery: z.strictObject({ kdf: kdfSchema, databaseKey: sealedSchema }),
  /** The database key for the county's recovery key, put here at enrolment: X25519, then AES-256-GCM. */
  countyRecovery: z
    .strictObject({ keyId: z.string().max(200), ephemeralKey: z.base64(), databaseKey: sealedSchema })
    .nullable(),
})
export type VaultFile = z.infer<typeof vaultSchema>

export const vaultName = 'vault.json'

export interface VaultRead {
  readonly vault: VaultFile | null
  /** A sentence when the first copy was unreadable and the second one took its place. */
  readonly notice: string | null
}

/** `ok` with null: there is no vault at all. Never invents one. */
export function readVault(folder: string, stamp: string): Result<VaultRead> {
  const path = join(folder, vaultName)
  const first = parseAt(path)
  if (first.kind === 'good') {
    healCopy(`${path}.bak`, serialise(first.vault))
    return ok({ vault: first.vault, notice: null })
  }
  if (first.kind === 'newer') return newerVault()
  const second = parseAt(`${path}.bak`)
  if (second.kind === 'newer') return newerVault()
  if (second.kind === 'good') {
    if (existsSync(path)) renameSync(path, `${path}.damaged-${stamp.replace(/[^0-9]/g, '')}`)
    writeFileAtomically(path, serialise(second.vault))
    return ok({
      vault: second.vault,
      notice: '放钥匙的文件坏了，已经用备份的那一份补好。资料都在，照常输密码就行',
    })
  }
  if (first.kind === 'none' && second.kind === 'none') return ok({ vault: null, notice: null })
  return problem(
    'vaultDamaged',
    '放钥匙的文件坏了，备份的那一份也读不出来。资料还锁在这台电脑上，没有人动过。请不要删除任何文件，找县里管电脑的人用备份把它放回去',
  )
}

/**
 * The copy holds the same: with the one before, a changed password would open again. It comes first, so that a disk that is full leaves the vault of
 * before in force; a very first vault is whole or none, so that set-up can be done again.
 */
export function writeVault(folder: string, vault: VaultFile): void {
  const path = join(folder, vaultName)
  const isFirst = !vaultExists(folder)
  const places = isFirst ? [path, `${path}.bak`] : [`${path}.bak`, path]
  try {
    for (const place of places) writeFileAtomically(place, serialise(vault))
  } catch (error) {
    if (isFirst) for (const place of places) rmSync(place, { force: true })
    throw error
  }
}

/** The power may have gone between the two copies; what cannot be written now waits for the next start. */
function healCopy(path: string, text: string): void {
  try {
    if (readTextIfThere(path) !== text) writeFileAtomically(path, text)
  } catch {
    // The vault itself is good, and nobody is kept out of it for the sake of its copy.
  }
}

export function vaultExists(folder: string): boolean {
  return existsSync(join(folder, vaultName)) || existsSync(join(folder, `${vaultName}.bak`))
}

type Parsed =
  | { readonly kind: 'none' | 'bad' | 'newer' }
  | { readonly kind: 'good'; readonly vault: VaultFile }

/** A file that is there but cannot be read counts as damaged, never as missing. */
function parseAt(path: string): Parsed {
  try {
    return parse(readTextIfThere(path))
  } catch {
    return { kind: 'bad' }
  }
}

function parse(text: string | null): Parsed {
  if (text === null) return { kind: 'none' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'bad' }
  }
  const parsed = vaultSchema.safeParse(json)
  if (parsed.success) return { kind: 'good', vault: parsed.data }
  const format = z.object({ format: z.number().int().min(2) }).safeParse(json)
  return { kind: format.success ? 'newer' : 'bad' }
}

function newerVault(): Result<VaultRead> {
  return problem(
    'newerFile',
    '这台电脑上的资料是用更新的四个一存的，这一版读不了。资料没有动。请装上新版再打开',
  )
}

function serialise(vault: VaultFile): string {
  return `${JSON.stringify(vault, null, 1)}\n`
}
