import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { run } from '../../scripts/setup/command.mjs'
import { packagesMatch } from '../../scripts/setup/packages.mjs'
import { root } from '../../scripts/setup/paths.mjs'
import { withProgress } from '../../scripts/setup/progress.mjs'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'four-ones-setup-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the check of the installed packages', () => {
  const zod = { version: '4.6.7', integrity: 'sha512-a' }
  const windows = { version: '1.0.0', integrity: 'sha512-b', optional: true }

  async function match(wanted: object, installed: object | null) {
    await mkdir(join(folder, 'node_modules'), { recursive: true })
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }))
    if (installed) await writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
    return packagesMatch(folder)
  }

  it('is content with what a plain npm ci leaves, without the packages of other systems', async () => {
    expect(await match({ 'node_modules/zod': zod, 'node_modules/win': windows }, { 'node_modules/zod': zod })).toBe(true)
  })

  it('asks for an install when there is none or it was cut short', async () => {
    expect(await match({ 'node_modules/zod': zod }, null)).toBe(false)
  })

  it('asks for an install when the lock file names another version or one more package', async () => {
    expect(await match({ 'node_modules/zod': { ...zod, version: '4.7.0' } }, { 'node_modules/zod': zod })).toBe(false)
    expect(await match({ 'node_modules/zod': zod, 'node_modules/pg': zod }, { 'node_modules/zod': zod })).toBe(false)
  })

  it('is content with this checkout', async () => {
    expect(await packagesMatch()).toBe(true)
  })
})

describe('a command started from an older Node', () => {
  it('runs under Node 24, with its arguments and its exit code', async () => {
    const file = join(folder, 'probe.ts')
    await writeFile(
      file,
      'const [name]: string[] = process.argv.slice(2)\nconsole.log(process.version, name)\nprocess.exitCode = 3\n',
    )
    const { code, output } = await run('node', [join(root, 'scripts/setup/run.mjs'), file, '张三'], {
      env: { ...process.env, PATH: `/usr/local/bin:/usr/bin:/bin:${process.env.PATH}` },
    })
    expect({ code, output: output.trim() }).toEqual({ code: 3, output: `${process.version} 张三` })
  })
})

describe('progress', () => {
  let said: string
  beforeEach(() => {
    said = ''
    vi.useFakeTimers()
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += String(text)
      return true
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  const stepOf = (milliseconds: number) =>
    withProgress('Building the app', () => new Promise<string>((resolve) => setTimeout(() => resolve('built'), milliseconds)))

  it('says nothing about what is quick', async () => {
    const step = stepOf(1_900)
    await vi.advanceTimersByTimeAsync(1_900)
    expect([await step, said]).toEqual(['built', ''])
  })

  it('says what takes longer than two seconds, that it goes on, and when it is through', async () => {
    const step = stepOf(40_000)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(said).toBe('  Building the app ...\n')
    await vi.advanceTimersByTimeAsync(38_000)
    await step
    expect(
      said
        .trimEnd()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      'Building the app ...',
      '... still at it, 17 s: Building the app',
      '... still at it, 32 s: Building the app',
      'done in 40 s: Building the app',
    ])
  })
})
