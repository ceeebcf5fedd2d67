import { codeEntries, codeLabel } from '../codes/index.ts'
import type { CodeTableId } from '../codes/index.ts'
import type { CaseState } from '../cycle/index.ts'
import type { IsoDate } from '../plan/dates.ts'
import type { Placement } from './placement.ts'

/** What stands on the sheet of one person: what is owed, what is known, and the questions of the next steps with room for the answers. Paper is Chinese. */

export interface SheetField {
  readonly label: string
  readonly options: readonly string[]
  readonly lines: number
}
export interface SheetBlock {
  readonly title: string
  readonly fields: readonly SheetField[]
}
export interface SheetOpen {
  readonly what: string
  readonly dueOn: IsoDate | null
  readonly overdue: boolean
}

export function openOnSheet(state: CaseState, placement: Placement | null, followUpOn: IsoDate | null, today: IsoDate): SheetOpen[] {
  const open: SheetOpen[] = state.steps.flatMap((step) => (step.state === 'due' ? [{ what: codeLabel('step', step.step), dueOn: step.dueOn, overdue: step.dueOn < today }] : []))
  const next = placement?.next
  if (next != null) open.push({ what: `就业后第 ${next.month} 个月回访`, dueOn: next.dueOn, overdue: next.dueOn < today })
  if (followUpOn !== null) open.push({ what: '上次约好的跟进', dueOn: followUpOn, overdue: followUpOn < today })
  return open.sort((a, b) => Number(b.overdue) - Number(a.overdue))
}

/** The questions of every step that is owed; of those after an unanswered need as well, since one visit may do all. */
export function blocksOf(state: CaseState, placement: Placement | null): SheetBlock[] {
  const isOwed = (no: number) => {
    const step = state.steps[no - 1]
    return step?.state === 'due' || (step?.state === 'notDue' && state.need === null && state.steps[0].state === 'due')
  }
  const blocks: SheetBlock[] = []
  if (placement?.next != null) blocks.push(placementBlock(placement))
  if (isOwed(1)) blocks.push(checkBlock())
  if (isOwed(2)) blocks.push(assessmentBlock)
  if (isOwed(3)) blocks.push(registrationBlock())
  if (isOwed(4)) blocks.push(serviceBlock())
  if (blocks.length === 0) blocks.push({ title: '这次走访', fields: [written('说了什么、办了什么', 4)] })
  return blocks
}

const wants = ['想', '不想']

function checkBlock(): SheetBlock {
  return {
    title: '一、基础信息核对',
    fields: [
      chosen('档案里的情况', ['和本人说的一样', '有变化，写在下面']),
      written('变化的地方', 1),
      fromTable('现在', 'employmentState'),
      fromTable('没有工作的主要原因', 'unemployedReason'),
      chosen('想不想找工作', ['想', '不想，原因：']),
      chosen('想不想参加培训', wants),
      chosen('想不想创业', wants),
    ],
  }
}

const assessmentBlock: SheetBlock = {
  title: '二、职业能力评估',
  fields: [chosen('本人同意做评估', ['同意', '不同意']), written('平时用的辅具，做起来吃力的事', 1)],
}

function registrationBlock(): SheetBlock {
  return {
    title: '三、就业需求登记',
    fields: [
      written('想做什么工作', 1),
      chosen('在哪里做', ['在家', '本村', '本乡镇', '县里', '哪里都行']),
      written('最早什么时候能去，一个月想挣多少', 1),
      fromTable('需要的帮助', 'aidNeed'),
    ],
  }
}

function serviceBlock(): SheetBlock {
  return {
    title: '四、就业服务',
    fields: [written('今天为本人做了什么，用了多少分钟', 2), fromTable('结果', 'serviceResult'), written('下次什么时候再联系', 1)],
  }
}

function placementBlock({ employerName, jobTitle, startOn, next }: Placement): SheetBlock {
  const job = [employerName, jobTitle].filter((part) => part !== null).join(' ')
  return {
    title: `就业回访（第 ${next?.month ?? ''} 个月）${job === '' ? '' : `　${job}`}　${startOn} 上岗`,
    fields: [
      chosen('还在不在岗', ['在', '不在，离岗日期：']),
      fromTable('离岗的原因', 'leftReason'),
      written('一个月挣多少', 1),
      written('有什么困难，怎么帮', 1),
    ],
  }
}

function chosen(label: string, options: readonly string[]): SheetField {
  return { label, options, lines: 0 }
}

function written(label: string, lines: number): SheetField {
  return { label, options: [], lines }
}

function fromTable(label: string, table: CodeTableId): SheetField {
  return chosen(label, codeEntries(table).map(({ zh }) => zh))
}
