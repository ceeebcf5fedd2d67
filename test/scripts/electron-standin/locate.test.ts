import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findChromium, standInDir, standInExecutable, standInScript } from '../../../scripts/electron-standin/locate.mjs'

const folder = mkdtempSync(join(tmpdir(), 'locate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('names the folder, the executable in it and the script behind that', () => {
  expect(basename(standInDir)).toBe('electron-standin')
  expect(standInExecutable.startsWith(standInDir)).toBe(true)
  expect(standInScript).toBe(join(standInDir, 'launch.ts'))
})

it('takes the Chromium that CHROMIUM_PATH names, and no other when that one is missing', () => {
  const mine = join(folder, 'my-browser')
  writeFileSync(mine, '#!/bin/sh\n')
  chmodSync(mine, 0o755)
  expect(findChromium({ CHROMIUM_PATH: mine })).toBe(mine)
  expect(findChromium({ CHROMIUM_PATH: join(folder, 'gone') })).toBeUndefined()
})

it('finds a Chromium by itself', () => {
  expect(findChromium({ ...process.env, CHROMIUM_PATH: '' })).toMatch(/chrom|edge/i)
})

it('finds nothing where there is nothing', () => {
  expect(findChromium({ ProgramFiles: folder, LOCALAPPDATA: folder }, 'win32')).toBeUndefined()
})
