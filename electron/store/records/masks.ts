import type { Json } from '../../../domain/journal/change.ts'
import { maskCertNumber, maskIdNumber, maskPhone } from '../../../domain/privacy/index.ts'

/** Fields that leave the worker masked; whole they come only from `persons.reveal`, which is logged. */
const masks: { readonly [field: string]: (value: string) => string | null } = {
  idNumber: (value) => maskIdNumber(value, 'SCREEN'),
  certNumber: (value) => maskCertNumber(value, 'SCREEN'),
  phone: (value) => maskPhone(value, 'SCREEN'),
  contactPhone: (value) => maskPhone(value, 'SCREEN'),
  guardianPhone: (value) => maskPhone(value, 'SCREEN'),
}

export function withMasks(fields: { readonly [field: string]: Json }): { [field: string]: Json } {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      if (field === 'otherPhones' && Array.isArray(value)) return [field, value.map((phone) => maskPhone(String(phone), 'SCREEN'))]
      const mask = masks[field]
      return [field, mask === undefined || typeof value !== 'string' ? value : mask(value)]
    }),
  )
}
