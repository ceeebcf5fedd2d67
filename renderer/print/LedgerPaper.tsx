import { fixedSentence } from '../../domain/assessment/index.ts'
import type { LedgerPage } from '../api/client.ts'
import { classes } from '../components/classes.ts'
import { PersonName } from '../components/PersonName.tsx'
import { headRows } from './headRows.ts'
import { sumBlocks } from './sumBlocks.ts'
import './paper.css'

export type LedgerHead = Omit<LedgerPage, 'rows'>
type Column = LedgerHead['columns'][number]

interface LedgerPaperProps {
  readonly head: LedgerHead
  readonly rows: readonly (readonly string[])[]
  /** A page of the preview is a part of the paper: title on the first, sums and signatures on the last. */
  readonly isFirst?: boolean
  readonly isLast?: boolean
}

/** The ledger as it stands on paper: printed as one long document, shown page by page in the preview. Paper is Chinese whatever the screen is. */
export function LedgerPaper({ head, rows, isFirst = true, isLast = true }: LedgerPaperProps) {
  return (
    <div className="paper" lang="zh-CN">
      {isFirst && <PaperTitle head={head} />}
      <PaperTable head={head} rows={rows} isLast={isLast} />
    </div>
  )
}

function PaperTitle({ head }: { readonly head: LedgerHead }) {
  return (
    <>
      <h1 className="paper-title">{head.title}</h1>
      <p className="paper-facts">
        <span>填报单位（盖章）：{head.unit}</span>
        <span>统计期间：{head.period}{head.unsent > 0 && `（含未上报 ${String(head.unsent)} 条）`}</span>
        <span>填报日期：{head.filledOn}</span>
      </p>
    </>
  )
}

function PaperTable({ head, rows, isLast }: { readonly head: LedgerHead; readonly rows: LedgerPaperProps['rows']; readonly isLast: boolean }) {
  const { columns } = head
  const whole = columns.reduce((sum, column) => sum + column.widthMm, 0)
  const kept = isLast ? Math.max(0, rows.length - 1) : rows.length
  return (
    <table className="paper-table">
      <colgroup>{columns.map((column) => <col key={column.key} style={{ width: `${((column.widthMm / whole) * 100).toFixed(3)}%` }} />)}</colgroup>
      <thead>
        {headRows(columns).map((row, at) => (
          <tr key={at}>
            {row.map((cell) => (
              <th key={cell.key} scope={cell.colSpan > 1 ? 'colgroup' : 'col'} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>{cell.title}</th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>{rows.slice(0, kept).map((row, at) => <PaperRow key={at} columns={columns} row={row} />)}</tbody>
      {isLast && (
        // The last row, the sums and the signatures go to the next page together: nobody signs a page without a row.
        <tbody className="paper-last">
          {rows.slice(kept).map((row, at) => <PaperRow key={at} columns={columns} row={row} />)}
          {head.sums !== null && (
            <tr className="paper-sums">{sumBlocks(columns, head.sums).map((block) => <td key={block.key} colSpan={block.colSpan}>{block.text}</td>)}</tr>
          )}
          {columns.some(({ key }) => key === 'supportLevel') && <tr><td className="paper-under paper-note" colSpan={columns.length}>支持等级：{fixedSentence}</td></tr>}
          <tr><td className="paper-under" colSpan={columns.length}><PaperFoot head={head} /></td></tr>
        </tbody>
      )}
    </table>
  )
}

function PaperRow({ columns, row }: { readonly columns: readonly Column[]; readonly row: readonly string[] }) {
  return <tr data-row>{columns.map((column, index) => <PaperCell key={column.key} column={column} text={row[index] ?? ''} />)}</tr>
}

/** Long text gets smaller, never shorter. */
function PaperCell({ column, text }: { readonly column: Column; readonly text: string }) {
  if (text === '' || text === '—') return <td>—</td>
  if (column.key === 'name') return <td className={classes('paper-name', column.align, [...text].length > 3 && 'long')}><PersonName name={text} /></td>
  const size = sizeOf(text)
  if (size !== 'figures') return <td className={classes(column.align, size)}>{text}</td>
  // A number breaks before its last four or five digits, which people compare; a mark behind it stays in one piece.
  const [number = '', mark] = text.split('（')
  const cut = number.length > 14 ? 14 : 7
  return <td className={classes(column.align, size)}>{number.slice(0, cut)}<wbr />{number.slice(cut)}{mark !== undefined && <span className="figures-mark">（{mark}</span>}</td>
}

function sizeOf(text: string): string | false {
  if (/^\d{2}\.\d{2}$/.test(text)) return 'day'
  if (/^[\dX*]{10,}(（推得）)?$/.test(text)) return 'figures'
  return text.length > 24 ? 'longer' : text.length > 8 && 'long'
}

function PaperFoot({ head }: { readonly head: LedgerHead }) {
  return (
    <div className="paper-foot">
      <p className="paper-signatures"><span>单位负责人：</span><span>审核人：</span><span>填表人：</span><span>联系电话：</span></p>
      <p className="paper-seal"><span>{head.unit}</span><span>{head.filledOn}</span></p>
    </div>
  )
}
