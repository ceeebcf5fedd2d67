import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createAppHandler, fileOf } from '../../../electron/main/appScheme.ts'
import { barePolicy, pagePolicy } from '../../../electron/main/csp.ts'
import { newFolder } from '../folders.ts'

let pages: string
beforeEach(() => {
  const folder = newFolder()
  pages = join(folder, 'renderer')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer-secret'))
  writeFileSync(join(folder, 'vault.json'), '{}')
  writeFileSync(join(folder, 'renderer-secret', 'a.js'), 'secret')
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>四个一</title>')
  writeFileSync(join(pages, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(pages, 'assets', 'notes.bin'), 'x')
})

const get = (url: string, init?: RequestInit) => createAppHandler(pages)(new Request(url, init))

test('pages and their files are served with a type and the strict policy', async () => {
  const page = await get('app://four-ones/index.html')
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toBe(pagePolicy)
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await (await get('app://four-ones/')).text()).toContain('四个一')
  expect((await get('app://four-ones/assets/main.js')).headers.get('content-type')).toContain('text/javascript')
})

test.each([
  'app://four-ones/../vault.json',
  'app://four-ones/%2e%2e/vault.json',
  'app://four-ones/..%2fvault.json',
  'app://four-ones/assets/..%2f..%2fvault.json',
  'app://four-ones/..%5cvault.json',
  'app://four-ones/..%2frenderer-secret/a.js',
  'app://four-ones//etc/passwd.js',
  'app://four-ones/%00index.html',
  'app://four-ones/%',
  'app://four-ones/assets/notes.bin',
  'app://four-ones/assets',
  'app://elsewhere/index.html',
  'app://print/guess/index.html',
])('%s is not found', async (url) => {
  const answer = await get(url)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('')
  expect(answer.headers.get('content-security-policy')).toBe(barePolicy)
})

test('no address leads out of the folder', () => {
  expect(fileOf('/opt/app/renderer', '/index.html')).toBe('/opt/app/renderer/index.html')
  for (const path of ['/../x.js', '/a/../../x.js', '/%2e%2e/x.js', '/..%2Fx.js', '/C:/x.js', '/..\\x.js']) {
    expect(fileOf('/opt/app/renderer', path)).toBeNull()
  }
})

test('only reading is answered', async () => {
  expect((await get('app://four-ones/index.html', { method: 'POST', body: 'x' })).status).toBe(405)
})
