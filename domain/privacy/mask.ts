import { surnameLength } from './surname.ts'

/**
 * Masking. SCREEN: lists and the person's head; INTERNAL: ledgers whose reader needs the whole number; PUBLIC: a notice on a wall. In public only the
 * last four of a number stay: area, sex and check digit together with an age would rebuild the rest.
 */
export const maskLevels = ['SCREEN', 'INTERNAL', 'PUBLIC'] as const
export type MaskLevel = (typeof maskLevels)[number]

export function maskName(name: string, level: MaskLevel): string {
  if (level !== 'PUBLIC') return name
  const chars = [...name.trim()]
  if (chars.length <= 1) return chars.length === 0 ? '' : '*'
  return publicName(chars)
}

function publicName(chars: readonly string[]): string {
  const dot = chars.indexOf('·')
  // 买买提·艾力: the part before the dot is the own name, whole it would tell who it is; two stars keep the length unknown.
  if (dot > 0) return `${chars[0]}**`
  const shown = surnameLength(chars)
  const hidden = chars.length - shown
  // Three characters and more keep the last one, 张*明; a compound surname is long enough by itself, 欧阳**.
  if (shown === 1 && chars.length === 3) return `${chars[0]}*${chars[2]}`
  return chars.slice(0, shown).join('') + '*'.repeat(hidden)
}

export function maskIdNumber(idNumber: string, level: MaskLevel): string {
  if (level === 'INTERNAL') return idNumber
  if (level === 'PUBLIC') return keepEnds(idNumber, 0, 4)
  return keepEnds(idNumber, 6, 4)
}

/** Digits 19 and 20 tell the disability and are never shown on screen lists or in public, nor is what a replacement appended. */
export function maskCertNumber(certNumber: string, level: MaskLevel): string {
  if (level === 'INTERNAL') return certNumber
  const idPart = certNumber.slice(0, 18)
  return maskIdNumber(idPart, level) + '*'.repeat(Math.min(2, Math.max(0, certNumber.length - 18)))
}

/** null: not shown at all. */
export function maskPhone(phone: string, level: MaskLevel): string | null {
  if (level === 'INTERNAL') return phone
  if (level === 'PUBLIC') return null
  const landline = /^(0\d{2,3}-)(\d+)(\d{4})(-\d+)?$/.exec(phone)
  if (landline !== null) return `${landline[1]}${'*'.repeat((landline[2] as string).length)}${landline[3]}`
  return phone.length === 11 ? keepEnds(phone, 3, 4) : keepEnds(phone, 0, 4)
}

/** The last four on every level. */
export function maskBankAccount(account: string): string {
  const digits = account.replace(/\s/g, '')
  return keepEnds(digits, 0, Math.min(4, Math.floor(digits.length / 2)))
}

export interface Address {
  readonly town?: string | undefined
  readonly village?: string | undefined
  readonly address?: string | undefined
}

/** Town and village, and the whole address only inside the office. */
export function maskAddress({ town, village, address }: Address, level: MaskLevel): string {
  const place = [town, village].filter((part) => part !== undefined && part !== '').join('')
  if (level !== 'INTERNAL' || address === undefined || address === '') return place
  return address.includes(place) ? address : place + address
}

function keepEnds(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length)
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail)
}
