import { toHalfWidth, withoutApostrophes, withoutBlanks } from './text.ts'

/** Mobile: 11 digits from 13 to 19. Landline: area code (010, 02x with 8 digits after it; 0xxx with 7 or 8), perhaps an extension. */
const mobile = /^1[3-9]\d{9}$/
const landline = /^(?:(0(?:10|2\d))-?([2-9]\d{7})|(0[3-9]\d{2})-?([2-9]\d{6,7}))(?:(?:-|转)(\d{1,6}))?$/

/** The phone in its one form (`13912340318`, `024-87651234`, `0410-4567890-12`), or null when no phone can be like that. */
export function normalisePhone(text: string): string | null {
  const compact = compactPhone(text)
  const bare = compact.replace(/^(?:\+|00)?86-?(?=1[3-9]\d|0\d{2})/, '')
  const digits = bare.replace(/-/g, '')
  if (mobile.test(digits)) return digits
  const match = landline.exec(bare) ?? landline.exec(joinGroups(bare))
  if (match === null) return null
  const [, shortArea, shortNumber, longArea, longNumber, extension] = match
  const number = `${shortArea ?? longArea}-${shortNumber ?? longNumber}`
  return extension === undefined ? number : `${number}-${extension}`
}

/** Written as it should be, or a landline without its dash. */
export function isValidPhone(text: string): boolean {
  const phone = normalisePhone(text)
  return phone !== null && phone.replace(/-/g, '') === text.replace(/-/g, '')
}

/** Half-width, no blanks, one kind of dash, brackets round an area code as a dash. */
function compactPhone(text: string): string {
  return withoutApostrophes(withoutBlanks(toHalfWidth(text)))
    .replace(/[–—―‐‑−ー─~_.·]/g, '-')
    .replace(/^[(〔[【](\+?\d{2,4})[)〕\]】]-?/, '$1-')
    .replace(/(?<=\d)-0$/, (tail, offset: number, whole: string) => (/^1\d{10}-0$/.test(whole) && offset === 11 ? '' : tail))
    .replace(/--+/g, '-')
}

/** `024-8765-1234` to `024-87651234`. */
function joinGroups(text: string): string {
  return text.replace(/^(0(?:10|2\d|[3-9]\d{2}))-(\d{3,4})-(\d{4})$/, '$1-$2$3')
}

export interface PhoneSplit {
  /** Good ones, in their one form, each once, in the order of the cell. */
  readonly phones: readonly string[]
  /** What is left of the cell and is no phone: digits too few, words. */
  readonly rest: readonly string[]
  /** How many pieces the cell held. */
  readonly pieces: number
}

const separators = /[/\\、,，;；|\n\r\t]+|\s(?:或|和|及)\s|(?<=\d)(?:或|和|及)(?=\d)/

/** The phones of a cell; a blank separates two only where it stands between two whole phones. */
export function splitPhones(text: string): PhoneSplit {
  const phones: string[] = []
  const rest: string[] = []
  let pieces = 0
  const halfWidth = withoutApostrophes(toHalfWidth(text))
  for (const part of halfWidth.split(separators)) {
    if (withoutBlanks(part) === '') continue
    for (const piece of splitAtBlanks(part)) {
      pieces += 1
      const phone = normalisePhone(piece)
      if (phone === null) {
        const found = phonesInside(piece)
        addOnce(phones, found.phones)
        rest.push(found.phones.length === 0 ? piece.trim() : found.rest)
      } else addOnce(phones, [phone])
    }
  }
  return { phones, rest: rest.filter((piece) => /[\p{L}\p{N}]/u.test(piece)), pieces }
}

function splitAtBlanks(part: string): string[] {
  if (normalisePhone(part) !== null) return [part]
  const words = part.trim().split(/\s+/)
  const pieces: string[] = []
  let open: string[] = []
  for (const word of words) {
    // 139 1234 0318 is one phone in groups, 13912340318 024-87651234 are two.
    const parted = open.length > 0 && normalisePhone([...open, word].join(' ')) === null
    if (parted && (normalisePhone(open.join(' ')) !== null || normalisePhone(word) !== null)) {
      pieces.push(open.join(' '))
      open = []
    }
    open.push(word)
  }
  pieces.push(open.join(' '))
  return pieces
}

/** Phones with words around them (`李强13912340318`), and phones run together without anything between. */
function phonesInside(piece: string): { phones: string[]; rest: string } {
  const phones: string[] = []
  const compact = withoutBlanks(piece)
  const rest = compact.replace(/(?<!\d)(?:1[3-9]\d{9}|0(?:10|2\d)-?[2-9]\d{7}|0[3-9]\d{2}-?[2-9]\d{6,7})(?=(?:1[3-9]\d{9})?(?!\d))/g, (found) => {
    phones.push(normalisePhone(found) as string)
    return ''
  })
  return { phones, rest: runTogether(rest, phones) }
}

function runTogether(rest: string, phones: string[]): string {
  if (!/^1[3-9]\d{9}$/.test(rest)) return rest
  phones.push(rest)
  return ''
}

function addOnce(target: string[], items: readonly string[]): void {
  for (const item of items) if (!target.includes(item)) target.push(item)
}
