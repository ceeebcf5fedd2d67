import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isSafeVersion } from '../../db/connection.ts'
import { toStoreProblem } from '../../db/errors.ts'
import { commitAction } from '../../db/journal/commit.ts'
import { migrations } from '../../db/migrations/index.ts'
import { backUp } from '../../db/migrate.ts'
import * as schema from '../../db/schema/index.ts'
import { openStore } from '../../db/store.ts'
import { actorId, addPerson, createTestStore, personIntent, temporaryFolder, testDeps, testKey } from './helpers.ts'

const deps = testDeps({ now: '2026-06-15T02:00:00.000Z' })

function openCode(options: Partial<Parameters<typeof openStore>[0]> & { file: string }): string {
  const result = openStore({ key: testKey, deps, ...options })
  if (!result.ok) return result.error.code
  result.value.close()
  return 'ok'
}

describe('opening the store', () => {
  it('writes durably, encrypted, and overwrites what is deleted', () => {
    const { store } = createTestStore()
    const read = (name: string) => store.sqlite.pragma(name, { simple: true })
    expect([read('journal_mode'), read('synchronous'), read('secure_delete'), read('foreign_keys'), read('temp_store')]).toEqual(['wal', 2, 1, 1, 2])
    expect(read('cipher')).toBe('chacha20')
  })

  it('never makes an empty database where one is missing', () => {
    const file = join(temporaryFolder(), 'four-ones.db')
    expect(openCode({ file })).toBe('storeMissing')
    expect(existsSync(file)).toBe(false)
  })

  it('never takes an emptied file for a new store', () => {
    const file = join(temporaryFolder(), 'four-ones.db')
    writeFileSync(file, '')
    expect(openCode({ file })).toBe('storeDamaged')
  })

  it('tells a wrong key from a damaged file', () => {
    const { store, file } = createTestStore()
    store.close()
    const bytes = readFileSync(file)
    expect(openCode({ file, key: new Uint8Array(32) })).toBe('storeWrongKey')
    expect(readFileSync(file).equals(bytes)).toBe(true)
    writeFileSync(file, Buffer.concat([Buffer.alloc(200, 7), bytes.subarray(200)]))
    expect(openCode({ file })).toBe('storeDamaged')
    writeFileSync(file, bytes.subarray(0, 3000))
    expect(openCode({ file })).toBe('storeDamaged')
  })

  it('refuses a file that is not encrypted', () => {
    const file = join(temporaryFolder(), 'four-ones.db')
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]))
    expect(openCode({ file })).toBe('storeNotEncrypted')
  })

  it('says damaged, and nothing else, when pages in the middle are', () => {
    const { store, file } = createTestStore()
    commitAction(store, { actorId }, Array.from({ length: 50 }, (_, order) => personIntent(deps.newId(), { name: `张三${order}` })))
    store.close()
    const bytes = readFileSync(file)
    for (let page = 1; page < bytes.length / 4096; page += 1) bytes[page * 4096 + 2000] = (bytes[page * 4096 + 2000] as number) ^ 0xff
    writeFileSync(file, bytes)
    let problem = null
    try {
      const opened = openStore({ file, key: testKey, deps })
      if (!opened.ok) problem = opened.error
      else {
        onTestFinished(() => opened.value.close())
        commitAction(opened.value, { actorId }, [personIntent(deps.newId(), { name: '李四' })])
      }
    } catch (error) {
      problem = toStoreProblem(error)
    }
    expect(problem?.code).toBe('storeDamaged')
  })

  it('says that the folder cannot be written to', () => {
    expect(openCode({ file: '/proc/four-ones.db', create: true })).toBe('storeReadOnly')
    const readOnly = Object.assign(new Error('attempt to write a readonly database'), { code: 'SQLITE_READONLY_DIRECTORY' })
    expect(toStoreProblem(readOnly)?.code).toBe('storeReadOnly')
    expect(toStoreProblem(new TypeError('a bug'))).toBeNull()
  })

  it('lets one writer in, and readers beside it', () => {
    const { file } = createTestStore()
    expect(openCode({ file })).toBe('storeLocked')
    expect(openCode({ file, readonly: true })).toBe('ok')
  })

  it('leaves a newer file as it is, byte for byte', () => {
    const { store, file } = createTestStore()
    store.sqlite.pragma('user_version = 999')
    store.close()
    const bytes = readFileSync(file)
    expect(openCode({ file })).toBe('storeNewer')
    expect(openCode({ file, readonly: true })).toBe('storeNewer')
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('says that the disk is full, and keeps what was saved before', () => {
    const { store, reopen } = createTestStore()
    const kept = addPerson(store, { name: '张三' })
    store.sqlite.pragma(`max_page_count = ${(store.sqlite.pragma('page_count', { simple: true }) as number) + 2}`)
    const many = Array.from({ length: 500 }, () => personIntent(deps.newId(), { name: '李四', rosterNotes: '备注'.repeat(200) }))
    let problem = null
    try {
      commitAction(store, { actorId }, many)
    } catch (error) {
      problem = toStoreProblem(error)
    }
    expect(problem?.code).toBe('diskFull')
    const again = reopen()
    expect(again.sqlite.prepare('select id from person').pluck().all()).toEqual([kept])
    expect(again.sqlite.prepare('select count(*) from change').pluck().get()).toBe(1)
  })

  it('wants a SQLite without the flaw of the write-ahead log', () => {
    expect(['3.51.2', '3.50.9', '2.99.9'].some(isSafeVersion)).toBe(false)
    expect(['3.51.3', '3.53.4', '4.0.0'].every(isSafeVersion)).toBe(true)
  })

  it('finishes a creation that was cut short before it had named its device', () => {
    const { store, reopen } = createTestStore()
    store.sqlite.exec(`delete from meta`)
    const again = reopen()
    expect(again.device.id).toMatch(/^[0-9a-f-]{36}$/)
    addPerson(again, { name: '张三' })
    expect(again.sqlite.prepare('select device_seq from change').pluck().all()).toEqual([1])
  })

  it('keeps the device and its epoch', () => {
    const { store, reopen } = createTestStore()
    expect(store.device.id).not.toBe(store.device.epoch)
    expect(reopen().device).toEqual(store.device)
  })
})

