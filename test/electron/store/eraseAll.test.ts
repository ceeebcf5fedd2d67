import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { rebuild } from '../../../db/projection/rebuild.ts'
import type { Store } from '../../../db/store.ts'
import { erasePerson } from '../../../db/sync/index.ts'
import { nodeStoreDeps } from '../../../db/deps.ts'
import { createSession } from '../../../electron/store/session.ts'
import { makeCounty } from '../../../scripts/sample/makeCounty.ts'
import { dumpEntities } from '../../db/helpers.ts'

/** Whoever has been through everything that the app writes about a person: nothing of it is left in any table. */

const password = 'made-up-county-2026'

async function openCounty(people: number): Promise<{ store: Store; userId: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'four-ones-erase-'))
  const made = await makeCounty({ folder: join(folder, 'store'), people, seed: 5, password, onProgress: () => undefined })
  if (!made.ok) throw new Error(made.error.message)
  const session = createSession({ folder: join(folder, 'store'), deps: nodeStoreDeps(), kdf: 'floor', folderProblem: null, emit: () => undefined, today: () => made.value.on })
  onTestFinished(() => {
    session.lock()
    rmSync(folder, { recursive: true, force: true })
  })
  const userId = session.state().users[0]?.id ?? ''
  const unlocked = await session.unlock({ userId, password })
  if (!unlocked.ok) throw new Error(unlocked.error.message)
  return { store: session.store(), userId }
}

function everythingIn(store: Store): string {
  const tables = store.sqlite.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`).pluck().all() as string[]
  return tables
    .flatMap((table) => store.sqlite.prepare(`select * from "${table}"`).all() as { [column: string]: unknown }[])
    .map((row) => Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value))).join('\t'))
    .join('\n')
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** Texts that only this file holds: what is left of them would tell of the person. Ids and hashes stay. */
function ownTexts(store: Store, personId: string): string[] {
  const textsIn = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
  }
  const rows = store.sqlite.prepare('select file_id as file, fields from change where fields is not null').all() as { file: string; fields: string }[]
  const own = new Set(rows.filter(({ file }) => file === personId).flatMap(({ fields }) => textsIn(JSON.parse(fields))))
  const others = rows.filter(({ file }) => file !== personId).map(({ fields }) => fields).join('\n')
  return [...own].filter((text) => text.length >= 4 && !uuid.test(text) && !/^\d{4}-\d\d-\d\d/.test(text) && !/^[0-9a-f]{64}$/.test(text) && !others.includes(text))
}

test('an erasure leaves nothing of the fullest files of a made-up county, and the same rows when they are made anew', { timeout: 120_000 }, async () => {
  const { store, userId } = await openCounty(120)
  const fullest = store.sqlite
    .prepare(`select file_id from change where person_id is not null group by file_id order by count(distinct entity) desc, count(*) desc limit 12`)
    .pluck().all() as string[]
  const entities = store.sqlite.prepare(`select count(distinct entity) from change where file_id in (select value from json_each(?))`).pluck().get(JSON.stringify(fullest))
  expect(entities).toBeGreaterThanOrEqual(8)
  const texts = fullest.flatMap((id) => ownTexts(store, id))
  expect(texts.length).toBeGreaterThan(30)
  for (const personId of fullest) erasePerson(store, { actorId: userId }, { personId, ground: 'RETENTION_OVER', deadline: null })
  const left = everythingIn(store)
  expect(texts.filter((text) => left.includes(text))).toEqual([])
  const rows = dumpEntities(store)
  rebuild(store)
  expect(dumpEntities(store)).toEqual(rows)
})
