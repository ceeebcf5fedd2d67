import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const sampleApp = fileURLToPath(new URL('./sample', import.meta.url))

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'stand-in-test-'))
}

const profileOf = (pid: number) => `four-ones-standin-${pid}-`

/** The Chromium processes that a stand-in of this process id has started. */
export function chromiumsOf(pid: number): string[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes(profileOf(pid)))
}

export function profilesOf(pid: number): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(profileOf(pid)))
}

/** A server on this machine that counts who connects. */
export async function countingServer(): Promise<{ port: number; connections(): number; close(): void }> {
  let count = 0
  const server = createServer((_request, response) => response.setHeader('access-control-allow-origin', '*').end('reached'))
  server.on('connection', () => count++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, connections: () => count, close: () => server.close() }
}
