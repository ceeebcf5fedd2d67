import type { LedgerPage } from '../api/client.ts'

type Column = LedgerPage['columns'][number]

export interface SumBlock {
  readonly key: string
  readonly colSpan: number
  readonly text: string
}

/** What a sum counts, by the column that it stands under: the heading of that column would say something else (日期). */
const words: Readonly<Record<string, string>> = {
  checkedOn: '核对', need: '有需求', assessedOn: '评估', registeredOn: '登记', servedOn: '服务', times: '次数', done: '全部完成',
}

/** The sums of a group in one cell: single columns are too narrow for numbers of a county. */
export function sumBlocks(columns: readonly Column[], sums: readonly string[]): SumBlock[] {
  const blocks: SumBlock[] = []
  for (const [at, column] of columns.entries()) {
    const sum = sums[at] ?? ''
    const word = words[column.key]
    const text = sum === '' || word === undefined ? sum : `${word} ${sum}`
    const last = blocks.at(-1)
    if (at > 0 && last !== undefined && columns[at - 1]?.group === column.group) {
      blocks[blocks.length - 1] = { ...last, colSpan: last.colSpan + 1, text: [last.text, text].filter((part) => part !== '').join('　') }
    } else blocks.push({ key: column.key, colSpan: 1, text })
  }
  return blocks
}
