import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { buildApp } from '../../scripts/build/build.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { dummyElectron, pack } from './pack.ts'

describe.each([
  { target: 'linux', prebuild: 'linux-x64.node' },
  { target: 'win', prebuild: 'win32-x64.node' },
] as const)('the package for $target', ({ target, prebuild }) => {
  let folder: string
  let packed: Awaited<ReturnType<typeof pack>>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'four-ones-pack-'))
    await buildApp(root)
    const electron = await dummyElectron(join(folder, 'electron'), project.devDependencies.electron)
    packed = await pack(target, root, join(folder, 'out'), electron)
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('holds the built app', () => {
    expect(packed.names).toEqual(
      expect.arrayContaining([
        'package.json',
        'dist/main/index.js',
        'dist/main/store-worker.js',
        'dist/preload/index.cjs',
        'dist/renderer/index.html',
      ]),
    )
    expect(packed.names.some((name) => /^dist\/renderer\/assets\/.*\.woff2$/.test(name))).toBe(true)
  })

  it('holds nothing but the built app and the database module', () => {
    const others = packed.names.filter(
      (name) =>
        !/^(package\.json|dist|dist\/(main|preload|renderer)(\/.*)?|node_modules|node_modules\/better-sqlite3(\/.*)?)$/.test(
          name,
        ),
    )
    expect(others).toEqual([])
    expect(packed.names.filter((name) => /\.(ts|tsx|map)$/.test(name))).toEqual([])
  })

  it('holds the database module for this one platform, outside the archive', () => {
    const native = `node_modules/better-sqlite3/prebuilds/${prebuild}`
    expect(packed.names.filter((name) => name.endsWith('.node'))).toEqual([native])
    expect(existsSync(join(packed.unpacked, native))).toBe(true)
  })

  it('has every fuse set to the safe side', () => {
    const [runAsNode, cookies, nodeOptions, inspect, integrity, onlyAsar, snapshot, fileProtocol] = packed.wire
    expect({ runAsNode, nodeOptions, inspect, snapshot, fileProtocol }).toEqual({
      runAsNode: '0',
      nodeOptions: '0',
      inspect: '0',
      snapshot: '0',
      fileProtocol: '0',
    })
    expect({ cookies, integrity, onlyAsar }).toEqual({ cookies: '1', integrity: '1', onlyAsar: '1' })
  })
})
