import { describe, expect, it } from 'vitest'
import { codeEntries, codeLabel, codesOf, codeTables, educationStepOf, isCode, isUnder } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'

const ids = Object.keys(codeTables) as CodeTableId[]

describe('code tables', () => {
  it.each(ids)('3 %s has labels in both languages, no code twice, and parents that exist', (id) => {
    const entries = codeEntries(id)
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length)
    for (const { zh, en, parent } of entries) {
      expect(zh.trim()).toBe(zh)
      expect(zh.length * en.length).toBeGreaterThan(0)
      if (parent !== undefined) expect(isCode(id, parent)).toBe(true)
    }
    expect(entries.map(({ code }) => code)).toEqual([...codesOf(id)])
  })

  it('3 labels read in both languages, and an unknown code shows as it is', () => {
    expect([codeLabel('category', '4'), codeLabel('category', '4', 'en'), codeLabel('category', '9')]).toEqual(['肢体残疾', 'Physical', '9'])
    expect([isCode('sex', '1'), isCode('sex', '3'), isCode('sex', 1), isCode('sex', 'toString')]).toEqual([true, false, false, false])
  })

  it('3.6 has 56 peoples and two more, the large ones of Liaoning first', () => {
    expect(codesOf('ethnicity')).toHaveLength(58)
    expect(codesOf('ethnicity').slice(0, 6)).toEqual(['01', '11', '02', '03', '38', '10'])
  })

  it('3.5 every education code has its step of the seven', () => {
    expect(['11', '21', '31', '41', '61', '71', '81', '90'].map(educationStepOf)).toEqual(['7', '6', '5', '4', '4', '3', '2', '1'])
    for (const code of codesOf('education')) expect(isCode('educationStep', educationStepOf(code))).toBe(true)
    expect(educationStepOf('')).toBeNull()
  })

  it('3.10 subforms belong to their form', () => {
    expect([isUnder('employmentForm', '73', '7'), isUnder('employmentForm', '7', '7'), isUnder('employmentForm', '1', '7'), isUnder('employmentForm', '7', '73')]).toEqual([true, true, false, false])
  })

  it.each([
    ['unemployedReason', 7], ['livingSource', 5], ['serviceType', 19], ['channel', 11], ['industry', 20], ['occupationMajor', 8], ['jobFamily', 20],
    ['category', 7], ['grade', 4], ['checkMethod', 7], ['checkResult', 5], ['noNeedReason', 7], ['exclusionReason', 7], ['workTime', 5], ['serviceResult', 6],
  ] as const)('3 %s has %i codes', (id, count) => {
    expect(codesOf(id)).toHaveLength(count)
  })
})
