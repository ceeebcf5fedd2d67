import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { canReach, giveTo, postgresAccount } from './account.ts'
import type { Account } from './account.ts'
import { binariesIn, copyTo, makeReady, nativeFolder } from './binaries.ts'
import type { PostgresBinaries } from './binaries.ts'
import type { KeeperOrder } from './keeper.ts'
import { ok, problem } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

export interface OwnPostgres {
  /** Connection string of a database of this cluster. */
  url(database?: string): string
  /** Ends PostgreSQL, unless another server started it. */
  stop(): Promise<void>
}

interface Secret {
  readonly password: string
}

/** Where data lies when nothing is said: under the home folder, or where the account that must run it can get at. */
export function defaultDataFolder(): string {
  const account = postgresAccount()
  const home = homedir()
  return canReach(account, home) ? join(home, '.four-ones-server') : '/var/lib/four-ones-server'
}

/** Starts the county's own PostgreSQL, or joins the one that another process of the same folder has running. */
export async function startOwnPostgres(folder: string): Promise<Result<OwnPostgres>> {
  const native = nativeFolder()
  if (native === null) {
    return problem('noPostgres', '这台电脑上没有自带的数据库程序，请用 DATABASE_URL 指定一个 PostgreSQL')
  }
  const account = postgresAccount()
  makeReady(native)
  giveTo(account, folder)
  if (!canReach(account, folder)) return problem('noAccess', `数据库账户进不去这个文件夹，请换一个：${folder}`)
  const binaries = binariesIn(canReach(account, native) ? native : copyTo(native, join(folder, 'postgresql')))
  const dataDir = join(folder, 'database')
  const secret = makeCluster(folder, dataDir, binaries, account)
  const keeperFile = join(folder, 'keeper.json')

  const joined = await joinRunning(dataDir, keeperFile, secret, binaries, account)
  if (joined !== null) return ok(joined)
  for (let attempt = 1; ; attempt += 1) {
    const started = await start({ dataDir, keeperFile, secret, binaries, account })
    if (started !== null) return ok(started)
    if (attempt === 3) return problem('postgresFailed', `数据库没能启动，请看日志：${join(dataDir, 'log')}`)
  }
}

function makeCluster(folder: string, dataDir: string, binaries: PostgresBinaries, account: Account | null): Secret {
  const secretFile = join(folder, 'database-password.json')
  if (existsSync(join(dataDir, 'PG_VERSION')) && existsSync(secretFile)) return JSON.parse(readFileSync(secretFile, 'utf8')) as Secret
  // Made under another name first, so that a power cut never leaves half a cluster under the real one.
  const making = `${dataDir}.making`
  rmSync(making, { recursive: true, force: true })
  giveTo(account, making)
  const secret: Secret = { password: randomBytes(24).toString('hex') }
  const passwordFile = join(folder, 'password.tmp')
  writeFileSync(passwordFile, `${secret.password}\n`, { mode: 0o600 })
  if (account !== null) chownSync(passwordFile, account.uid, account.gid)
  const made = spawnSync(
    binaries.initdb,
    [`--pgdata=${making}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--lc-messages=C', '--data-checksums'],
    { ...as(account), cwd: making, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  writeFileSync(secretFile, JSON.stringify(secret), { mode: 0o600 })
  renameSync(making, dataDir)
  return secret
}

function as(account: Account | null) {
  return account === null ? {} : { uid: account.uid, gid: account.gid }
}

interface Cluster {
  readonly dataDir: string
  readonly keeperFile: string
  readonly secret: Secret
  readonly binaries: PostgresBinaries
  readonly account: Account | null
}

async function start(cluster: Cluster): Promise<OwnPostgres | null> {
  mkdirSync(join(cluster.dataDir, 'log'), { recursive: true })
  if (cluster.account !== null) chownSync(join(cluster.dataDir, 'log'), cluster.account.uid, cluster.account.gid)
  const port = await freePort()
  const order: KeeperOrder = {
    postgres: cluster.binaries.postgres,
    pgCtl: cluster.binaries.pgCtl,
    dataDir: cluster.dataDir,
    port,
    account: cluster.account,
    keeperFile: cluster.keeperFile,
    flags: settings(cluster.dataDir),
  }
  // A process group of its own: Ctrl-C reaches the server alone, which then ends the database in order.
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('./keeper.ts', import.meta.url)), JSON.stringify(order)], {
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  })
  keeper.stdin.on('error', () => undefined)
  const url = urlOf(port, cluster.secret)
  if (!(await answers(url('postgres'), () => keeper.exitCode === null, 60_000))) {
    await endKeeper(keeper)
    return null
  }
  return { url, stop: () => endKeeper(keeper) }
}

/** Loopback only; fsync and full page writes stay on (the defaults), since a receipt must survive a power cut. */
function settings(dataDir: string): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    logging_collector: 'on',
    log_directory: join(dataDir, 'log'),
    log_filename: 'postgresql-%u.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    // Statements hold personal data and stay out of the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    timezone: 'UTC',
    idle_in_transaction_session_timeout: '60s',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function endKeeper(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()))
  keeper.stdin?.end()
  await ended
}

/** A database that runs already: joined while its server lives, waited for while it ends, ended when nobody minds it. */
async function joinRunning(
  dataDir: string, keeperFile: string, secret: Secret, binaries: PostgresBinaries, account: Account | null,
): Promise<OwnPostgres | null> {
  const until = Date.now() + 60_000
  for (;;) {
    const running = readPostmaster(dataDir)
    if (running === null || !isAlive(running.pid)) return null
    const owner = readKeeper(keeperFile)
    const minded = owner !== null && isAlive(owner.keeper)
    if (minded && isAlive(owner.server)) {
      const url = urlOf(running.port, secret)
      if (await answers(url('postgres'), () => isAlive(running.pid), 15_000)) return { url, stop: () => Promise.resolve() }
    } else if (!minded) {
      // A process id is used again after a restart of the computer: only what takes our password is our database.
      if (!(await answers(urlOf(running.port, secret)('postgres'), () => isAlive(running.pid), 5_000))) return null
      spawnSync(binaries.pgCtl, ['stop', '-D', dataDir, '-m', 'fast', '-t', '60'], { ...as(account), cwd: dataDir, stdio: 'ignore' })
    }
    if (Date.now() > until) throw new Error('A PostgreSQL of this folder neither answers nor ends')
    await pause(50)
  }
}

/** Lines of postmaster.pid: process, data folder, start time, port. */
function readPostmaster(dataDir: string): { readonly pid: number; readonly port: number } | null {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) } : null
  } catch {
    return null
  }
}

function readKeeper(file: string): { readonly keeper: number; readonly server: number } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { keeper: number; server: number }
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Killed, but its parent has not looked: as in a container whose first process does not. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

function urlOf(port: number, secret: Secret) {
  return (database = 'four_ones') => `postgresql://postgres:${secret.password}@127.0.0.1:${port}/${database}`
}

async function answers(url: string, isWorthIt: () => boolean, forMs: number): Promise<boolean> {
  const until = Date.now() + forMs
  while (isWorthIt() && Date.now() < until) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select 1')
      return true
    } catch {
      await pause(30)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return false
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
