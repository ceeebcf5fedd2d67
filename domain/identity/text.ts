/** Most cells hold nothing but plain signs and common characters: told by one look, they are left alone. */
const needsCare = /[^\x21-\x7e\u4e00-\u9fff]/

/** Full-width letters, digits and signs (U+FF01 to U+FF5E) and the wide space to their ordinary form. */
export function toHalfWidth(text: string): string {
  if (!needsCare.test(text)) return text
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/** Blanks of every kind, also those without width that copying from web pages leaves behind. */
const blanks = /[\s\u00a0\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g

export function withoutBlanks(text: string): string {
  return needsCare.test(text) ? text.replace(blanks, '') : text
}

export function hasBlanks(text: string): boolean {
  return withoutBlanks(text) !== text
}

/** Runs of blanks to one space, none at the ends. */
export function tidyBlanks(text: string): string {
  return text.replace(blanks, ' ').trim()
}

/** The quote that keeps Excel from taking a number for a number, in the shapes that people type. */
const apostrophes = /['`´‘’‛′＇]/g

export function withoutApostrophes(text: string): string {
  return text.replace(apostrophes, '')
}
