import * as zlib from 'node:zlib'

/** Looked at once: the zstd of this runtime may be missing although the functions are there. */
const hasZstd = worksZstd()

function worksZstd(): boolean {
  try {
    return zlib.zstdDecompressSync(zlib.zstdCompressSync(Buffer.from('四个一'))).toString() === '四个一'
  } catch {
    return false
  }
}

export function pack(text: string): Buffer {
  const bytes = Buffer.from(text)
  return hasZstd ? zlib.zstdCompressSync(bytes) : zlib.gzipSync(bytes)
}

export function unpack(bytes: Uint8Array): string {
  const inflated = bytes[0] === 0x28 ? zlib.zstdDecompressSync(bytes) : zlib.gunzipSync(bytes)
  return inflated.toString('utf8')
}
