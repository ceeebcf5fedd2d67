import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../scripts/build/build.ts'
import { root } from '../../scripts/setup/paths.mjs'

const font = 'renderer/fonts/rare/20000.woff2'

/** A small app of the same shape as the real one. */
const sources: Record<string, string> = {
  'package.json': '{ "type": "module" }',
  'domain/greet.ts': 'export const greet = (name: string) => `您好${name}`',
  'electron/api/channel.ts': "export const channel = 'four-ones'",
  'electron/main/index.ts': `import { app } from 'electron'\nimport { z } from 'zod'\nimport { greet } from '../../domain/greet.ts'\nconsole.log(app, z.string(), greet('main'))`,
  'electron/store/worker.ts': `import Database from 'better-sqlite3'\nimport { greet } from '../../domain/greet.ts'\nconsole.log(new Database(':memory:'), greet('worker'))`,
  'electron/preload/index.ts': `import { contextBridge } from 'electron'\nimport { channel } from '../api/channel.ts'\ncontextBridge.exposeInMainWorld('api', channel)`,
  'renderer/index.html':
    '<!doctype html><html lang="zh-CN"><body><div id="root"></div><script type="module" src="./main.tsx"></script></body></html>',
  'renderer/print.html':
    '<!doctype html><html lang="zh-CN"><body><script type="module" src="./print/main.tsx"></script></body></html>',
  'renderer/print/main.tsx': "import { greet } from '../../domain/greet.ts'\ndocument.title = greet('paper')",
  'renderer/main.tsx': `import { createRoot } from 'react-dom/client'\nimport { greet } from '../domain/greet.ts'\nimport './style.css'\ncreateRoot(document.body).render(<p>{greet('page')}</p>)`,
  'renderer/style.css': "@font-face { font-family: 'Rare'; src: url('./fonts/rare/20000.woff2') }\nbody { font-family: Rare }",
}

describe('the build', () => {
  let project: string
  let first: string[]

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'four-ones-build-'))
    for (const [name, body] of Object.entries(sources)) {
      await mkdir(dirname(join(project, name)), { recursive: true })
      await writeFile(join(project, name), body)
    }
    await mkdir(dirname(join(project, font)), { recursive: true })
    await cp(join(root, font), join(project, font))
    await symlink(join(root, 'node_modules'), join(project, 'node_modules'))
    first = await buildApp(project)
  })
  afterAll(() => rm(project, { recursive: true, force: true }))

  const read = (name: string) => readFile(join(project, 'dist', name), 'utf8')

  it('makes main process and store worker, with everything inside but Electron and the database', async () => {
    expect(first).toEqual(['main', 'preload', 'renderer'])
    const files = await readdir(join(project, 'dist/main'), { recursive: true })
    const code = (await Promise.all(files.filter((name) => name.endsWith('.js')).map((name) => read(`main/${name}`)))).join('\n')
    const imported = [...code.matchAll(/from\s*["']([^"'.][^"']*)["']/g)].map((match) => match[1] ?? '')
    expect([...new Set(imported)].filter((name) => !name.startsWith('node:')).sort()).toEqual(['better-sqlite3', 'electron'])
    expect(files).toEqual(expect.arrayContaining(['index.js', 'store-worker.js']))
  })

  it('makes the preload script one CommonJS file', async () => {
    expect(await readdir(join(project, 'dist/preload'))).toEqual(['index.cjs'])
    const code = await read('preload/index.cjs')
    expect(code).toMatch(/require\([`"']electron[`"']\)/)
    expect(code).not.toMatch(/^\s*(import|export) /m)
  })

  it('makes pages that the strictest content policy lets through', async () => {
    const html = await read('renderer/index.html')
    expect(html).toMatch(/<script type="module"[^>]* src="\.\/assets\/[\w-]+\.js"><\/script>/)
    expect(html).not.toMatch(/<script[^>]*>[^<]|<style|data:|(src|href)="\//)
    const assets = await readdir(join(project, 'dist/renderer/assets'))
    expect(assets.every((name) => /-[\w-]{8}\.(js|css|woff2)$/.test(name))).toBe(true)
    const css = await read(`renderer/assets/${assets.find((name) => name.endsWith('.css'))}`)
    expect(css).toMatch(/url\(\.?\/?20000-[\w-]{8}\.woff2\)/)
    expect(css).not.toContain('data:')
  })

  it('builds nothing again when nothing changed, and only what a change touches', async () => {
    expect(await buildApp(project)).toEqual([])
    await writeFile(join(project, 'renderer/style.css'), 'body { color: black }')
    expect(await buildApp(project)).toEqual(['renderer'])
    await writeFile(join(project, 'electron/api/channel.ts'), "export const channel = 'other'")
    expect(await buildApp(project)).toEqual(['main', 'preload', 'renderer'])
  })

  it('leaves the last good app in place when a source is broken', async () => {
    const good = await read('main/index.js')
    await writeFile(join(project, 'electron/main/index.ts'), "import './missing.ts'")
    await expect(buildApp(project)).rejects.toThrow('missing.ts')
    expect(await read('main/index.js')).toBe(good)
    expect((await readdir(join(project, 'dist'))).sort()).toEqual(expect.arrayContaining(['main', 'preload', 'renderer']))
  })
})
