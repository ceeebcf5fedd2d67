import { ok, problem } from '../result.ts'
import type { Result } from '../result.ts'
import { cleanIdText, parseIdNumber } from './idNumber.ts'

/** GB/T 26341: 1 visual, 2 hearing, 3 speech, 4 physical, 5 intellectual, 6 psychosocial, 7 multiple. */
export type DisabilityCategory = '1' | '2' | '3' | '4' | '5' | '6' | '7'
/** 1 is the gravest. */
export type DisabilityGrade = '1' | '2' | '3' | '4'

export interface CertNumber {
  /** Whole, with the suffix. */
  readonly certNumber: string
  readonly idNumber: string
  readonly category: DisabilityCategory
  readonly grade: DisabilityGrade
  /** `B1` after a first replacement and so on, or empty. */
  readonly suffix: string
}

export const certNumberProblems = { missing: 'cert-missing', shape: 'cert-shape', id: 'cert-id' } as const

export function cleanCertText(text: string): string {
  return cleanIdText(text).toUpperCase()
}

/** 18 characters of the identity number, category, grade, and what a replacement appended. */
export function splitCertNumber(text: string): Result<CertNumber> {
  const number = cleanCertText(text)
  if (number === '') return problem(certNumberProblems.missing, '请填残疾人证号。')
  const match = /^(\d{17}[\dX])([1-7])([1-4])(B\d{1,2}|\d{1,2})?$/.exec(number)
  if (match === null) {
    return problem(
      certNumberProblems.shape,
      '残疾人证号是 20 位：身份证号 18 位，类别一位（1 到 7），等级一位（1 到 4）。补办过的后面还有 B1 这样的字。',
    )
  }
  return ok({
    certNumber: number,
    idNumber: match[1] as string,
    category: match[2] as DisabilityCategory,
    grade: match[3] as DisabilityGrade,
    suffix: match[4] ?? '',
  })
}

/** As `splitCertNumber`, and the first 18 are a valid identity number. */
export function parseCertNumber(text: string): Result<CertNumber> {
  const parts = splitCertNumber(text)
  if (!parts.ok) return parts
  const id = parseIdNumber(parts.value.idNumber)
  if (!id.ok) return problem(certNumberProblems.id, `残疾人证号的前 18 位应当就是身份证号：${id.error.message}`)
  return parts
}

export function composeCertNumber(idNumber: string, category: DisabilityCategory, grade: DisabilityGrade): string {
  return idNumber + category + grade
}
