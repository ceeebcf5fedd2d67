import { expect, test } from 'vitest'
import { differences, freshValues, joinRows, valuesToWrite } from '../../../electron/import/session/compare.ts'
import type { Incoming } from '../../../electron/import/session/compare.ts'
import { personFieldOf, personFieldsOf } from '../../../electron/import/session/personFields.ts'
import { describeFinding, incomingRow } from '../../../electron/import/session/rosterRows.ts'
import { finding } from '../../../domain/roster/findings.ts'

const incoming = (fields: Incoming['fields'], marks: Incoming['marks'] = {}): Incoming => ({ fields, marks })
const known = { name: '甲', idNumber: '1', phone: '139', hukouTown: '示范镇', verification: { phone: '打不通' } }

test('what the roster does not hold, or holds as nothing, never overwrites', () => {
  expect(valuesToWrite(known, incoming({ name: '甲', phone: '', hukouTown: null, otherPhones: [] }))).toEqual({})
  expect(freshValues(incoming({ name: '甲', phone: '', hukouTown: null }))).toEqual({ name: '甲' })
})

test('a doubt about a value that is new marks it; a new value without doubt ends the mark; what stays the same keeps its mark', () => {
  expect(valuesToWrite(known, incoming({ hukouTown: '东河乡' }, { hukouTown: '不在名录里', sex: '对不上' }))).toEqual({
    hukouTown: '东河乡', verification: { phone: '打不通', hukouTown: '不在名录里' },
  })
  expect(valuesToWrite(known, incoming({ phone: '138' }))).toEqual({ phone: '138', verification: {} })
  expect(valuesToWrite(known, incoming({ phone: '139' }, { phone: '打不通' }))).toEqual({})
})

test('a certificate number says with its value whether it was put together', () => {
  const derived = { ...known, certNumber: '143', certDerived: true }
  expect(valuesToWrite(derived, incoming({ certNumber: '144' }))).toMatchObject({ certNumber: '144', certDerived: false })
  expect(valuesToWrite(known, incoming({ certNumber: '143', certDerived: true }))).toMatchObject({ certNumber: '143', certDerived: true })
})

test('a number that was put together never takes the place of one that was given', () => {
  const given = { ...known, certNumber: '21019919740322216743B1', disabilityGrade: '3' }
  expect(valuesToWrite(given, incoming({ certNumber: '21019919740322216743', certDerived: true }))).toEqual({})
  expect(differences(given, incoming({ certNumber: '21019919740322216742', certDerived: true, disabilityGrade: '2' }))).toEqual([
    { field: 'disabilityGrade', from: '3', to: '2' },
  ])
  const derived = { ...given, certNumber: '21019919740322216743', certDerived: true }
  expect(valuesToWrite(derived, incoming({ certNumber: '21019919740322216742', certDerived: true }))).toMatchObject({ certNumber: '21019919740322216742', certDerived: true })
})

test('of two rows of a person, the one that gives the certificate number in full says so', () => {
  const full = { row: 3, fields: { name: '甲', certNumber: '143' }, findings: [] }
  const bare = { row: 8, fields: { name: '甲', certNumber: '143', certDerived: true }, findings: [] }
  const other = { row: 9, fields: { name: '甲', certNumber: '142', certDerived: true }, findings: [] }
  const join = (...rows: Parameters<typeof joinRows>[0][number][]) => joinRows(rows, (_field, value) => String(value))
  expect(join(full, bare)).toEqual({ fields: { name: '甲', certNumber: '143' }, marks: {} })
  expect(join(bare, full)).toEqual({ fields: { name: '甲', certNumber: '143' }, marks: {} })
  expect(join(bare, other).fields).toEqual({ name: '甲', certNumber: '143', certDerived: true })
  expect(join(full, other)).toEqual({ fields: { name: '甲', certNumber: '143' }, marks: {} })
})

test('the day of what is said about work comes along with the state, and is no change by itself', () => {
  const working = { ...known, employmentState: 'EMPLOYED', employmentStateOn: '2025-03-01' }
  expect(differences(working, incoming({ employmentState: 'EMPLOYED', employmentStateOn: '2026-03-01' }))).toEqual([])
  expect(valuesToWrite(working, incoming({ employmentState: 'UNEMPLOYED', employmentStateOn: '2026-03-01' }))).toEqual({
    employmentState: 'UNEMPLOYED', employmentStateOn: '2026-03-01',
  })
})

test('a person whom an undone import took away is back, also when nothing else changes', () => {
  expect(valuesToWrite({ ...known, withdrawn: true }, incoming({ name: '甲' }))).toEqual({ withdrawn: false })
})

test('a doubt that no field shows waits at the remarks', () => {
  const joined = joinRows(
    [
      { row: 3, fields: { name: '甲' }, findings: [] },
      { row: 8, fields: { name: '甲' }, findings: [{ code: 'same-person-differs', kind: 'doubtful', field: '', sentence: '备用列不一样', before: null, after: null }] },
    ],
    (_field, value) => String(value),
  )
  expect(joined.marks).toEqual({ rosterNotes: '备用列不一样' })
})

test('words of a roster become fields of a file, and only those that are there', () => {
  const idNumber = '210199198003076513'
  const person = {
    name: '甲', idNumber, certNumber: null, certDerived: false, sex: '男' as const, sexCode: '1' as const, birthDate: '1980-03-07',
    town: '示范镇', townCode: '210199100', disabilityCategory: '4' as const, disabilityGrade: null, village: '王家村', employed: false, note: '在家', jobTitle: '',
  }
  expect(personFieldsOf(person, '2026-03-01')).toEqual({
    name: '甲', idNumber, sex: '1', birthDate: '1980-03-07', hukouTown: '示范镇', hukouAreaCode: '210199100', hukouVillage: '王家村',
    disabilityCategory: '4', employmentState: 'UNEMPLOYED', employmentStateOn: '2026-03-01', rosterNotes: '在家',
  })
  expect([personFieldOf('grade'), personFieldOf('gradeMark2'), personFieldOf('phone'), personFieldOf('other')]).toEqual(['disabilityGrade', 'disabilityGrade', 'phone', ''])
})

test('sentences of findings show numbers masked; only what must be typed anew is whole', () => {
  const row = (item: ReturnType<typeof finding>) =>
    incomingRow({ sheet: 's', row: 3, verdict: 'refused', findings: [item], person: null, name: '甲', sameAs: null }, '2026-03-01')
  const wrong = row(finding('id-check', 'idNumber', '210199198003076514', null))
  expect(wrong.fields).toEqual({ name: '甲' })
  expect(wrong.findings[0]?.sentence).toContain('210199********6514')
  expect(row(finding('id-fifteen', 'idNumber', '210199800307651', '210199198003076513')).findings[0]?.sentence).toContain('210199198003076513')
})

test('a repeated row says which one it repeats, and every group of findings has a heading', () => {
  const repeated = incomingRow({ sheet: 's', row: 9, verdict: 'duplicate', findings: [], person: null, name: '甲', sameAs: { sheet: 's', row: 3 } }, '2026-03-01')
  expect(repeated.findings).toMatchObject([{ code: 'duplicate', kind: 'duplicate', sentence: '和第 3 行一样，只导入那一行。' }])
  expect(describeFinding('duplicate').title).toBe('重复的行')
  expect(describeFinding('id-check')).toEqual({ title: '号码校验位不对', explanation: '这些行不导入，别的行照常' })
})
