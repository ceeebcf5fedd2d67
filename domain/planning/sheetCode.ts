import { fail, ok } from '../result.ts'
import type { Problem, Result } from '../result.ts'

/**
 * The code on a printed sheet: which file, and at which step it is to be opened. It says nothing of the person: the file is named by the end of its
 * random id, so that the code fits every computer that holds the file, also after another import of the roster. Twelve signs: 47 bits of the file, 3 of
 * the step, 10 to check. An error within two neighbouring signs, among them two signs changed about, is always seen; of other errors one in a thousand is not.
 */

/** 1 to 4: the step; 5: the check of a job; 0: whatever is next. */
export type SheetStep = 0 | 1 | 2 | 3 | 4 | 5

export interface SheetTarget {
  /** The last 47 bits of the person's id, as 12 hexadecimal digits. */
  readonly tail: string
  readonly step: SheetStep
}

/** No I, L, O, U: they are read as 1, 1, 0, V. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12
/** What a scanner types first: no key of any screen, so that nothing happens before the whole code has been read. */
export const scanPrefix = 'Z'
const tailBits = 0x7fff_ffff_ffffn

export function tailOf(personId: string): string {
  const bits = BigInt(`0x${personId.replaceAll('-', '').slice(-12)}`) & tailBits
  return bits.toString(16).padStart(12, '0')
}

/** Twelve signs without gaps. */
export function sheetCode(personId: string, step: SheetStep): string {
  const payload = (BigInt(`0x${tailOf(personId)}`) << 3n) | BigInt(step)
  let rest = (payload << 10n) | BigInt(checkOf(payload))
  let code = ''
  for (let at = 0; at < length; at += 1) {
    code = signs.charAt(Number(rest & 31n)) + code
    rest >>= 5n
  }
  return code
}

/** As it is printed: three groups of four. */
export function groupedCode(code: string): string {
  return code.match(/.{4}/g)?.join(' ') ?? code
}

/** What the square holds: the scanner types it and Enter. */
export function scannedText(code: string): string {
  return scanPrefix + code
}

/** Whether a text can only be meant as a code of a sheet, right or mistyped: a name, a number or a telephone never looks like that. */
export function looksLikeSheetCode(text: string): boolean {
  const code = tidied(text)
  if (code === null || /^\d+$/.test(code)) return false
  return /\d/.test(code) || readSheetCode(code).ok
}

export function readSheetCode(text: string): Result<SheetTarget, Problem> {
  const code = tidied(text)
  if (code === null) return fail({ code: 'notASheetCode', message: '单子上的编码是 12 个字母和数字，请照着再打一遍' })
  let value = 0n
  for (const sign of code) value = (value << 5n) | BigInt(signs.indexOf(sign))
  const payload = value >> 10n
  const step = Number(payload & 7n)
  if (checkOf(payload) !== Number(value & 1023n) || step > 5) return fail({ code: 'wrongSheetCode', message: '编码对不上，有一处打错了。请照着单子再打一遍' })
  return ok({ tail: (payload >> 3n).toString(16).padStart(12, '0'), step: step as SheetStep })
}

/** Full-width signs, small letters, gaps and look-alikes are taken as what they stand for. */
function tidied(text: string): string | null {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/[\s\-·.]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0').replaceAll('U', 'V')
  const code = plain.length === length + 1 && plain.startsWith(scanPrefix) ? plain.slice(1) : plain
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null
}

/** CRC-10 (x^10 + x^9 + x^5 + x^4 + x + 1), which sees every error within ten bits side by side. */
function checkOf(payload: bigint): number {
  let remainder = payload << 10n
  for (let bit = 59n; bit >= 10n; bit -= 1n) {
    if ((remainder >> bit) & 1n) remainder ^= 0x633n << (bit - 10n)
  }
  return Number(remainder & 1023n)
}
