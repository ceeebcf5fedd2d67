import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { SyncStatus } from '../../electron/api/schemas/sync.ts'
import { createEnrolledDevice } from './device.ts'
import { newId, usePostgres } from './harness.ts'

const postgres = usePostgres()

interface Run {
  readonly saved: boolean
  readonly killed: boolean
  readonly report: { readonly enrolled: boolean; readonly meetings: number; readonly status: SyncStatus } | null
  readonly errors: string
}

function run(order: object): Promise<Run> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'killed.ts'), JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let errors = ''
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  return new Promise((resolve) => {
    child.on('close', (_code, signal) => {
      const [saved, report] = out.split('\n')
      resolve({ saved: saved === 'saved', killed: signal === 'SIGKILL', report: report ? (JSON.parse(report) as Run['report']) : null, errors })
    })
  })
}

it('killed -9 before, during and after enrolling, sending and receiving, a device loses nothing and doubles nothing', async () => {
  const county = await postgres.createCounty()
  const folder = mkdtempSync(join(tmpdir(), 'four-ones-killed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { code } = await county.newCode('林芳')
  const saved: string[] = []
  const actorId = newId()
  const once = async (killAt: number) => {
    const personId = newId()
    const done = await run({ file: join(folder, 'four-ones.db'), url: county.url, code, personId, actorId, killAt })
    expect(done.saved, done.errors).toBe(true)
    saved.push(personId)
    return done
  }
  // Three meetings each: enrol (the first time), challenge, session, directory, batch, feed.
  const enrolling = [1, 2, 13]
  const enrolled = [10, 11, 12, 14, 15]
  for (const killAt of [...enrolling, ...enrolled]) expect(await once(killAt)).toMatchObject({ killed: true })
  const last = await once(0)
  expect(last.report).toMatchObject({ enrolled: true, status: { state: 'idle', unsent: 0, refused: 0, contested: 0 } })

  expect(await county.rows('select count(*)::int as n, count(distinct person_id)::int as persons from change')).toEqual([
    { n: saved.length, persons: saved.length },
  ])
  const other = await createEnrolledDevice(county, '刘洋')
  await other.sync()
  for (const personId of saved) expect(other.look(personId, 'name').value).toBe('王小明')
}, 180_000)
