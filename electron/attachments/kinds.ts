import type { AttachmentType } from '../../domain/records/index.ts'

/** What a file really is, by its first bytes; a name or a stated type proves nothing. */
export function typeOf(bytes: Uint8Array): AttachmentType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf'
  return null
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte)
}

/** A JPEG that still tells where and with what it was taken (EXIF, XMP in APP1; IPTC in APP13). */
export function tellsOfItsMaking(bytes: Uint8Array): boolean {
  if (typeOf(bytes) !== 'image/jpeg') return false
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // From the start of the picture on there are no more such segments.
    if (marker === 0xda || marker === 0xd9) return false
    if (marker === 0xe1 || marker === 0xed) return true
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
  }
  return false
}
