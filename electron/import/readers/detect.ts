import { open, readFile, stat } from 'node:fs/promises'
import { limits } from './limits.ts'
import { FileProblem } from './problems.ts'
import type { FileProblemCode } from './problems.ts'
import { natureOfText, readText } from './textFile.ts'
import type { TextNature } from './textFile.ts'
import { openZip } from './zip.ts'
import type { ZipArchive } from './zip.ts'

/** What a file is by what it holds; its name is not asked. */
export type Detected =
  | { readonly kind: 'workbook'; readonly zip: ZipArchive }
  | { readonly kind: 'csv' | 'html' | 'xml'; readonly nature: TextNature; readonly size: number }

export async function detect(path: string, signal?: AbortSignal): Promise<Detected> {
  const facts = await stat(path)
  if (facts.isDirectory()) throw new FileProblem('directory')
  if (!facts.isFile()) throw new FileProblem('unknown')
  if (facts.size > limits.fileBytes) throw new FileProblem('tooBig')
  if (facts.size === 0) throw new FileProblem('empty')
  const head = await headOf(path)
  const foreign = foreignFormat(head)
  if (foreign !== null) throw new FileProblem(foreign)
  if (head.readUInt32LE(0) === 0x04034b50 || head.readUInt32LE(0) === 0x06054b50) return detectZip(path, facts.size)
  if (head.subarray(0, 8).equals(oleSignature)) throw new FileProblem(await insideOle(path))
  return detectText(path, facts.size, signal)
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(4096)
    await file.read(buffer, 0, buffer.length, 0)
    return buffer
  } finally {
    await file.close()
  }
}

const oleSignature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

function foreignFormat(head: Buffer): FileProblemCode | null {
  const text = head.toString('latin1')
  if (text.startsWith('%PDF')) return 'pdf'
  if (text.startsWith('\x89PNG') || text.startsWith('\xff\xd8\xff') || text.startsWith('GIF8') || text.startsWith('BM') && head[6] === 0) return 'picture'
  if (text.startsWith('Rar!') || text.startsWith('7z\xbc\xaf') || text.startsWith('\x1f\x8b')) return 'archive'
  if (text.startsWith('{\\rtf')) return 'word'
  // Excel 2 to 4 wrote their records without a container.
  if (head[0] === 0x09 && [0, 2, 4, 8].includes(head[1] as number) && (head[2] === 4 || head[2] === 6 || head[2] === 8) && head[3] === 0) return 'xls'
  return null
}

async function detectZip(path: string, size: number): Promise<Detected> {
  const zip = await openZip(path, size)
  const names = [...zip.entries.keys()]
  if (names.length === 0) throw new FileProblem('empty')
  const has = (test: RegExp): boolean => names.some((name) => test.test(name))
  if (zip.find('EncryptedPackage') !== undefined) throw new FileProblem('password')
  if (has(/^xl\/workbook\.bin$/)) throw new FileProblem('xlsb')
  if (has(/^xl\/.*\.xml$/) || (zip.find('[Content_Types].xml') !== undefined && has(/workbook.*\.xml$/))) return { kind: 'workbook', zip }
  if (zip.find('[Content_Types].xml') !== undefined && has(/^(?:word|ppt)\//)) throw new FileProblem('word')
  if (zip.find('mimetype') !== undefined && zip.find('content.xml') !== undefined) throw new FileProblem(await openDocumentKind(zip))
  throw new FileProblem('archive')
}

async function openDocumentKind(zip: ZipArchive): Promise<FileProblemCode> {
  const entry = zip.find('mimetype')
  let type = ''
  if (entry !== undefined && entry.size < 200) for await (const bytes of zip.read(entry)) type += bytes.toString('latin1')
  return type.includes('spreadsheet') ? 'ods' : 'word'
}

/** Old Office files and password-protected new ones share one container; the names inside tell them apart. */
async function insideOle(path: string): Promise<FileProblemCode> {
  const bytes = await readFile(path)
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'password'
  if (holds('WordDocument') || holds('PowerPoint Document')) return 'word'
  return holds('Workbook') || holds('Book') ? 'xls' : 'damaged'
}

async function detectText(path: string, size: number, signal?: AbortSignal): Promise<Detected> {
  const nature = await natureOfText(path, signal)
  if (nature === null) throw new FileProblem('unknown')
  let head = ''
  let blank = true
  for await (const { text } of readText(path, nature.encoding, signal)) {
    if (head.length < 64 * 1024) head += text
    if (/\S/.test(text.replace(/^\ufeff/, ''))) blank = false
    if (!blank && head.length >= 64 * 1024) break
  }
  if (blank) throw new FileProblem('empty')
  const start = head.replace(/^\ufeff/, '').trimStart()
  if (/^MIME-Version:/i.test(start)) throw new FileProblem('mhtml')
  if (/^<\?xml[\s\S]{0,2000}?<(?:\w+:)?Workbook\b/.test(start) || /^<(?:\w+:)?Workbook\b/.test(start)) return { kind: 'xml', nature, size }
  if (/^<(?:!doctype html|html|head|body|meta|style|table|div|center|!--|\?xml)/i.test(start) && /<(?:html|table|body|tr)\b/i.test(head)) {
    return { kind: 'html', nature, size }
  }
  return { kind: 'csv', nature, size }
}
