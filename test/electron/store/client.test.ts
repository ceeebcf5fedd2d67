import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import type { AppEvent } from '../../../electron/api/contract.ts'
import { startStore } from '../../../electron/store/client.ts'
import type { StoreClient } from '../../../electron/store/client.ts'
import { newFolder } from '../folders.ts'
import { password } from './desk.ts'
import { idNumberOf } from './rosterRows.ts'

const workerUrl = new URL('./rowWorker.ts', import.meta.url)
const clients: StoreClient[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
})

function startHere(folder: string, log: string[] = []): StoreClient {
  const client = startStore({ folder, workerUrl, kdf: 'floor', onLog: (line) => log.push(line) })
  clients.push(client)
  return client
}

async function setUp(folder: string, log: string[] = []) {
  const client = startHere(folder, log)
  const made = await client.call('session.setUp', { countyCode: '210199', countyName: '示范县', userName: '佟立新', role: 'office', password })
  if (!made.ok) throw new Error(made.error.message)
  return { client, userId: made.value.userId }
}

async function total(client: StoreClient): Promise<number> {
  const answer = await client.call('persons.list', { filter: {}, sort: 'name', descending: false, offset: 0, limit: 1 })
  return answer.ok ? answer.value.total : -1
}

test('the worker runs from its source, answers, tells and ends in good order', async () => {
  const folder = newFolder()
  const { client, userId } = await setUp(folder)
  const events: AppEvent[] = []
  const stop = client.onEvent((event) => events.push(event))
  const preview = await client.internal({ name: 'roster.preview', path: '/people/300', fileName: 'roster.xlsx' })
  expect(preview).toMatchObject({ ok: true, value: { counts: { rows: 300, fresh: 300 } } })
  if (!preview.ok) return
  expect(await client.call('roster.confirm', { importId: preview.value.importId })).toMatchObject({ ok: true, value: { added: 300 } })
  expect(events.some((event) => event.type === 'progress' && event.task === 'preview')).toBe(true)
  expect(events).toContainEqual({ type: 'changed', personIds: [], all: true })
  stop()
  await client.close()
  expect(await client.call('session.state', {})).toMatchObject({ ok: false, error: { code: 'storeStopped' } })

  const again = startHere(folder)
  expect(await again.call('session.unlock', { userId, password })).toMatchObject({ ok: true })
  expect(await total(again)).toBe(300)
})

test('a worker that dies answers what was asked with a sentence and is there again, locked, with everything saved', async () => {
  const log: string[] = []
  const { client, userId } = await setUp(newFolder(), log)
  expect(await client.call('persons.create', { fields: { name: '甲', idNumber: idNumberOf(1) } })).toMatchObject({ ok: true })
  const states: string[] = []
  const locked = new Promise<void>((resolve) => {
    client.onEvent((event) => {
      if (event.type === 'session') states.push(event.state.state)
      if (states.at(-1) === 'locked') resolve()
    })
  })
  expect(await client.internal({ name: 'roster.preview', path: '/bug', fileName: 'x' })).toMatchObject({ ok: false, error: { code: 'storeStopped' } })
  await locked
  expect(await client.call('session.unlock', { userId, password })).toMatchObject({ ok: true, value: { state: 'unlocked' } })
  expect(await total(client)).toBe(1)
  expect(log.join()).toContain('store worker failed: Error')
  expect(log.join()).not.toContain('王')
})

test('a second worker on the same folder gets a sentence', async () => {
  const folder = newFolder()
  await setUp(folder)
  expect(await startHere(folder).call('session.state', {})).toMatchObject({ ok: false, error: { code: 'inUse' } })
})

test('a confirm is stopped by a cancel that comes while the worker writes', async () => {
  const { client } = await setUp(newFolder())
  const preview = await client.internal({ name: 'roster.preview', path: '/people/4000', fileName: 'roster.xlsx' })
  if (!preview.ok) throw new Error(preview.error.message)
  const { importId } = preview.value
  client.onEvent((event) => {
    if (event.type === 'progress' && event.task === 'confirm') void client.call('roster.cancel', { importId })
  })
  expect(await client.call('roster.confirm', { importId })).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await total(client)).toBe(0)
})

/** Starts the importer, kills it (-9) as soon as it has said `until`, and gives back what it said. */
async function importAndKill(args: readonly string[], until: (line: string) => boolean): Promise<string[]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./importer.ts', import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (until(line)) child.kill('SIGKILL')
  }
  await ended
  return said
}

test('killed at any moment of an import, all of it or none of it is there after the restart, and drafts are kept', { timeout: 180_000 }, async () => {
  const folder = newFolder()
  const { client, userId } = await setUp(folder)
  const first = await client.call('persons.create', { fields: { name: '甲', idNumber: idNumberOf(99_999) } })
  if (!first.ok) throw new Error(first.error.message)
  await client.close()
  const personId = first.value.row.id
  const moments: ((line: string) => boolean)[] = [
    (line) => line === 'previewed',
    (line) => line.startsWith('writing'),
    (line) => line.startsWith('writing') && Number(line.split(' ')[1]) > 700,
    (line) => line === 'confirmed',
  ]
  for (const moment of moments) {
    const said = await importAndKill([folder, userId, password, '1500', personId], moment)
    expect(said[0]).toBe('draft')
    const after = startHere(folder)
    const state = await after.call('session.unlock', { userId, password })
    expect(state).toMatchObject({ ok: true, value: { state: 'unlocked', message: null } })
    expect([1, 1501]).toContain(await total(after))
    if (said.includes('confirmed')) expect(await total(after)).toBe(1501)
    expect(await after.call('drafts.get', { kind: 'infoCheck', personId, documentId: null })).toMatchObject({ ok: true, value: { body: { note: '写到一半' }, field: 'note' } })
    await after.close()
  }
})
