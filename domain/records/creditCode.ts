const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 统一社会信用代码: 18 characters, the last one checks the others (GB 32100, weights are powers of 3 modulo 31). */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code)) return false
  let weight = 1
  let sum = 0
  for (const char of code.slice(0, 17)) {
    sum += alphabet.indexOf(char) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}
