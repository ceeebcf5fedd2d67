import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openForCounty, wrapForCounty } from '../../../electron/vault/countyRecovery.ts'

test('only the county key that it was wrapped for gives the database key back', () => {
  const databaseKey = randomBytes(32)
  const county = generateKeyPairSync('x25519')
  const wrap = wrapForCounty(databaseKey, { keyId: '210199-2026', publicKey: county.publicKey })
  expect(openForCounty(wrap, county.privateKey)?.equals(databaseKey)).toBe(true)
  expect(openForCounty(wrap, generateKeyPairSync('x25519').privateKey)).toBeNull()
  expect(openForCounty({ ...wrap, keyId: '210199-2027' }, county.privateKey)).toBeNull()
  expect(JSON.stringify(wrap)).not.toContain(databaseKey.toString('base64'))
})
