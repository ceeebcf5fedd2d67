import { nameOf } from './names.ts'
import type { Random } from './random.ts'
import { isAtWork } from './scene.ts'
import type { Scene } from './scene.ts'

/** Who lives together: one holder with relatives who hold no certificate, or two holders of one number. */

export interface Member {
  readonly name: string
  readonly relation: '01' | '03' | '04'
  readonly sex: '1' | '2'
  readonly birthDate: string
  readonly state: 'EMPLOYED' | 'UNEMPLOYED' | 'NOT_IN_LABOUR_FORCE'
  readonly ableAndWilling: boolean
}

export interface Household {
  readonly id: string
  readonly members: readonly Member[]
}

export interface Households {
  /** null: nothing is known of the household of this person. */
  of(scene: Scene): Household | null
}

export function createHouseholds(random: Random, year: number): Households {
  let count = 0
  /** A household that waits for its second holder. */
  let waiting: string | null = null
  return {
    of(scene) {
      // Whoever has left or does not count would make the household hard to tell; a county has enough of the others.
      if (scene.standing !== 'target' && scene.standing !== 'atWork') return null
      if (waiting !== null) {
        const id = waiting
        waiting = null
        return { id, members: [] }
      }
      if (!random.percent(16)) return null
      count += 1
      const id = `210199-${String(count).padStart(5, '0')}`
      if (random.percent(40)) waiting = id
      return { id, members: membersOf(random, year) }
    },
  }
}

function membersOf(random: Random, year: number): Member[] {
  const at = (age: number) => `${year - age}-0${1 + random.below(9)}-1${random.below(9)}`
  const spouse: Member = {
    name: nameOf(random), relation: '01', sex: '2', birthDate: at(42), ableAndWilling: true,
    state: random.pick(['EMPLOYED', 'EMPLOYED', 'UNEMPLOYED', 'NOT_IN_LABOUR_FORCE'] as const),
  }
  const mother: Member = { name: nameOf(random), relation: '03', sex: '2', birthDate: at(76), state: 'NOT_IN_LABOUR_FORCE', ableAndWilling: false }
  return random.percent(50) ? [spouse, mother] : random.percent(50) ? [spouse] : [mother]
}

/** Nobody of those who could and would work has any; the old and those who do not wish to are not asked of. */
export function isWithoutWork(holders: readonly Scene[]): boolean {
  const members = holders.flatMap(({ household }) => household?.members ?? [])
  if (holders.some(isAtWork) || members.some(({ state }) => state === 'EMPLOYED')) return false
  return holders.some(isWilling) || members.some(({ state, ableAndWilling }) => state === 'UNEMPLOYED' && ableAndWilling)
}

function isWilling({ years }: Scene): boolean {
  const answered = years.filter(({ stage }) => stage !== 'none' && stage !== 'unreachable' && stage !== 'refused').at(-1)
  return answered?.stage !== 'noNeed'
}
