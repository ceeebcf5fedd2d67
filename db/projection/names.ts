import { pinyin } from 'pinyin-pro'

/** How a name is found: by its characters, by pairs of neighbours, and by the initials of every reading. */

/** Dots between the parts of a name and spaces do not count; every other character does, however rare. */
export function nameCharacters(name: string): string[] {
  return [...name.replace(/[\s·•‧・.]/gu, '')]
}

export function nameGrams(name: string): string[] {
  const characters = nameCharacters(name)
  const grams = new Set(characters)
  for (let index = 1; index < characters.length; index += 1) grams.add(`${characters[index - 1]}${characters[index]}`)
  return [...grams]
}

/** For sorting: full pinyin of the name with its surname's reading. */
export function nameSortKey(name: string): string {
  return readingOf(name).join(' ')
}

/** A name of many polyphones keeps this many readings; more would only be noise. */
const mostReadings = 12

export function initialsOf(name: string): string[] {
  const characters = nameCharacters(name)
  const spoken = readingOf(characters.join('')).map((syllable) => [...syllable][0] ?? '')
  let readings = ['']
  characters.forEach((character, index) => {
    const letters = new Set<string>(spoken.length === characters.length ? [spoken[index] as string] : [])
    for (const letter of lettersOf(character)) letters.add(letter)
    readings = readings.flatMap((start) => [...letters].map((letter) => start + letter)).slice(0, mostReadings)
  })
  return readings
}

/** Every ending of every reading, so that any part of a name is the beginning of some row. */
export function initialsSuffixes(name: string): string[] {
  const suffixes = new Set<string>()
  for (const reading of initialsOf(name)) {
    const letters = [...reading]
    for (let index = 0; index < letters.length; index += 1) suffixes.add(letters.slice(index).join(''))
  }
  return [...suffixes]
}

const knownLetters = new Map<string, readonly string[]>()

function lettersOf(character: string): readonly string[] {
  let letters = knownLetters.get(character)
  if (letters === undefined) {
    const syllables = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
    letters = [...new Set(syllables.map((syllable) => [...syllable.toLowerCase()][0] ?? ''))].filter((letter) => letter !== '')
    knownLetters.set(character, letters)
  }
  return letters
}

/** Asked for twice in a row: for sorting and for the initials. */
let last: { readonly name: string; readonly reading: readonly string[] } = { name: '', reading: [] }

function readingOf(name: string): readonly string[] {
  if (last.name !== name) {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'all', v: true })
    last = { name, reading: syllables.map((syllable) => syllable.toLowerCase()) }
  }
  return last.reading
}
