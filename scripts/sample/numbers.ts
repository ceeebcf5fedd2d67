import { idCheckChar } from '../../domain/identity/idNumber.ts'

/** Identity numbers of the area 210199, each given once; the third digit of the sequence tells the sex. */
export interface Numbers {
  /** null when all 500 of that day and sex are taken. */
  idNumber(birthDate: string, sex: '1' | '2'): string | null
}

export function createNumbers(): Numbers {
  const taken = new Map<string, number>()
  return {
    idNumber(birthDate, sex) {
      const key = `${birthDate}${sex}`
      const count = taken.get(key) ?? 0
      if (count > 499) return null
      taken.set(key, count + 1)
      const body = `210199${birthDate.replaceAll('-', '')}${String(count * 2 + (sex === '1' ? 1 : 0)).padStart(3, '0')}`
      return body + idCheckChar(body)
    },
  }
}
