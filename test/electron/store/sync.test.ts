import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { idNumberOf } from './rosterRows.ts'
import { setUpDesk } from './desk.ts'

/** The exchange itself is tested beside a real county; here, what the page is told through the store. */

test('before enrolment everything counts as unsent, and a saved change is told at once', async () => {
  const desk = await setUpDesk()
  expect(await desk.get('sync.status', {})).toMatchObject({ enrolled: false, serverUrl: null, state: 'idle', unsent: 0, message: null })
  await desk.get('persons.create', { fields: { name: '甲', idNumber: idNumberOf(1) } })
  expect(desk.events).toContainEqual({ type: 'sync', status: expect.objectContaining({ enrolled: false, unsent: 1 }) })
  expect(await desk.get('sync.now', {})).toMatchObject({ enrolled: false, unsent: 1 })
  expect(await desk.get('sync.balance', {})).toMatchObject({ written: 1, received: 0, unsent: 1, contested: 0, refused: 0, days: [{ written: 1 }] })
  expect(await desk.get('sync.refused', {})).toEqual([])
})

test('an address that is no county gives a sentence, and the device stays as it was', async () => {
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>登录</h1>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const desk = await setUpDesk()
  const { port } = server.address() as AddressInfo
  const answer = await desk.call('sync.enrol', { serverUrl: `http://127.0.0.1:${port}`, code: 'ABCD-EFGH' })
  expect(answer).toMatchObject({ ok: false, error: { message: expect.stringMatching(/[一-鿿]/) } })
  expect(await desk.get('sync.status', {})).toMatchObject({ enrolled: false, serverUrl: null })
})

test('locking stops the exchange; nothing touches the closed store afterwards', async () => {
  const desk = await setUpDesk()
  const waiting = desk.call('sync.now', {})
  await desk.get('session.lock', {})
  await waiting
  expect(await desk.call('sync.status', {})).toMatchObject({ ok: false, error: { code: 'locked' } })
  expect(desk.log.filter((line) => line.includes('failed'))).toEqual([])
})
