import { cleanCertText } from '../../../domain/identity/certNumber.ts'
import { normaliseName } from '../../../domain/identity/name.ts'
import { normalisePhone } from '../../../domain/identity/phone.ts'
import { tidyBlanks } from '../../../domain/identity/text.ts'
import type { JsonObject } from '../../api/client.ts'

const names = new Set(['name', 'contactName', 'guardianName'])
const phones = new Set(['phone', 'contactPhone', 'guardianPhone'])

/** What was typed or pasted, as a roster would be read: no stray blanks, phones in their one form. What cannot be read stays as it is, to be told about. */
export function tidyValue(field: string, value: JsonObject[string] | undefined): JsonObject[string] {
  if (typeof value !== 'string') return value ?? null
  const text = tidyBlanks(value)
  if (text === '') return null
  if (names.has(field)) return normaliseName(text)
  if (phones.has(field)) return normalisePhone(text) ?? text
  return field === 'certNumber' ? cleanCertText(text) : text
}
