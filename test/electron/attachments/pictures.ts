import { Buffer } from 'node:buffer'

/** Small real files. The pixels are of one colour. */

/** A PNG of one pixel. */
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
/** The start of a JPEG as a canvas writes it, and its end. */
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb000300ffda0003000000ffd9', 'hex')
/** As a telephone writes it: with an EXIF segment behind the head. */
export const jpegWithPlace = Buffer.from('ffd8ffe000104a46494600010100000100010000ffe1000a45786966000012345678ffda0003ffd9', 'hex')
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n')

/** With a chunk of EXIF, as some telephones and programs write it. */
export const pngWithPlace = Buffer.concat([png.subarray(0, 33), Buffer.from([0, 0, 0, 8]), Buffer.from('eXIfMM\0*\0\0\0\b'), Buffer.alloc(4), png.subarray(33)])