describe('migrations', () => {
  const last = migrations.at(-1)?.version ?? 0
  const next = { version: last + 1, name: 'next', sql: 'create table later (a text); insert into later values (1);' }
  const broken = { version: last + 2, name: 'broken', sql: 'create table half (a text); insert into nowhere values (1);' }

  it('copies the store before, under the same key', () => {
    const { store, file, reopen } = createTestStore()
    addPerson(store, { name: '欧阳海棠' })
    const again = reopen({ migrations: [...migrations, next] })
    expect(again.sqlite.pragma('user_version', { simple: true })).toBe(last + 1)
    const folder = join(dirname(file), 'backup')
    const copy = join(folder, readdirSync(folder)[0] as string)
    again.close()
    const opened = openStore({ file: copy, key: testKey, deps })
    if (!opened.ok) throw new Error(opened.error.code)
    expect(opened.value.sqlite.prepare('select name from person').pluck().all()).toEqual(['欧阳海棠'])
    opened.value.close()
  })

  it('leaves everything as it was when one of them fails', () => {
    const { store, file, reopen } = createTestStore()
    addPerson(store, { name: '张三' })
    store.close()
    expect(openCode({ file, migrations: [...migrations, next, broken] })).toBe('migrationFailed')
    const again = reopen()
    expect(again.sqlite.pragma('user_version', { simple: true })).toBe(last)
    expect(again.sqlite.prepare(`select count(*) from sqlite_master where name in ('later', 'half')`).pluck().get()).toBe(0)
    expect(again.sqlite.prepare('select name from person').pluck().all()).toEqual(['张三'])
  })

  it('make exactly the tables that the code knows', () => {
    const { store } = createTestStore()
    const inFile = (store.sqlite.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`).pluck().all())
    const known = Object.values(schema).map((table) => getTableConfig(table))
    expect(known.map((table) => table.name).sort()).toEqual(inFile)
    for (const table of known) {
      const columns = store.sqlite.pragma(`table_info(${table.name})`) as { name: string; type: string; notnull: number; pk: number }[]
      const fromCode = table.columns.map((column) => ({ name: column.name, type: column.getSQLType(), notNull: column.notNull }))
      const isRowId = (column: { type: string; pk: number }) => column.type === 'INTEGER' && column.pk === 1
      expect({ table: table.name, columns: columns.map((column) => ({ name: column.name, type: column.type.toLowerCase(), notNull: column.notnull === 1 || isRowId(column) })) }).toEqual({
        table: table.name,
        columns: fromCode,
      })
    }
  })
})

describe('what lies on the disk', () => {
  it('holds no readable byte of a person, in any file', () => {
    const { store, file } = createTestStore()
    const secrets = ['欧阳海棠不可读', '210199199001011234', '13812345678', 'hukouTown', '口令在纸上']
    const id = addPerson(store, { name: secrets[0] as string, idNumber: secrets[1] as string, phone: secrets[2] as string, hukouTown: '青石镇' })
    commitAction(store, { actorId }, [
      { kind: 'create', entity: 'serviceRecord', entityId: deps.newId(), personId: id, body: { content: secrets[4] as string } },
    ])
    backUp(store.sqlite, join(dirname(file), 'backup'), 'copy.db')
    const read = (folder: string): Buffer[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? read(join(folder, entry.name)) : [readFileSync(join(folder, entry.name))],
      )
    const files = read(dirname(file))
    expect(files.length).toBeGreaterThanOrEqual(4)
    for (const secret of secrets) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(files.some((bytes) => bytes.includes(Buffer.from(secret, encoding)))).toBe(false)
      }
    }
  })
})
