import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fixedSentence } from '../../domain/assessment/index.ts'
import { RecordGrades } from '../../renderer/features/records/RecordGrades.tsx'
import { LedgerPaper } from '../../renderer/print/LedgerPaper.tsx'
import { madeUp } from '../domain/assessment/secondVersion.ts'
import { documentOf } from './recordsBridge.ts'
import { openStep } from './recordsSetup.tsx'
import { uuid } from './people.ts'
import '../../renderer/i18n/index.ts'


const column = (key: string) => ({ key, title: key, group: null, align: 'center' as const, widthMm: 20 })
const head = { title: '台账', unit: '示范县残联', period: '2026 年', filledOn: '2026-11-23', unsent: 0, total: 1, sums: null }

describe('the fixed sentence', () => {
  it('stands on a ledger that shows support levels, and only there', () => {
    const { rerender } = render(<LedgerPaper head={{ ...head, columns: [column('no'), column('supportLevel')] } as never} rows={[['1', '2级']]} />)
    expect(screen.getByText(`支持等级：${fixedSentence}`)).toBeInTheDocument()
    rerender(<LedgerPaper head={{ ...head, columns: [column('no')] } as never} rows={[['1']]} />)
    expect(screen.queryByText(new RegExp(fixedSentence))).toBeNull()
  })

  it('stands over a completed assessment, with the day by which level 4 is assessed again', async () => {
    const record = documentOf(uuid(7400), 'capabilityAssessment', { assessedOn: '2026-11-20', instrumentVersion: 'ICFVR-LN-1', items: [{ code: 'A1', q: 4, qWithoutAid: 4, note: '全盲' }], index: 3, supportLevel: 4 })
    await openStep(2, { documents: [record], done: [2] })
    expect(screen.getByText(fixedSentence)).toBeInTheDocument()
    expect(screen.getByText('支持等级 4 级，请在 2027-11-20 前复评')).toBeInTheDocument()
    expect(screen.getByText(/不戴辅具时 4；全盲/)).toBeInTheDocument()
  })
})

describe('a completed assessment', () => {
  it('tells why its job families stand where they do, what is missing, and what would change it', async () => {
    const items = ['A', 'B', 'C', 'D'].flatMap((letter, i) => Array.from({ length: [10, 8, 4, 6][i] ?? 0 }, (_, n) => ({ code: `${letter}${n + 1}`, q: letter === 'A' && n === 7 ? 2 : 0 })))
    const record = documentOf(uuid(7400), 'capabilityAssessment', { assessedOn: '2026-11-20', instrumentVersion: 'ICFVR-LN-1', items, index: 97.5, supportLevel: 0, suggestedForms: ['QUOTA'] })
    const { user } = await openStep(2, { documents: [record], done: [2] })
    await user.click(screen.getByText('为什么这样建议'))
    await user.click(screen.getByRole('button', { name: '看全部 20 类岗位' }))
    const item = screen.getByText('物流快递分拣、站点').closest('li') as HTMLElement
    expect(item).toHaveTextContent('要便利和支持')
    expect(item).toHaveTextContent('举起和搬运现在中度（2），这类岗位一般到轻度（1）')
    expect(item).toHaveTextContent('举起和搬运从 2 到 1：手推车、免搬运')
  })
})

describe('a record of another version', () => {
  const grades = [{ code: 'A1', q: 2 }, { code: 'A2', q: 0 }, { code: 'A3', q: 0 }, { code: 'A4', q: 0 }]

  it('is shown by its own names, scores and flags', () => {
    const { container } = render(<RecordGrades value={grades} instrument={madeUp} />)
    expect(container).toHaveTextContent('A 身体 87.5 分')
    expect(container).toHaveTextContent('看得见 2')
    expect(within(container).getByText('2').tagName).toBe('B')
  })

  it('that this program does not know is shown as it is, without a score', () => {
    const { container } = render(<RecordGrades value={grades} instrument={null} />)
    expect(container).toHaveTextContent('A1 2')
    expect(container).not.toHaveTextContent('分')
  })
})
