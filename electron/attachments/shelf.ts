import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AttachmentType, StoredFile } from '../../domain/records/index.ts'
import { errorCode, syncFolder, writeFileAtomically } from '../vault/atomicFile.ts'
import { fileName, folderName, personOfFolder } from './keys.ts'
import type { AttachmentKeys } from './keys.ts'
import { typeOf } from './kinds.ts'

/**
 * Photos, scans and signatures beside the journal, which only names them: `attachments/<person>/<file>`, each sealed with AES-256-GCM, under names that say nothing.
 * A file is written whole or not at all, never changed, and lies once for each person however often it is put.
 */

export interface Shelf {
  put(personId: string, bytes: Uint8Array): StoredFile
  has(personId: string, hash: string): boolean
  /** null: not on this computer. 'damaged': there, but not what was stored. */
  get(personId: string, hash: string): { readonly type: AttachmentType; readonly bytes: Buffer } | 'damaged' | null
  drop(personId: string, hash: string): void
  /** Everything of one person; how many files there were. */
  dropAll(personId: string): number
  /** Who has files here. */
  persons(): string[]
}

const format = 1
const nonceBytes = 12
const tagBytes = 16

export function openShelf(storeFolder: string, keys: AttachmentKeys): Shelf {
  const root = join(storeFolder, 'attachments')
  const folderOf = (personId: string): string => join(root, folderName(keys, personId))
  const pathOf = (personId: string, hash: string): string => join(folderOf(personId), fileName(keys, personId, hash))

  return {
    put(personId, bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(personId, hash)
      const stored: StoredFile = { hash, size: bytes.length, type: typeOf(bytes) as AttachmentType }
      // A file that was damaged since is put right by storing it again.
      if (existsSync(path) && unseal(readFileSync(path), keys, personId, hash) !== null) return stored
      const folder = folderOf(personId)
      if (mkdirSync(folder, { recursive: true }) !== undefined) {
        syncFolder(root)
        syncFolder(storeFolder)
      }
      writeFileAtomically(path, seal(bytes, keys, personId, hash))
      return stored
    },
    has: (personId, hash) => existsSync(pathOf(personId, hash)),
    get(personId, hash) {
      const sealed = readIfThere(pathOf(personId, hash))
      if (sealed === null) return null
      const bytes = unseal(sealed, keys, personId, hash)
      const type = bytes === null ? null : typeOf(bytes)
      return bytes === null || type === null ? 'damaged' : { type, bytes }
    },
    drop: (personId, hash) => rmSync(pathOf(personId, hash), { force: true }),
    dropAll(personId) {
      const folder = folderOf(personId)
      if (!existsSync(folder)) return 0
      const files = readdirSync(folder).length
      rmSync(folder, { recursive: true, force: true })
      syncFolder(root)
      return files
    },
    persons: () => (existsSync(root) ? readdirSync(root).flatMap((folder) => personOfFolder(keys, folder) ?? []) : []),
  }
}

/** Bound to person and hash: a file that is moved to another place there is not taken for the one that belongs there. */
function seal(bytes: Uint8Array, keys: AttachmentKeys, personId: string, hash: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keys.content, nonce)
  cipher.setAAD(Buffer.from(`${personId}\n${hash}`))
  return Buffer.concat([Buffer.of(format), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function unseal(sealed: Buffer, keys: AttachmentKeys, personId: string, hash: string): Buffer | null {
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== format) return null
  const decipher = createDecipheriv('aes-256-gcm', keys.content, sealed.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(`${personId}\n${hash}`))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const start = decipher.update(sealed.subarray(1 + nonceBytes, sealed.length - tagBytes))
  try {
    return Buffer.concat([start, decipher.final()])
  } catch {
    return null
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
