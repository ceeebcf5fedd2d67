import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kdfFloor } from '../../../electron/vault/keyDerivation.ts'
import { createVault } from '../../../electron/vault/vault.ts'
import type { VaultFile } from '../../../electron/vault/vaultFile.ts'
import { readVault, vaultExists, writeVault } from '../../../electron/vault/vaultFile.ts'
import { newFolder } from '../folders.ts'

const now = '2026-11-24T08:00:00.000Z'
const user = { id: '019ab000-0000-7000-8000-000000000001', name: '林芳', role: 'office', password: '八个字的口令呀好' } as const

async function newVault(): Promise<VaultFile> {
  return (await createVault({ code: '210199', name: '示范县' }, user, kdfFloor, now)).vault
}

test('a disk that fills in the middle of a write leaves the old file whole', () => {
  const path = join(newFolder(), 'kept.json')
  writeFileSync(path, 'old')
  const module = new URL('../../../electron/vault/atomicFile.ts', import.meta.url).href
  const script = `const { writeFileAtomically } = await import('${module}')
    try { writeFileAtomically(${JSON.stringify(path)}, 'x'.repeat(5000)); console.log('written') } catch (error) { console.log(error.code) }`
  // The system takes the first kilobyte and no more, and says so only at the next call.
  const said = execFileSync('bash', ['-c', 'ulimit -f 1; exec "$0" --input-type=module -e "$1"', process.execPath, script], { encoding: 'utf8' })
  expect(said.trim()).toBe('EFBIG')
  expect(readFileSync(path, 'utf8')).toBe('old')
})

test('where the power went between the two copies, the next start makes them the same: an old password opens nothing from the copy', async () => {
  const folder = newFolder()
  const before = await newVault()
  writeVault(folder, before)
  const copy = readFileSync(join(folder, 'vault.json.bak'), 'utf8')
  writeVault(folder, await newVault())
  writeFileSync(join(folder, 'vault.json.bak'), copy)
  expect(readVault(folder, now)).toMatchObject({ ok: true, value: { notice: null } })
  expect(readFileSync(join(folder, 'vault.json.bak'), 'utf8')).toBe(readFileSync(join(folder, 'vault.json'), 'utf8'))
})

test('a change that could not be written whole is no change: the vault of before stays in force', async () => {
  const folder = newFolder()
  const before = await newVault()
  writeVault(folder, before)
  mkdirSync(join(folder, 'vault.json.bak.tmp'))
  const next = await newVault()
  expect(() => writeVault(folder, next)).toThrow()
  expect(readVault(folder, now)).toMatchObject({ ok: true, value: { vault: before } })
})

test('a first vault that could not be written whole is none, so that set-up can be done again', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'vault.json.bak.tmp'))
  const first = await newVault()
  expect(() => writeVault(folder, first)).toThrow()
  expect(vaultExists(folder)).toBe(false)
  rmdirSync(join(folder, 'vault.json.bak.tmp'))
  writeVault(folder, first)
  expect(vaultExists(folder)).toBe(true)
})
