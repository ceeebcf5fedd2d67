import { spawn, spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'

/**
 * Runs PostgreSQL for as long as the server lives. The server holds the other end of this process's standard input; when it ends, in whatever
 * way, the pipe closes and PostgreSQL is stopped. So not even kill -9 leaves a database running.
 */

export interface KeeperOrder {
  readonly postgres: string
  readonly pgCtl: string
  readonly dataDir: string
  readonly port: number
  readonly flags: readonly string[]
  readonly account: { readonly uid: number; readonly gid: number } | null
  readonly keeperFile: string
}

const order = JSON.parse(process.argv[2] ?? '') as KeeperOrder
const as = order.account === null ? {} : { uid: order.account.uid, gid: order.account.gid }

const postgres = spawn(order.postgres, ['-D', order.dataDir, '-p', String(order.port), ...order.flags], {
  ...as,
  cwd: order.dataDir,
  windowsHide: true,
  stdio: 'ignore',
})
writeFileSync(order.keeperFile, JSON.stringify({ keeper: process.pid, server: process.ppid }))

let stopping = false
function stop() {
  if (stopping) return
  stopping = true
  // Fast: open transactions are rolled back, what was committed is on disk.
  spawnSync(order.pgCtl, ['stop', '-D', order.dataDir, '-m', 'fast', '-t', '60'], { ...as, cwd: order.dataDir, stdio: 'ignore' })
}

process.stdin.on('end', stop)
process.stdin.on('error', stop)
process.stdin.resume()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)

postgres.on('exit', (code) => {
  rmSync(order.keeperFile, { force: true })
  process.exit(stopping ? 0 : (code ?? 1))
})
