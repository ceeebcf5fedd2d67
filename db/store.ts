import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { cycleOf } from '../domain/plan/index.ts'
import { ok, fail } from '../domain/result.ts'
import type { Problem, Result } from '../domain/result.ts'
import { connect, hasPlainHeader, isSafeVersion, prepareForWriting, takeWriterLock } from './connection.ts'
import { storeProblem, toStoreProblem } from './errors.ts'
import { localDay } from './localDay.ts'
import { readMeta, writeMeta } from './meta.ts'
import { backUp, migrate, schemaVersion, versionOf } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { catchUpAll } from './projection/catchUp.ts'
import { noteCounty } from './projection/county.ts'
import { ensureCycle, projectionVersion, rebuild } from './projection/rebuild.ts'
import * as schema from './schema/index.ts'

export interface StoreDeps {
  /** ISO UTC. */
  now(): string
  /** UUIDv7. */
  newId(): string
  randomHex(bytes: number): string
  sha256(text: string): string
}

export interface Progress {
  readonly task: 'migrate' | 'rebuild'
  readonly done: number
  readonly total: number
}

export interface Store {
  readonly sqlite: Database
  readonly orm: BetterSQLite3Database<typeof schema>
  readonly deps: StoreDeps
  readonly device: { readonly id: string; readonly epoch: string }
  close(): void
}

export interface OpenOptions {
  readonly file: string
  /** 32 bytes. */
  readonly key: Uint8Array
  readonly deps: StoreDeps
  readonly readonly?: boolean
  /** Make the file when there is none; without it a missing file is a problem, never an empty database. */
  readonly create?: boolean
  /** Where the copy before a migration goes; `backup` beside the file when left out. */
  readonly backupFolder?: string
  /** Six digits; people registered and living elsewhere then do not count. A store keeps the last one that it was told. */
  readonly countyCode?: string
  readonly onProgress?: (progress: Progress) => void
  /** Only tests give others than the released ones. */
  readonly migrations?: readonly Migration[]
}

export function openStore(options: OpenOptions): Result<Store> {
  const opened: Database[] = []
  try {
    const refusal = looksWrong(options) ?? readsWrong(options)
    if (refusal !== null) return fail(refusal)
    const lock = options.readonly ? null : takeWriterLock(options.file)
    if (lock !== null) opened.push(lock)
    const sqlite = connect(options.file, options.key, {
      readonly: options.readonly ?? false,
      mayCreate: options.create ?? false,
    })
    opened.unshift(sqlite)
    if (!options.readonly) prepareForWriting(sqlite)
    const problem = options.readonly ? null : bringUpToDate(sqlite, options)
    if (problem !== null) return refuse(opened, problem)
    const store = storeOf(sqlite, lock, options.deps)
    if (!options.readonly) reproject(store, options)
    return ok(store)
  } catch (error) {
    const problem = toStoreProblem(error)
    if (problem === null) {
      closeAll(opened)
      throw error
    }
    return refuse(opened, problem)
  }
}

function refuse(opened: readonly Database[], problem: Problem): Result<Store> {
  closeAll(opened)
  return fail(problem)
}

function closeAll(opened: readonly Database[]): void {
  for (const sqlite of opened) if (sqlite.open) sqlite.close()
}

/** What the folder tells without opening the file. */
function looksWrong(options: OpenOptions): Problem | null {
  if (!existsSync(options.file)) return options.create && !options.readonly ? null : storeProblem('storeMissing')
  if (statSync(options.file).size === 0) return options.create ? null : storeProblem('storeDamaged', 'empty file')
  return hasPlainHeader(options.file) ? storeProblem('storeNotEncrypted') : null
}

