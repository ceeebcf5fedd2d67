import { attribute, createXmlReader, decodeEscapes } from '../xml.ts'
import type { XmlHandlers } from '../xml.ts'
import { FileProblem } from '../problems.ts'
import type { ZipArchive, ZipEntry } from '../zip.ts'
import { shapeOfFormat } from './styles.ts'
import type { NumberShape } from './styles.ts'
import { createStringTable } from './strings.ts'
import type { StringTable } from './strings.ts'

/** The small parts of a workbook: which sheets, which strings, which number formats. */

export async function readPart(zip: ZipArchive, entry: ZipEntry, handlers: XmlHandlers, signal?: AbortSignal): Promise<void> {
  const reader = createXmlReader(handlers)
  for await (const bytes of zip.read(entry, signal)) reader.write(bytes)
  reader.end()
}

export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly entry: ZipEntry
}

export interface Workbook {
  readonly sheets: readonly SheetPart[]
  readonly epoch1904: boolean
  readonly strings: ZipEntry | null
  readonly styles: ZipEntry | null
}

export async function readWorkbook(zip: ZipArchive, signal?: AbortSignal): Promise<Workbook> {
  const path = await workbookPath(zip, signal)
  const entry = zip.find(path)
  if (entry === undefined) throw new FileProblem('damaged')
  const targets = await readRelations(zip, path, signal)
  const listed: { name: string; hidden: boolean; id: string }[] = []
  let epoch1904 = false
  await readPart(zip, entry, {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
      listed.push({ name: decodeEscapes(attribute(attributes, 'name') ?? ''), hidden, id: relationId(attributes) })
    },
  }, signal)
  const sheets: SheetPart[] = []
  for (const { name, hidden, id } of listed) {
    const target = targets.get(id)
    if (target === undefined || !/\/worksheet$/.test(target.type)) continue
    const part = zip.find(target.path)
    if (part === undefined) throw new FileProblem('damaged')
    sheets.push({ name, hidden, entry: part })
  }
  const ofType = (type: RegExp): ZipEntry | null => {
    const target = [...targets.values()].find((item) => type.test(item.type))
    return target === undefined ? null : (zip.find(target.path) ?? null)
  }
  return { sheets, epoch1904, strings: ofType(/\/sharedStrings$/), styles: ofType(/\/styles$/) }
}

function relationId(attributes: Readonly<Record<string, string>>): string {
  for (const [key, value] of Object.entries(attributes)) if (/:id$/.test(key)) return value
  return ''
}

async function workbookPath(zip: ZipArchive, signal?: AbortSignal): Promise<string> {
  const relations = await readRelations(zip, '', signal)
  const target = [...relations.values()].find((item) => /\/officeDocument$/.test(item.type))
  return target?.path ?? 'xl/workbook.xml'
}

interface Relation {
  readonly type: string
  readonly path: string
}

async function readRelations(zip: ZipArchive, path: string, signal?: AbortSignal): Promise<Map<string, Relation>> {
  const slash = path.lastIndexOf('/')
  const folder = path.slice(0, slash + 1)
  const relations = new Map<string, Relation>()
  const entry = zip.find(`${folder}_rels/${path.slice(slash + 1)}.rels`)
  if (entry === undefined) return relations
  await readPart(zip, entry, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const target = (attribute(attributes, 'Target') ?? '').replaceAll('\\', '/')
      const id = attribute(attributes, 'Id') ?? ''
      relations.set(id, { type: attribute(attributes, 'Type') ?? '', path: target.startsWith('/') ? target.slice(1) : resolve(folder + target) })
    },
  }, signal)
  return relations
}

function resolve(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** Each string whole: its rich-text runs joined, the phonetic ones left out. */
export async function readStrings(zip: ZipArchive, entry: ZipEntry | null, signal?: AbortSignal): Promise<StringTable> {
  const table = createStringTable()
  if (entry === null) return table
  let text = ''
  let inText = false
  let phonetic = 0
  await readPart(zip, entry, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') inText = phonetic === 0
    },
    text(piece) {
      if (inText) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'si') table.add(decodeEscapes(text))
    },
  }, signal)
  return table
}

/** The shape of each cell style, by the index that cells carry. */
export async function readShapes(zip: ZipArchive, entry: ZipEntry | null, signal?: AbortSignal): Promise<NumberShape[]> {
  const shapes: NumberShape[] = []
  if (entry === null) return shapes
  const codes = new Map<number, string>()
  let inCellFormats = false
  await readPart(zip, entry, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        shapes.push(shapeOfFormat(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  }, signal)
  return shapes
}
