import { tidyBlanks, toHalfWidth, withoutBlanks } from './text.ts'

/** The dot between the parts of a name is U+00B7; these are its look-alikes. */
const otherDots = /[.．。｡•‧∙⋅・･●˙ꞏ᛫⸱·\u0387\u1427\u2024\u2025\u25aa\u25e6\u2981\u2e33\u318d]/g
/** A dash between two Chinese parts stands for the dot; Latin double names keep theirs. */
const dashes = /(?<=\p{Script=Han})[-\u2010-\u2015\uff0d](?=\p{Script=Han})/gu
const nameDot = '\u00b7'

export interface NameReading {
  readonly name: string
  readonly spacesRemoved: boolean
  readonly dotsChanged: boolean
}

/** Chinese names carry no spaces; names in Latin letters keep one between words. Rare characters stay as they are. */
export function readName(text: string): NameReading {
  const tidy = tidyBlanks(text)
  const unspaced = /[A-Za-z]/.test(tidy) ? spacesAroundChinese(tidy) : withoutBlanks(tidy)
  const spacesRemoved = unspaced !== text
  const dotted = unspaced.replace(otherDots, nameDot).replace(dashes, nameDot)
  const name = toHalfWidth(dotted.replace(/\u00b7{2,}/g, nameDot).replace(/^\u00b7|\u00b7$/g, ''))
  return { name, spacesRemoved, dotsChanged: dotted !== unspaced || name !== toHalfWidth(dotted) }
}

function spacesAroundChinese(text: string): string {
  return text.replace(/(?<=\P{Script=Latin}) | (?=\P{Script=Latin})/gu, '')
}

export function normaliseName(text: string): string {
  return readName(text).name
}
