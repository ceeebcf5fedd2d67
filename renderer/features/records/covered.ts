import { maskCertNumber, maskPhone } from '../../../domain/privacy/index.ts'

/** Telephones and certificate numbers are not read over a shoulder, in a record no more than in the head of the file. */
export function covered(field: string, value: string): string {
  if (value === '' || value.includes('*')) return value
  if (field === 'certNumber') return maskCertNumber(value, 'SCREEN')
  return /phone$/i.test(field) ? (maskPhone(value, 'SCREEN') ?? '') : value
}
