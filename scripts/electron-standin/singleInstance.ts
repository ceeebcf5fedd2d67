import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SecondInstance {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

/** Short whatever the folder is called: a socket's address may have about a hundred bytes. */
function addressFor(userData: string): string {
  mkdirSync(userData, { recursive: true })
  const name = `four-ones-instance-${createHash('sha256').update(realpathSync(userData)).digest('hex').slice(0, 24)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/** Exits with 0 when the other one has the message, with 3 when nobody listens. */
const knock = `
const [address, message] = process.argv.slice(1)
const socket = require('node:net').connect(address, () => socket.end(message))
socket.on('close', () => process.exit(0))
socket.on('error', (error) => {
  console.error(error)
  process.exit(['ECONNREFUSED', 'ENOENT'].includes(error.code) ? 3 : 1)
})
socket.resume()`

/**
 * Electron answers at once whether this is the first instance, so the question to the other one is asked by a short process of its own.
 * A socket that a killed run left behind does not answer, and its place is taken.
 */
export function takeLock(userData: string, mine: SecondInstance, onSecond: (second: SecondInstance) => void): Server | undefined {
  const address = addressFor(userData)
  if (process.platform === 'win32' || existsSync(address)) {
    const { status, stderr } = spawnSync(process.execPath, ['-e', knock, address, JSON.stringify(mine)])
    if (status === 0) return undefined
    if (status !== 3) throw new Error(`electron stand-in: the first instance could not be asked: ${stderr.toString()}`)
    if (process.platform !== 'win32') rmSync(address, { force: true })
  }
  const server = createServer((socket) => {
    const parts: Buffer[] = []
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('end', () => onSecond(JSON.parse(Buffer.concat(parts).toString()) as SecondInstance))
    // A second instance that is killed while it speaks has nothing to say.
    socket.on('error', () => socket.destroy())
  })
  server.listen(address)
  server.unref()
  return server
}
