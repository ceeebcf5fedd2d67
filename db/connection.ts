import { openSync, readSync, closeSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'

/** Encrypted connections. The cipher and the key go in before anything else, or SQLite would read the file as plain. */

const plainHeader = 'SQLite format 3\0'

export function connect(file: string, key: Uint8Array, options: { readonly: boolean; mayCreate: boolean }): Database.Database {
  const sqlite = new Database(file, { readonly: options.readonly, fileMustExist: !options.mayCreate, timeout: 5000 })
  try {
    sqlite.pragma("cipher = 'chacha20'")
    sqlite.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
    sqlite.pragma('temp_store = MEMORY')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** Every save is on disk before it is answered (FULL); what was deleted is overwritten. */
export function prepareForWriting(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('cache_size = -32000')
  // A large import leaves no large log behind: 64 MB.
  sqlite.pragma('journal_size_limit = 67108864')
}

export function hasPlainHeader(file: string): boolean {
  if (statSync(file).size < plainHeader.length) return false
  const bytes = Buffer.alloc(plainHeader.length)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes, 0, bytes.length, 0)
  } finally {
    closeSync(handle)
  }
  return bytes.toString('latin1') === plainHeader
}

/** Older releases can corrupt a write-ahead log (fixed in 3.51.3). */
export function isSafeVersion(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return major > 3 || (major === 3 && (minor > 51 || (minor === 51 && patch >= 3)))
}

/**
 * One writer: held by the operating system as long as the process lives, and gone with it. The write-ahead log lets a second
 * program in, so a file of its own carries the lock; it stays empty.
 */
export function takeWriterLock(file: string): Database.Database {
  const lock = new Database(`${file}.lock`, { timeout: 0 })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    throw error
  }
}
