import { expect, test } from 'vitest'
import { newRecoveryCode, parseRecoveryCode } from '../../../electron/vault/recoveryCode.ts'

test('a recovery code is six groups of four without look-alikes', () => {
  for (let i = 0; i < 200; i += 1) expect(newRecoveryCode()).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/)
})

test('it is read however it is typed', () => {
  const code = newRecoveryCode()
  const wide = [...code.toLowerCase().replaceAll('-', ' ')].map((c) => (c === ' ' ? '　' : String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))).join('')
  const plain = code.replaceAll('-', '')
  for (const typed of [code, code.toLowerCase(), plain, ` ${code} `, wide]) {
    expect(parseRecoveryCode(typed)).toEqual({ ok: true, value: plain })
  }
})

test('nearly every slip of one character is noticed before the code is tried', () => {
  let noticed = 0
  for (let i = 0; i < 300; i += 1) {
    const code = newRecoveryCode().replaceAll('-', '')
    const other = code[i % 22] === 'A' ? 'B' : 'A'
    const slip = code.slice(0, i % 22) + other + code.slice((i % 22) + 1)
    if (!parseRecoveryCode(slip).ok) noticed += 1
  }
  expect(noticed).toBeGreaterThanOrEqual(297)
})

test('missing characters and letters that no code has are named', () => {
  expect(parseRecoveryCode('ABCD-EFGH')).toMatchObject({ ok: false, error: { code: 'recoveryCodeLength' } })
  expect(parseRecoveryCode('O'.repeat(24))).toMatchObject({ ok: false, error: { code: 'recoveryCodeLetters' } })
})
