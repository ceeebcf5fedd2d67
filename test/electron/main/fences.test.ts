import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { isOwnPage, mayLoad } from '../../../electron/main/lockDown.ts'
import { createLog, withoutData } from '../../../electron/main/log.ts'
import { placesOf } from '../../../electron/main/places.ts'
import { saveFile } from '../../../electron/main/saveFile.ts'
import { newFolder } from '../folders.ts'

test('only our own pages count as ours', () => {
  expect(isOwnPage('app://four-ones/index.html#/people')).toBe(true)
  for (const url of ['app://print/x/index.html', 'app://four-ones.evil/index.html', 'https://four-ones/', 'file:///index.html', 'about:blank', '']) {
    expect(isOwnPage(url)).toBe(false)
  }
})

test('pages load from app:// and from themselves, never from a network or the disk', () => {
  for (const url of ['app://four-ones/a.js', 'data:image/png;base64,AA', 'blob:app://four-ones/1']) expect(mayLoad(url)).toBe(true)
  for (const url of ['https://example.org/', 'http://127.0.0.1:9/', 'ws://localhost/', 'file:///etc/passwd', 'ftp://x/', 'app://other/', 'app://print/x.css']) expect(mayLoad(url)).toBe(false)
})

test('the log holds no names, no numbers, no home folder, and turns over', () => {
  expect(withoutData('王淑芬 210199199001012167 /home/tong/x\n13900001234')).toBe('* # /home/*/x #')
  const folder = newFolder()
  const log = createLog(join(folder, 'logs'), () => '2026-11-24T08:00:00.000Z')
  log.write('records.complete took 61 ms')
  expect(readFileSync(join(folder, 'logs', 'four-ones.log'), 'utf8')).toBe('2026-11-24T08:00:00.000Z records.complete took 61 ms\n')
  writeFileSync(join(folder, 'logs', 'four-ones.log'), 'x'.repeat(1_000_001))
  log.write('next')
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['four-ones.log', 'four-ones.log.1'])
})

test('the store folder is named by argument, then by environment, then lies with the user', () => {
  const base = { mainUrl: pathToFileURL('/opt/app/dist/main/index.js').href, userData: '/u', argv: [], env: {} }
  expect(placesOf(base)).toMatchObject({ pages: '/opt/app/dist/renderer', preload: '/opt/app/dist/preload/index.cjs', store: '/u/store' })
  expect(placesOf({ ...base, env: { FOUR_ONES_STORE: '/e' } }).store).toBe('/e')
  expect(placesOf({ ...base, argv: ['--store=/a'], env: { FOUR_ONES_STORE: '/e' } }).store).toBe('/a')
})

test('a saved file is whole under its name; a place that takes none gets a sentence and no rest', async () => {
  const folder = newFolder()
  expect(await saveFile(join(folder, 'ledger.pdf'), Buffer.from('pdf'))).toEqual({ ok: true, value: null })
  expect(readdirSync(folder)).toEqual(['ledger.pdf'])
  mkdirSync(join(folder, 'taken.pdf'))
  expect(await saveFile(join(folder, 'taken.pdf'), Buffer.from('pdf'))).toMatchObject({ ok: false, error: { code: 'fileNotSaved' } })
  expect(readdirSync(folder).sort()).toEqual(['ledger.pdf', 'taken.pdf'])
})
