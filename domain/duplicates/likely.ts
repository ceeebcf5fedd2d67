import { upgradeFifteen } from '../identity/idNumber.ts'
import { couldHaveBeen, fitsItself, numberLikeness } from './numbers.ts'
import type { NumberLikeness } from './numbers.ts'

/**
 * Two files that may be of one person, and why. Found by what both have in common, never by comparing everybody with everybody: each reason puts
 * people into small heaps first.
 */

export interface PersonTraits {
  readonly no: number
  readonly name: string
  /** Pinyin of the name: 小 and 晓 sound alike. */
  readonly nameKey: string
  readonly idNumber: string | null
  readonly birthDate: string | null
  readonly phone: string | null
  readonly town: string
  readonly village: string
}

export const duplicateReasons = ['sameNumber', 'likeNumber', 'nameBirth', 'phoneVillage'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

export interface Why {
  readonly reason: DuplicateReason
  readonly likeness?: NumberLikeness
}

export interface LikelyPair {
  /** The smaller number first. */
  readonly a: number
  readonly b: number
  /** The strongest first. */
  readonly why: readonly Why[]
}

/** A number that more people of a village give is that of the village's office or a neighbour. *Decision* */
const mostWithOnePhone = 4
/** A heap that is larger is no mistake of two: each is compared with the first alone, so that none is lost and nothing explodes. */
const mostInHeap = 40

export function likelyDuplicates(persons: readonly PersonTraits[]): LikelyPair[] {
  const pairs = createPairs()
  const byNumber = heaps(persons, ({ idNumber }) => idNumber)
  for (const heap of byNumber.values()) for (const [a, b] of within(heap)) pairs.add(a, b, { reason: 'sameNumber' })
  mistyped(persons, byNumber, pairs)
  mistypedOfOneName(persons, pairs)
  const nameBirth = heaps(persons, ({ name, birthDate }) => (birthDate === null || name === '' ? null : `${plainName(name)} ${birthDate}`))
  for (const heap of nameBirth.values()) for (const [a, b] of within(heap)) pairs.add(a, b, { reason: 'nameBirth' })
  const phones = heaps(persons, phoneAtHome)
  for (const heap of phones.values()) {
    if (heap.length <= mostWithOnePhone) for (const [a, b] of within(heap)) pairs.add(a, b, { reason: 'phoneVillage' })
  }
  return pairs.all()
}

/** A number that does not fit itself was mistyped; an old one has a new form. Both are looked up among the others. */
function mistyped(persons: readonly PersonTraits[], byNumber: ReadonlyMap<string, readonly PersonTraits[]>, pairs: Pairs): void {
  for (const person of persons) {
    const number = person.idNumber
    if (number === null) continue
    const others = number.length === 15 ? newFormOf(number) : number.length === 18 && !fitsItself(number) ? couldHaveBeen(number) : []
    for (const other of others.flatMap((form) => byNumber.get(form) ?? [])) pairs.addLike(person, other)
  }
}

function newFormOf(old: string): string[] {
  const upgraded = upgradeFifteen(old)
  return upgraded.ok ? [upgraded.value.idNumber] : []
}

/**
 * Two numbers that both fit and differ in one digit are two people, unless they sound the same: then the last character was made to fit the mistake.
 * All of the number but the part with the mistake is the same then; two neighbours that were swapped may lie in two parts.
 */
function mistypedOfOneName(persons: readonly PersonTraits[], pairs: Pairs): void {
  const ofOneName = heaps(persons, ({ nameKey, idNumber }) => (idNumber?.length === 18 && nameKey !== '' ? nameKey : null))
  for (const namesakes of ofOneName.values()) {
    if (namesakes.length < 2) continue
    for (const part of rests) {
      for (const heap of heaps(namesakes, ({ idNumber }) => part(idNumber as string)).values()) {
        for (const [a, b] of within(heap)) pairs.addLike(a, b, 17)
      }
    }
  }
}

/** Area, year and month, day and order: what is left of the first 17 without one of them, or without the two digits where they meet. */
const rests = ([[0, 6], [6, 12], [12, 17], [5, 7], [11, 13]] as const).map(
  ([from, to]) => (number: string) => `${number.slice(0, from)}-${number.slice(to, 17)}`,
)

function plainName(name: string): string {
  return name.replace(/[\s·•‧・.]/gu, '')
}

function phoneAtHome({ phone, town, village }: PersonTraits): string | null {
  const digits = phone?.replace(/\D/g, '') ?? ''
  return digits.length < 7 || village === '' ? null : `${digits} ${town} ${village}`
}

function heaps(persons: readonly PersonTraits[], keyOf: (person: PersonTraits) => string | null): Map<string, PersonTraits[]> {
  const found = new Map<string, PersonTraits[]>()
  for (const person of persons) {
    const key = keyOf(person)
    if (key === null || key === '') continue
    const heap = found.get(key)
    if (heap === undefined) found.set(key, [person])
    else heap.push(person)
  }
  return found
}

function* within(heap: readonly PersonTraits[]): Generator<[PersonTraits, PersonTraits]> {
  const firsts = heap.length <= mostInHeap ? heap.length - 1 : 1
  for (let first = 0; first < firsts; first += 1) {
    for (let second = first + 1; second < heap.length; second += 1) yield [heap[first] as PersonTraits, heap[second] as PersonTraits]
  }
}

interface Pairs {
  add(a: PersonTraits, b: PersonTraits, why: Why): void
  /** When the numbers, or so many of their first characters, are alike. */
  addLike(a: PersonTraits, b: PersonTraits, length?: number): void
  all(): LikelyPair[]
}

function createPairs(): Pairs {
  const found = new Map<string, { a: PersonTraits; b: PersonTraits; why: Map<DuplicateReason, Why> }>()
  const add = (one: PersonTraits, other: PersonTraits, why: Why): void => {
    if (one.no === other.no) return
    const [a, b] = one.no < other.no ? [one, other] : [other, one]
    const key = `${a.no} ${b.no}`
    const pair = found.get(key) ?? { a, b, why: new Map<DuplicateReason, Why>() }
    if (!pair.why.has(why.reason)) pair.why.set(why.reason, why)
    found.set(key, pair)
  }
  return {
    add,
    addLike(a, b, length) {
      const likeness = numberLikeness((a.idNumber ?? '').slice(0, length), (b.idNumber ?? '').slice(0, length))
      if (likeness !== null) add(a, b, { reason: 'likeNumber', likeness })
    },
    all() {
      const rankOf = (why: ReadonlyMap<DuplicateReason, Why>) => duplicateReasons.findIndex((reason) => why.has(reason))
      return [...found.values()]
        .sort((x, y) => rankOf(x.why) - rankOf(y.why) || y.why.size - x.why.size || (x.a.nameKey < y.a.nameKey ? -1 : x.a.nameKey > y.a.nameKey ? 1 : 0) || x.a.no - y.a.no || x.b.no - y.b.no)
        .map(({ a, b, why }) => ({ a: a.no, b: b.no, why: duplicateReasons.flatMap((reason) => why.get(reason) ?? []) }))
    },
  }
}