/** What a reading connection tells: it changes no byte of a file that is then refused. */
function readsWrong(options: OpenOptions): Problem | null {
  if (!existsSync(options.file) || statSync(options.file).size === 0) return null
  const sqlite = connect(options.file, options.key, { readonly: true, mayCreate: false })
  try {
    if (!isSafeVersion(sqlite.prepare('select sqlite_version()').pluck().get() as string)) return storeProblem('sqliteTooOld')
    const latest = options.migrations?.at(-1)?.version ?? schemaVersion
    const version = versionOf(sqlite)
    if (version > latest) return storeProblem('storeNewer', `${version} > ${latest}`)
    if (version === 0 && !options.create) return storeProblem('storeDamaged', 'no tables')
    if (version < latest && options.readonly) return storeProblem('storeOld')
    return null
  } catch (error) {
    const problem = toStoreProblem(error)
    if (problem?.code === 'storeUnreadable') return whyUnreadable(options)
    if (problem === null) throw error
    return problem
  } finally {
    sqlite.close()
  }
}

/** With the fingerprint of the key beside the file, a wrong key and a damaged file can be told apart. */
function whyUnreadable(options: OpenOptions): Problem {
  const file = fingerprintFile(options.file)
  if (!existsSync(file)) return storeProblem('storeUnreadable')
  const isKey = readFileSync(file, 'utf8').trim() === fingerprint(options)
  return storeProblem(isKey ? 'storeDamaged' : 'storeWrongKey')
}

function fingerprintFile(file: string): string {
  return `${file}.key-check`
}

/** Of a random 256-bit key: says nothing about it. */
function fingerprint(options: OpenOptions): string {
  return options.deps.sha256(`four-ones key check\n${Buffer.from(options.key).toString('hex')}`)
}

function bringUpToDate(sqlite: Database, options: OpenOptions): Problem | null {
  const from = versionOf(sqlite)
  const latest = options.migrations?.at(-1)?.version ?? schemaVersion
  if (from < latest) {
    options.onProgress?.({ task: 'migrate', done: 0, total: 1 })
    if (from > 0) {
      const stamp = options.deps.now().replace(/\D/g, '').slice(0, 14)
      backUp(sqlite, options.backupFolder ?? join(dirname(options.file), 'backup'), `before-v${latest}-${stamp}.db`)
    }
    try {
      migrate(sqlite, options.migrations)
    } catch (error) {
      return toStoreProblem(error) ?? storeProblem('migrationFailed', String(error))
    }
    options.onProgress?.({ task: 'migrate', done: 1, total: 1 })
  }
  if (readMeta(sqlite, 'deviceId') === null) firstSteps(sqlite, options)
  if (!existsSync(fingerprintFile(options.file))) writeFileSync(fingerprintFile(options.file), `${fingerprint(options)}\n`)
  return hasPlainHeader(options.file) ? storeProblem('storeNotEncrypted') : null
}

function firstSteps(sqlite: Database, options: OpenOptions): void {
  sqlite
    .transaction(() => {
      writeMeta(sqlite, 'deviceId', options.deps.newId())
      writeMeta(sqlite, 'deviceEpoch', options.deps.newId())
      writeMeta(sqlite, 'deviceSeq', '0')
      writeMeta(sqlite, 'projectionVersion', String(projectionVersion))
      writeMeta(sqlite, 'cycles', JSON.stringify([cycleOf(localDay(options.deps.now())).year]))
    })
    .immediate()
  // The header reaches the main file only with a checkpoint.
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
}

function storeOf(sqlite: Database, lock: Database | null, deps: StoreDeps): Store {
  return {
    sqlite,
    orm: drizzle(sqlite, { schema }),
    deps,
    device: { id: readMeta(sqlite, 'deviceId') ?? '', epoch: readMeta(sqlite, 'deviceEpoch') ?? '' },
    close() {
      closeAll(lock === null ? [sqlite] : [sqlite, lock])
    },
  }
}

/** Entity rows written by other projection code are made anew from the journal; a new year gets its case rows. */
function reproject(store: Store, options: OpenOptions): void {
  const onProgress = (done: number, total: number) => options.onProgress?.({ task: 'rebuild', done, total })
  if (readMeta(store.sqlite, 'projectionVersion') !== String(projectionVersion)) rebuild(store, onProgress)
  if (options.countyCode !== undefined) noteCounty(store, options.countyCode)
  ensureCycle(store, cycleOf(localDay(options.deps.now())).year, onProgress)
  catchUpAll(store, onProgress)
}
