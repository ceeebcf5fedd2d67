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

/** A picture that still tells where and with what it was taken. */
export function tellsOfItsMaking(bytes: Uint8Array): boolean {
  const type = typeOf(bytes)
  return type === 'image/jpeg' ? jpegTells(bytes) : type === 'image/png' && pngTells(bytes)
}

/** EXIF in a chunk of its own, XMP in one of text. */
function pngTells(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 8
  while (at + 8 <= view.length) {
    const chunk = view.toString('latin1', at + 4, at + 8)
    if (chunk === 'eXIf' || (chunk === 'iTXt' && view.toString('latin1', at + 8, at + 25) === 'XML:com.adobe.xmp')) return true
    if (chunk === 'IEND') return false
    at += 12 + view.readUInt32BE(at)
  }
  return false
}

/** EXIF, XMP in APP1; IPTC in APP13. */
function jpegTells(bytes: Uint8Array): boolean {
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
