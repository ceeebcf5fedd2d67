import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { platform } from 'node:process'

/** PostgreSQL refuses to run as root: then it runs as the system account `postgres`, which is made when it is missing. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

export function postgresAccount(): Account | null {
  if (platform === 'win32' || process.getuid?.() !== 0) return null
  const known = lookUp()
  if (known !== null) return known
  execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'ignore' })
  execFileSync('useradd', ['--system', '-g', 'postgres', '--no-create-home', 'postgres'], { stdio: 'ignore' })
  const made = lookUp()
  if (made === null) throw new Error('The system account postgres could not be made')
  return made
}

function lookUp(): Account | null {
  try {
    const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: number('-u'), gid: number('-g') }
  } catch {
    return null
  }
}

/** Whether the account can get at a file or folder, all folders above it included. */
export function canReach(account: Account | null, path: string): boolean {
  if (account === null) return true
  return spawnSync('test', ['-x', path], { uid: account.uid, gid: account.gid, cwd: '/' }).status === 0
}

export function giveTo(account: Account | null, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account !== null) chownSync(folder, account.uid, account.gid)
}
