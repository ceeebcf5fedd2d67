import { createHash, randomInt } from 'node:crypto'
import { ok, problem } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

/**
 * Six groups of four from an alphabet without 0, O, 1 and I: 22 random characters (110 bits) and two that check them, so that a slip of the pen is
 * told apart from a wrong code before the slow derivation.
 */

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const randomLength = 22
const length = 24

export function newRecoveryCode(): string {
  let characters = ''
  for (let i = 0; i < randomLength; i += 1) characters += alphabet[randomInt(alphabet.length)]
  return inGroups(characters + checkOf(characters))
}

/** The 24 characters as typed, in the form that keys are derived from. */
export function parseRecoveryCode(typed: string): Result<string> {
  const characters = typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (characters.length !== length) {
    return problem('recoveryCodeLength', `恢复码是 24 个字符，现在是 ${characters.length} 个，请对着纸再看一遍`, { field: 'recoveryCode' })
  }
  if ([...characters].some((character) => !alphabet.includes(character))) {
    return problem('recoveryCodeLetters', '恢复码里没有 0、O、1、I 这几个字符，请对着纸再看一遍', { field: 'recoveryCode' })
  }
  if (checkOf(characters.slice(0, randomLength)) !== characters.slice(randomLength)) {
    return problem('recoveryCodeSlip', '恢复码里有一个字符不对，请对着纸再看一遍', { field: 'recoveryCode' })
  }
  return ok(characters)
}

function checkOf(characters: string): string {
  const digest = createHash('sha256').update(`four-ones recovery ${characters}`).digest()
  return [0, 1].map((i) => alphabet[(digest[i] ?? 0) % alphabet.length]).join('')
}

function inGroups(characters: string): string {
  return characters.replace(/.{4}(?=.)/g, '$&-')
}
