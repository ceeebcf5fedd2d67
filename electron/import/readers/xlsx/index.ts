import type { Result } from '../../../../domain/result.ts'
import { ok } from '../../../../domain/result.ts'
import { limits } from '../limits.ts'
import { FileProblem } from '../problems.ts'
import type { ReadOptions, RosterSource, RowSink } from '../source.ts'
import type { ZipArchive } from '../zip.ts'
import { createMergeFiller, findTallMerges } from './merges.ts'
import type { TallMerge } from './merges.ts'
import { readShapes, readStrings, readWorkbook } from './parts.ts'
import type { Workbook } from './parts.ts'
import { createSheetReader } from './sheet.ts'
import type { NumberShape } from './styles.ts'
import type { StringTable } from './strings.ts'

interface Loaded {
  readonly workbook: Workbook
  readonly strings: StringTable
  readonly shapes: readonly NumberShape[]
  /** Of the sheets read so far: a second reading need not look for them again. */
  readonly merges: Map<string, readonly TallMerge[]>
}

/** A workbook, sheet after sheet in their order, hidden ones too. */
export function xlsxSource(zip: ZipArchive): RosterSource {
  let loaded: Loaded | null = null

  async function load(signal?: AbortSignal): Promise<Loaded> {
    if (loaded !== null) return loaded
    const workbook = await readWorkbook(zip, signal)
    loaded = {
      workbook,
      strings: await readStrings(zip, workbook.strings, signal),
      shapes: await readShapes(zip, workbook.styles, signal),
      merges: new Map(),
    }
    return loaded
  }

  async function read(sink: RowSink, options: ReadOptions = {}): Promise<Result<null>> {
    const { workbook, strings, shapes, merges } = await load(options.signal)
    const total = workbook.sheets.reduce((sum, sheet) => sum + sheet.entry.size, 0) || 1
    let done = 0
    let rows = 0
    for (const sheet of workbook.sheets) {
      const tall = merges.get(sheet.entry.name) ?? (await findTallMerges(zip, sheet.entry, options.signal))
      merges.set(sheet.entry.name, tall)
      const fill = createMergeFiller(tall)
      sink.startSheet({ name: sheet.name, hidden: sheet.hidden })
      const reader = createSheetReader({
        strings, shapes, epoch1904: workbook.epoch1904,
        onRow(row, cells) {
          fill(row, cells)
          if (cells.length === 0) return
          rows += 1
          if (rows > limits.rows) throw new FileProblem('tooManyRows')
          sink.row(row, cells)
        },
      })
      for await (const bytes of zip.read(sheet.entry, options.signal)) {
        reader.write(bytes)
        done += bytes.length
        options.onProgress?.({ part: Math.min(done / total, 1), rows })
        await sink.flush?.()
      }
      reader.end()
      sink.endSheet()
      await sink.flush?.()
    }
    return ok(null)
  }

  async function close(): Promise<void> {
    loaded = null
  }

  return { format: 'xlsx', read, close }
}
