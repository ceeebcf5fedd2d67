import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import { csvSource } from './csv.ts'
import { detect } from './detect.ts'
import { htmlSource } from './html.ts'
import { problemBehind } from './problems.ts'
import type { ReadOptions, RosterSource, RowSink } from './source.ts'
import { spreadsheetXmlSource } from './spreadsheetXml.ts'
import { xlsxSource } from './xlsx/index.ts'

/** Opens a roster by what the file holds, whatever its name. */
export function openRoster(path: string, options: ReadOptions = {}): Promise<Result<RosterSource>> {
  return asResult(async () => {
    options.signal?.throwIfAborted()
    const detected = await detect(path, options.signal)
    switch (detected.kind) {
      case 'workbook': return ok(guarded(xlsxSource(detected.zip)))
      case 'csv': return ok(guarded(csvSource(path, detected.size, detected.nature)))
      case 'html': return ok(guarded(htmlSource(path, detected.size, detected.nature)))
      case 'xml': return ok(guarded(spreadsheetXmlSource(path, detected.size)))
    }
  })
}

function guarded(source: RosterSource): RosterSource {
  return { ...source, read: (sink: RowSink, options?: ReadOptions) => asResult(() => source.read(sink, options)) }
}

async function asResult<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const expected = problemBehind(error)
    if (expected === null) throw error
    return fail(expected)
  }
}
