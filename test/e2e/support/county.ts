import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../../scripts/setup/paths.mjs'

/** A county server as its operator starts it: the real commands, its own PostgreSQL, a folder of its own. */
export interface County {
  readonly url: string
  /** One-time codes: the first one of the office, and one for a counsellor. */
  readonly officeCode: string
  readonly counsellorCode: string
  readonly stop: () => Promise<void>
}

interface Code {
  readonly code: string
}

const demoTowns = join(root, 'domain', 'divisions', 'data', 'demo-county.json')

export async function startCounty(): Promise<County> {
  const data = mkdtempSync(join(tmpdir(), 'four-ones-county-'))
  const officeCode = JSON.parse(await commandLine(data, ['init', '--towns-file', demoTowns, '--user', '祝晓东'])) as Code
  const counsellorCode = JSON.parse(await commandLine(data, ['code', '--name', '林芳', '--role', 'counsellor', '--scope', 'county'])) as Code
  const server = start(data, ['--port', '0'])
  const { url } = JSON.parse(await firstLine(server)) as { url: string }
  return {
    url,
    officeCode: officeCode.code,
    counsellorCode: counsellorCode.code,
    stop: async () => {
      const gone = once(server, 'exit')
      server.kill('SIGTERM')
      await gone
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function start(data: string, args: readonly string[]): ChildProcess {
  const env = { ...process.env, LOG_LEVEL: 'warn', DATABASE_URL: '' }
  return spawn(process.execPath, [join(root, 'server', 'main.ts'), ...args, '--data', data, '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function commandLine(data: string, args: readonly string[]): Promise<string> {
  const child = start(data, args)
  const gone = once(child, 'exit')
  const line = await firstLine(child)
  await gone
  return line
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the server has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('the server ended without a word')
}
