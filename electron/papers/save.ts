import { basename } from 'node:path'
import type { JsonObject } from '../../domain/journal/change.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { PaperInput, SavedPaper } from '../api/schemas/papers.ts'
import { fileNameOf } from './fileNames.ts'
import type { PaperPorts } from './ports.ts'
import { printPaperPage } from './printPage.ts'

/** A paper as a file that a person keeps: asked where to, laid out, printed, written whole or not at all. Null when the dialog was closed. */
export async function savePaper(ports: PaperPorts, { paper, args }: PaperInput): Promise<Result<SavedPaper | null, ApiProblem>> {
  const path = await ports.chooseTarget(fileNameOf(paper, args as JsonObject, ports.today()))
  if (path === null) return ok(null)
  const printed = await printPaperPage(ports, { paper, args }, { landscape: false })
  if (!printed.ok) return printed
  const written = await ports.writeFile(path, printed.value.bytes)
  return written.ok ? ok({ fileName: basename(path), pages: printed.value.pages }) : written
}
