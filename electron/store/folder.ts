import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { errorCode, syncFolder, writeFileAtomically } from '../vault/atomicFile.ts'
import { problemOfError, problems } from './problems.ts'

/** The store folder: who may use it, and how a database first comes into it. */

export const databaseName = 'four-ones.db'
const unfinished = 'setting-up'

export interface FolderHold {
  release(): void
}

/** One process at a time, also at the lock screen; the operating system lets go when the process dies. */
export function holdFolder(folder: string): Result<FolderHold> {
  try {
    mkdirSync(folder, { recursive: true })
    const probe = join(folder, '.writable')
    writeFileAtomically(probe, '')
    rmSync(probe)
    const lock = new Database(join(folder, 'in-use.lock'), { timeout: 0 })
    try {
      lock.pragma('journal_mode = MEMORY')
      lock.exec('begin exclusive')
    } catch (error) {
      lock.close()
      throw error
    }
    return ok({ release: () => lock.close() })
  } catch (error) {
    if (errorCode(error)?.startsWith('SQLITE_BUSY')) return fail(problems.inUse)
    const problem = problemOfError(error)
    if (problem === null) throw error
    return fail(problem)
  }
}

export function databaseExists(folder: string): boolean {
  return existsSync(join(folder, databaseName))
}

/** Where a first database is made. What an earlier, broken off set-up left there was never shown to anyone. */
export function startSettingUp(folder: string): string {
  const place = join(folder, unfinished)
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  return join(place, databaseName)
}

/** Moves the new database in. Called when the vault is written, and at start when the power went between the two. */
export function finishSettingUp(folder: string): void {
  const place = join(folder, unfinished)
  if (databaseExists(folder) || !existsSync(join(place, databaseName))) return
  // The database last: as long as it is not there, this can be done again.
  for (const name of readdirSync(place)) {
    if (name.startsWith(`${databaseName}.`)) renameSync(join(place, name), join(folder, name))
  }
  renameSync(join(place, databaseName), join(folder, databaseName))
  syncFolder(folder)
  rmSync(place, { recursive: true, force: true })
}
