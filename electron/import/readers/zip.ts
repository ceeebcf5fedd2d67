import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { limits } from './limits.ts'
import { FileProblem } from './problems.ts'

/** Reading of zip archives, part by part, with an eye on how much comes out. Only what workbooks use: stored and deflated, zip64 sizes. */

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly offset: number
  readonly encrypted: boolean
}

export interface ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>
  find(name: string): ZipEntry | undefined
  /** The bytes of a part in pieces; fails on a wrong checksum, a cut stream, and on more than is bearable. */
  read(entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Buffer>
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50

export async function openZip(path: string, fileSize: number): Promise<ZipArchive> {
  const file = await open(path, 'r')
  try {
    const directory = await readDirectory(file, fileSize)
    const entries = parseDirectory(directory.bytes, directory.count)
    refuseBombs(entries)
    return archiveOf(path, fileSize, entries)
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

async function readDirectory(file: FileHandle, fileSize: number): Promise<{ bytes: Buffer; count: number }> {
  const tailLength = Math.min(fileSize, 65_557)
  const tail = await readAt(file, fileSize - tailLength, tailLength)
  let at = tail.length - 22
  while (at >= 0 && tail.readUInt32LE(at) !== endSignature) at -= 1
  // Without the directory at its end the file was cut.
  if (at < 0) throw new FileProblem('cutShort')
  let count = tail.readUInt16LE(at + 10)
  let size = tail.readUInt32LE(at + 12)
  let offset = tail.readUInt32LE(at + 16)
  if (at >= 20 && tail.readUInt32LE(at - 20) === locator64Signature) {
    const end64 = await readAt(file, Number(tail.readBigUInt64LE(at - 12)), 56)
    if (end64.length < 56 || end64.readUInt32LE(0) !== end64Signature) throw new FileProblem('damaged')
    count = Number(end64.readBigUInt64LE(32))
    size = Number(end64.readBigUInt64LE(40))
    offset = Number(end64.readBigUInt64LE(48))
  }
  if (count > limits.zipEntries) throw new FileProblem('zipBomb')
  if (offset + size > fileSize) throw new FileProblem('cutShort')
  return { bytes: await readAt(file, offset, size), count }
}

function parseDirectory(bytes: Buffer, count: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralSignature) throw new FileProblem('damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/').replace(/^\//, '')
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const wide = wideSizes(extra, bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42))
    entries.set(name.toLowerCase(), {
      name,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      ...wide,
    })
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Sizes that do not fit 32 bits stand in the zip64 field, each only if needed. */
function wideSizes(extra: Buffer, size: number, packed: number, offset: number): { size: number; packed: number; offset: number } {
  const values = { size, packed, offset }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (values[key] !== 0xffffffff || field + 8 > extra.length) continue
      values[key] = Number(extra.readBigUInt64LE(field))
      field += 8
    }
  }
  return values
}

function refuseBombs(entries: ReadonlyMap<string, ZipEntry>): void {
  let total = 0
  for (const entry of entries.values()) {
    total += entry.size
    if (isBomb(entry.size, entry.packed)) throw new FileProblem('zipBomb')
  }
  if (total > limits.inflatedBytes) throw new FileProblem('zipBomb')
}

function isBomb(inflated: number, packed: number): boolean {
  return inflated > limits.inflatedBytes || (inflated > limits.ratioFrom && inflated > packed * limits.ratio)
}

function archiveOf(path: string, fileSize: number, entries: ReadonlyMap<string, ZipEntry>): ZipArchive {
  async function* read(entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Buffer> {
    if (entry.encrypted) throw new FileProblem('password')
    if (entry.method !== 0 && entry.method !== 8) throw new FileProblem('damaged')
    const start = await dataStart(path, entry)
    if (start + entry.packed > fileSize) throw new FileProblem('cutShort')
    if (entry.packed === 0) return
    const raw = createReadStream(path, { start, end: start + entry.packed - 1, highWaterMark: 256 * 1024 })
    const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: 256 * 1024 }) : null
    if (inflate !== null) {
      raw.on('error', (error) => inflate.destroy(error))
      raw.pipe(inflate)
    }
    let size = 0
    let crc = 0
    try {
      for await (const piece of inflate ?? raw) {
        signal?.throwIfAborted()
        const bytes = piece as Buffer
        size += bytes.length
        // What the directory says of the size may be a lie.
        if (isBomb(size, entry.packed)) throw new FileProblem('zipBomb')
        crc = crc32(bytes, crc)
        yield bytes
      }
    } finally {
      raw.destroy()
      inflate?.destroy()
    }
    if (crc !== entry.crc) throw new FileProblem('damaged')
  }

  return { entries, find: (name) => entries.get(name.replace(/^\//, '').toLowerCase()), read }
}

/** Name and extra field of the local header may differ in length from those of the directory. */
async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, 'r')
  try {
    const header = await readAt(file, entry.offset, 30)
    if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw new FileProblem('damaged')
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}
