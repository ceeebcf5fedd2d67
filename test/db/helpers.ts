import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { nodeStoreDeps } from '../../db/deps.ts'
import type { Intent } from '../../db/journal/commit.ts'
import { commitAction } from '../../db/journal/commit.ts'
import { openStore } from '../../db/store.ts'
import type { OpenOptions, Store, StoreDeps } from '../../db/store.ts'
import type { Json } from '../../domain/journal/change.ts'

/** Real encrypted files in a folder that goes away with the test. */

export const actorId = '01890a5d-ac96-774b-bcce-b302099a8057'
export const testKey = Uint8Array.from({ length: 32 }, (_, index) => index + 1)

export interface TestClock {
  now: string
}

export function testDeps(clock: TestClock): StoreDeps {
  return { ...nodeStoreDeps(), now: () => clock.now }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'four-ones-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface TestStore {
  readonly store: Store
  readonly file: string
  readonly clock: TestClock
  reopen(options?: Partial<OpenOptions>): Store
}

export function createTestStore(options: { now?: string } = {}): TestStore {
  const file = join(temporaryFolder(), 'four-ones.db')
  const clock = { now: options.now ?? '2026-06-15T02:00:00.000Z' }
  const open = (more: Partial<OpenOptions>) => {
    const result = openStore({ file, key: testKey, deps: testDeps(clock), ...more })
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message} ${result.error.detail ?? ''}`)
    onTestFinished(() => result.value.close())
    return result.value
  }
  const store = open({ create: true })
  return {
    store,
    file,
    clock,
    reopen(more = {}) {
      store.close()
      return open(more)
    },
  }
}

/** A second, reading connection to the same file. */
export function openReader(file: string): Store {
  const result = openStore({ file, key: testKey, deps: nodeStoreDeps(), readonly: true })
  if (!result.ok) throw new Error(result.error.code)
  onTestFinished(() => result.value.close())
  return result.value
}

/** The intent of a new person, or of new values that nothing was known of. */
export function personIntent(entityId: string, fields: { readonly [field: string]: Json }): Intent {
  const patch = Object.fromEntries(Object.entries(fields).map(([field, after]) => [field, { after, basedOn: null }]))
  return { kind: 'patch', entity: 'person', entityId, personId: entityId, fields: patch }
}

export function addPerson(store: Store, fields: { readonly [field: string]: Json }): string {
  const id = store.deps.newId()
  commitAction(store, { actorId }, [personIntent(id, fields)])
  return id
}

/** Rows of every entity table, for comparison. */
export function dumpEntities(store: Store): { [table: string]: unknown[] } {
  const tables = ['person', 'document', 'reference', 'case_state', 'person_flag', 'household_part', 'counter', 'name_bigram', 'pinyin_initials', 'tail', 'alias', 'agenda']
  return Object.fromEntries(
    tables.map((table) => {
      const columns = (store.sqlite.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name)
      return [table, store.sqlite.prepare(`select * from ${table} order by ${columns.join(', ')}`).all()]
    }),
  )
}

/** Entity rows without what depends on the order of arrival: `no` is replaced by the person's id. */
export function dumpMeanings(store: Store): { [table: string]: unknown[] } {
  const ids = new Map((store.sqlite.prepare('select no, id from person').all() as { no: number; id: string }[]).map(({ no, id }) => [no, id]))
  const dump = dumpEntities(store)
  return Object.fromEntries(
    Object.entries(dump).map(([table, rows]) => {
      const named = (rows as { no?: number }[]).map((row) => JSON.stringify(row.no === undefined ? row : { ...row, no: ids.get(row.no) }))
      return [table, named.sort()]
    }),
  )
}
