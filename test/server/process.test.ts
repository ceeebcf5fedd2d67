import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../sync/harness.ts'
import { createPlainDevice } from './plainDevice.ts'

const main = join(import.meta.dirname, '..', '..', 'server', 'main.ts')
let folder = ''
const started: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'four-ones-server-'))
})

afterEach(async () => {
  for (const child of started.splice(0)) await end(child, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

function command(...args: string[]) {
  const { DATABASE_URL: _unset, ...env } = process.env
  const done = spawnSync(process.execPath, [main, ...args, '--data', folder], { encoding: 'utf8', env, timeout: 60_000 })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

async function serve(): Promise<{ child: ChildProcess; url: string }> {
  const { DATABASE_URL: _unset, ...env } = process.env
  const child = spawn(process.execPath, [main, '--port', '0', '--data', folder], { stdio: ['ignore', 'pipe', 'ignore'], env })
  started.push(child)
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString()))
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
  })
  return { child, url: (JSON.parse(line) as { url: string }).url }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

function postmaster(): number | null {
  const file = join(folder, 'database', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}

it('from nothing to a receipt that outlives kill -9, with no database left running', async () => {
  expect(command('code', '--name', '林芳', '--role', 'counsellor', '--towns', '210199100')).toMatchObject({ code: 2, err: expect.stringContaining('还没有建县') as string })
  const init = command('init', '--county', '210199', '--name', '示范县', '--json')
  expect(init.code, init.err).toBe(0)
  const { code, role } = JSON.parse(init.out) as { code: string; role: string }
  expect(role).toBe('office')
  const sentence = command('code', '--name', '林芳', '--role', 'counsellor', '--towns', '210199100')
  expect(sentence.out).toMatch(/^林芳的登记码是 [0-9A-Z-]{19} ，只能用一次/)

  const first = await serve()
  const device = await createPlainDevice().join(first.url, code)
  const bytes = device.seal([device.patch(newId(), { name: '王小明' })])
  const before = await device.sendBytes(first.url, bytes)
  expect(before.status).toBe(200)
  const running = postmaster() ?? 0
  await end(first.child, 'SIGKILL')

  const second = await serve()
  await untilGone(running)
  const after = await device.sendBytes(second.url, bytes)
  expect(after.body).toEqual(before.body)
  expect(await device.pull(second.url)).toHaveLength(2)

  const again = postmaster() ?? 0
  await end(second.child, 'SIGTERM')
  await untilGone(again)
  expect(second.child.exitCode).toBe(0)
  expect(postmaster()).toBeNull()
}, 180_000)

it('a database that cannot be reached is answered with a sentence', () => {
  const done = spawnSync(process.execPath, [main], {
    encoding: 'utf8', env: { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
  })
  expect(done.status).toBe(2)
  expect(done.stderr).toBe('连不上 DATABASE_URL 指定的数据库，请核对地址、用户和密码\n')
})

it('a wrong command is answered with how to say it', () => {
  expect(command('code', '--role', 'chief')).toMatchObject({ code: 2, err: expect.stringContaining('--role') as string })
  expect(command('--nonsense')).toMatchObject({ code: 2, err: expect.stringContaining('用法') as string })
})
