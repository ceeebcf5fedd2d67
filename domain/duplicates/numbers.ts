import { idCheckChar, upgradeFifteen } from '../identity/idNumber.ts'

/** How two identity numbers that are not the same may still be one, mistyped. */
export type NumberLikeness = 'oneDigit' | 'swapped' | 'lastLetter' | 'oldNumber'

export function numberLikeness(a: string, b: string): NumberLikeness | null {
  if (a === b) return null
  if (a.length !== b.length) return isOldOf(a, b) || isOldOf(b, a) ? 'oldNumber' : null
  const differing = [...a].flatMap((character, index) => (character === b[index] ? [] : [index]))
  if (differing.length === 1) return differing[0] === 17 ? 'lastLetter' : 'oneDigit'
  const [first = 0, second = 0] = differing
  return differing.length === 2 && a[first] === b[second] && a[second] === b[first] ? 'swapped' : null
}

function isOldOf(old: string, number: string): boolean {
  if (old.length !== 15 || number.length !== 18) return false
  const upgraded = upgradeFifteen(old)
  return upgraded.ok && upgraded.value.idNumber.slice(0, 17) === number.slice(0, 17)
}

/** The last character fits the others. One digit mistyped, or two neighbours, and it does not any more. */
export function fitsItself(number: string): boolean {
  return /^\d{17}[\dX]$/.test(number) && idCheckChar(number) === number[17]
}

const digits = [...'0123456789']

/** Every number that one wrong digit, two swapped neighbours or a wrong last character would have turned into this one. */
export function couldHaveBeen(number: string): string[] {
  const found: string[] = []
  for (let index = 0; index < number.length; index += 1) {
    const [before, after] = [number.slice(0, index), number.slice(index + 1)]
    for (const digit of index === 17 ? [...digits, 'X'] : digits) if (digit !== number[index]) found.push(before + digit + after)
    const next = number[index + 1]
    if (next !== undefined && next !== number[index]) found.push(before + next + String(number[index]) + number.slice(index + 2))
  }
  return found
}
