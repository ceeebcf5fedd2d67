import { basename } from 'node:path'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { LedgerInput, LedgerPage } from '../api/schemas/ledger.ts'
import { needsReason, reasonMissing } from './reason.ts'
import type { SaveLedger, SavedLedger, SavePorts } from './ports.ts'
import { printLedgerPage } from './printPage.ts'
import { ledgerWorkbook } from './workbook.ts'

/** A ledger as a file that a person keeps: asked where to, made whole, written whole or not at all. */

const rowsAtOnce = 200

type Head = Omit<LedgerPage, 'rows'>
interface Made {
  readonly bytes: Uint8Array
  readonly rows: number
  readonly pages: number | null
}

export const savePdf: SaveLedger = (ports, input) =>
  save(ports, input, 'pdf', async (head) => {
    const printed = await printLedgerPage(ports, input)
    return printed.ok ? ok({ ...printed.value, rows: head.total }) : printed
  })

export const saveXlsx: SaveLedger = (ports, input) =>
  save(ports, input, 'xlsx', async () => {
    const whole = await wholeLedger(ports, input)
    if (!whole.ok) return whole
    const { head, rows } = whole.value
    return ok({ bytes: await ledgerWorkbook(head, rows, input.masking), rows: rows.length, pages: null })
  })

async function save(
  ports: SavePorts,
  input: LedgerInput,
  kind: 'pdf' | 'xlsx',
  make: (head: Head) => Promise<Result<Made, ApiProblem>>,
): Promise<Result<SavedLedger | null, ApiProblem>> {
  if (needsReason(input)) return fail(reasonMissing)
  const first = await ports.page({ ...input, offset: 0, limit: 1 })
  if (!first.ok) return first
  if (first.value.total === 0) return fail({ code: 'nothingToPrint', message: '这个期间没有记录，没有存成文件。请换个期间' })
  const path = await ports.chooseTarget({ name: fileNameOf(input, first.value, kind), kind })
  if (path === null) return ok(null)
  const made = await make(first.value)
  if (!made.ok) return made
  const written = await ports.writeFile(path, made.value.bytes)
  return written.ok ? ok({ fileName: basename(path), rows: made.value.rows, pages: made.value.pages }) : written
}

async function wholeLedger(ports: SavePorts, input: LedgerInput): Promise<Result<{ head: Head; rows: string[][] }, ApiProblem>> {
  const all: string[][] = []
  for (;;) {
    const page = await ports.page({ ...input, offset: all.length, limit: rowsAtOnce })
    if (!page.ok) return page
    const { rows, ...head } = page.value
    all.push(...rows)
    ports.onProgress(all.length, head.total)
    if (all.length >= head.total || rows.length === 0) return ok({ head, rows: all })
  }
}

/** 四个一台账-示范县-2026-20261124.pdf: which ledger, of where, of when; nothing of a person. */
export function fileNameOf(input: LedgerInput, head: Pick<LedgerPage, 'unit' | 'filledOn'>, kind: 'pdf' | 'xlsx'): string {
  const county = head.unit.replace(/残疾人联合会$/, '')
  const day = (head.filledOn.match(/\d+/g) ?? []).map((part) => part.padStart(2, '0')).join('')
  const parts = ['四个一台账', county, input.town, input.masking === 'PUBLIC' ? '公示' : undefined, input.cycleYear, day]
  const name = parts.filter((part) => part !== undefined && part !== '').join('-')
  return `${name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')}.${kind}`
}
