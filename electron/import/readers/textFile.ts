import { createReadStream } from 'node:fs'
import { isUtf8 } from 'node:buffer'

/** Text files of any encoding that spreadsheets write: UTF-8, GB18030, UTF-16, with or without a mark at the start. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

export interface TextNature {
  readonly encoding: TextEncoding
  /** The last character is cut in two. */
  readonly endsInsideCharacter: boolean
}

const pieceBytes = 256 * 1024

/** Looks at the whole file; null when it is no text at all. */
export async function natureOfText(path: string, signal?: AbortSignal): Promise<TextNature | null> {
  let start = true
  let utf8 = true
  let gb18030 = true
  let carry: Buffer = Buffer.alloc(0)
  const decoder = new TextDecoder('gb18030', { fatal: true })
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes, ...(signal === undefined ? {} : { signal }) })) {
    const bytes = piece as Buffer
    if (start) {
      const marked = markedEncoding(bytes)
      if (marked !== null && marked !== 'utf-8') return { encoding: marked, endsInsideCharacter: false }
      const wide = unmarkedUtf16(bytes)
      if (wide !== null) return { encoding: wide, endsInsideCharacter: false }
      start = false
    }
    if (bytes.includes(0)) return null
    if (utf8) {
      const joined = Buffer.concat([carry, bytes])
      const whole = wholeCharacters(joined)
      utf8 = isUtf8(joined.subarray(0, whole))
      carry = joined.subarray(whole)
    }
    if (gb18030) gb18030 = decodes(decoder, bytes)
    if (!utf8 && !gb18030) return null
  }
  if (utf8) return { encoding: 'utf-8', endsInsideCharacter: carry.length > 0 }
  let cut = false
  try {
    decoder.decode()
  } catch {
    cut = true
  }
  return { encoding: 'gb18030', endsInsideCharacter: cut }
}

function decodes(decoder: TextDecoder, bytes: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function markedEncoding(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Tabs, commas, digits and line ends have a zero in one half, and always the same half. */
function unmarkedUtf16(bytes: Buffer): TextEncoding | null {
  const head = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (even + odd < head.length / 40 || even + odd === 0) return null
  if (even === 0) return 'utf-16le'
  return odd === 0 ? 'utf-16be' : null
}

/** Bytes up to the last character that may still be incomplete. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < length ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** The text in pieces, with the number of bytes read so far. */
export async function* readText(path: string, encoding: TextEncoding, signal?: AbortSignal): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder(encoding)
  let bytes = 0
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes, ...(signal === undefined ? {} : { signal }) })) {
    bytes += (piece as Buffer).length
    yield { text: decoder.decode(piece as Buffer, { stream: true }), bytes }
  }
  yield { text: decoder.decode(), bytes }
}
