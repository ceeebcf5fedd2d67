import { writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre'
import { fixedSentence } from '../../domain/assessment/index.ts'
import type { LedgerInput, LedgerPage } from '../api/schemas/ledger.ts'

/**
 * A ledger as a workbook: the same cells as on paper, every one of them text (a certificate number must never become a float), head frozen and
 * repeated in print, A4 landscape, and a sheet 说明 that says what the columns mean.
 */
export async function ledgerWorkbook(
  head: Omit<LedgerPage, 'rows'>,
  rows: readonly (readonly string[])[],
  masking: LedgerInput['masking'],
): Promise<Uint8Array> {
  return writeXlsx({ sheets: [tableSheet(head, rows, masking), notesSheet(head)], defaultFont: { name: '宋体', size: 10 } })
}

const line = { style: 'thin' } as const
const border = { top: line, right: line, bottom: line, left: line }
const text: CellStyle = { numFmt: '@', border, alignment: { vertical: 'center', wrapText: true } }
const headStyle: CellStyle = { ...text, font: { bold: true }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }

function tableSheet(head: Omit<LedgerPage, 'rows'>, rows: readonly (readonly string[])[], masking: LedgerInput['masking']): WriteSheet {
  const width = head.columns.length
  const blankRow = () => Array.from({ length: width }, () => null as string | null)
  const titleRow = [head.title, ...blankRow().slice(1)]
  const infoRow = blankRow()
  infoRow[0] = `填报单位（盖章）：${head.unit}`
  infoRow[Math.floor(width / 2)] = `统计期间：${head.period}${head.unsent > 0 ? `（含未上报 ${head.unsent} 条）` : ''}`
  infoRow[width - 4] = `填报日期：${head.filledOn}`
  const groupRow = head.columns.map((column) => column.group ?? column.title)
  const columnRow = head.columns.map((column) => (column.group === null ? null : column.title))
  const body = rows.map((row) => [...row])
  const sums = head.sums === null ? [] : [[...head.sums]]
  const signatures = blankRow()
  for (const [i, label] of ['单位负责人：', '审核人：', '填表人：', '联系电话：'].entries()) signatures[Math.floor((width * i) / 4)] = label

  const all = [titleRow, infoRow, groupRow, columnRow, ...body, ...sums, signatures]
  const cells = new Map<string, Partial<Cell>>()
  cells.set('0,0', { style: { font: { bold: true, size: 18 }, alignment: { horizontal: 'center', vertical: 'center' } } })
  const lastOfTable = 4 + body.length + sums.length
  for (let row = 2; row < lastOfTable; row += 1) {
    for (const [col, column] of head.columns.entries()) {
      const isHead = row < 4 || row >= 4 + body.length
      cells.set(`${row},${col}`, { style: isHead ? headStyle : aligned(column.align) })
    }
  }
  return {
    name: '四个一台账',
    rows: all,
    cells,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: width - 1 }, ...headMerges(head)],
    columns: head.columns.map((column) => ({ width: Math.max(4, column.key.endsWith('Number') ? 24 : column.widthMm) })),
    freezePane: { rows: 4, columns: 4 },
    rowDefs: new Map([[0, { height: 30 }]]),
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$3:$4',
      margins: { left: 0.98, right: 0.59, top: 0.59, bottom: 0.59 },
    },
    headerFooter: { oddFooter: `&C第 &P 页 共 &N 页${masking === 'INTERNAL' ? '&R内部资料 注意保密' : ''}` },
  }
}

function aligned(align: 'start' | 'center' | 'end'): CellStyle {
  const horizontal = align === 'start' ? 'left' : align === 'end' ? 'right' : 'center'
  return { ...text, alignment: { horizontal, vertical: 'center', wrapText: true } }
}

/** Columns of a group share one heading; the others reach over both rows. */
function headMerges({ columns }: Pick<LedgerPage, 'columns'>): MergeRange[] {
  const merges: MergeRange[] = []
  let from = 0
  while (from < columns.length) {
    const group = columns[from]?.group ?? null
    let to = from
    while (group !== null && columns[to + 1]?.group === group) to += 1
    merges.push({ startRow: 2, startCol: from, endRow: group === null ? 3 : 2, endCol: to })
    from = to + 1
  }
  return merges
}

function notesSheet(head: Omit<LedgerPage, 'rows'>): WriteSheet {
  const lines = [
    ['项目', '说明'],
    ['范围', '本年度就业年龄段未就业的残疾人，每人一行；就业状况还不知道的也在内，要先核对'],
    ['① 信息核对', '本年度核对完成才算，失联和不愿核对另列，不算完成'],
    ['②③④', '只对有就业需求的人要求；合计里的评估、登记、服务只数有需求的人'],
    ...(head.columns.some(({ key }) => key === 'supportLevel') ? [['支持等级', fixedSentence]] : []),
    ['④ 次数', '核对、评估、登记本身不算一次服务；集体活动要有本人签到'],
    ['推得', '残疾人证号由身份证号、类别、等级合成，还没有人看过证件'],
    ['人数', String(head.total)],
    ['未上报', `${head.unsent} 条`],
  ]
  return { name: '说明', rows: lines, columns: [{ width: 16 }, { width: 80 }] }
}
