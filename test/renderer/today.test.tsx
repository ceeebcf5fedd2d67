import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { progressRow, worstFirst, yearPassed } from '../../renderer/features/progress/progressRows.ts'
import { refuse, succeed } from './fakeBridge.ts'
import { personRow, today } from './people.ts'
import { renderApp } from './renderApp.tsx'

describe('today', () => {
  it('lists what is overdue first, then this week, then follow-ups and drafts', async () => {
    await renderApp('/today')
    const overdue = within(await screen.findByRole('region', { name: '逾期 4' }))
    expect(overdue.getAllByRole('row')).toHaveLength(5)
    expect(overdue.getByText('逾期 23 天')).toBeVisible()
    expect(screen.getByRole('region', { name: '本周到期 6' })).toBeVisible()
    const side = within(screen.getByRole('complementary', { name: '要跟进的、没填完的、日历' }))
    expect(side.getByText('周晓燕')).toBeVisible()
    expect(side.getAllByRole('heading').map((heading) => heading.textContent)).toEqual(['约好的跟进 1', '就业回访 1', '登记到期要续 34', '没填完的 2', '日历 1'])
    expect(side.getByRole('link', { name: personRow(8).name })).toHaveAttribute('href', `#/person/${personRow(8).id}/employment`)
  })

  it('shows the visits of the day by village, with how to speak before one knocks, and ticks those that were made', async () => {
    const { user } = await renderApp('/today')
    const visits = within(await screen.findByRole('region', { name: '今天走访 3' }))
    expect(visits.getAllByRole('link').slice(1).map((link) => link.textContent)).toEqual([5, 2, 7].map((index) => personRow(index).name))
    expect(visits.getAllByRole('rowheader', { name: /村/ })).toHaveLength(3)
    expect(visits.getByText('手语；书写、文字')).toBeVisible()
    expect(visits.getByText('送补贴政策')).toBeVisible()
    expect(visits.getByText('走到了')).toBeVisible()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(window.location.hash).toContain(`#/visit/${personRow(2).id}`)
  })

  it('says that visits of earlier days were not made, and leads to another day', async () => {
    await renderApp('/today')
    expect(await screen.findByText(`前些天排的还有 1 人没走到，先是 ${personRow(9).name}`)).toBeVisible()
    expect(screen.getByRole('link', { name: '去改日子' })).toHaveAttribute('href', '#/planning/2026-11-20')
  })

  it('puts a day of the calendar away until the next year', async () => {
    const { user, bridge } = await renderApp('/today')
    await user.click(await screen.findByRole('button', { name: /^今年不再提醒\s*国际残疾人日$/ }))
    expect(bridge.callsOf('planning.reminder')).toEqual([{ key: 'intlDay-2026', away: true }])
    expect(screen.getByRole('heading', { name: '日历 1' })).toHaveFocus()
  })

  it('goes from name to name with the arrow keys', async () => {
    const { user } = await renderApp('/today')
    const first = await screen.findByRole('link', { name: '买买提·阿不都热西提' })
    act(() => first.focus())
    await user.keyboard('{ArrowDown}')
    expect(screen.getByRole('link', { name: '宋长海' })).toHaveFocus()
  })

  it('says what falls due next when nothing is owed now', async () => {
    const nothing = { total: 0, rows: [] }
    await renderApp('/today', {
      handlers: {
        'persons.today': () => succeed({ on: today, overdue: nothing, dueThisWeek: nothing, drafts: [], next: { on: '2026-12-04', row: personRow(10) } }),
        'planning.agenda': () => succeed({ on: today, visits: [], missed: [], lists: [], reminders: [], nextReminder: { zh: '报市残工委的年度总结', en: 'Annual report', from: '2026-12-15' } }),
      },
    })
    expect(await screen.findByText(/今天没有安排。下一个到期：12-04 郭秀英.*日历上的下一件：12-15 报市残工委的年度总结/)).toBeVisible()
  })

  it('says what went wrong and offers to try again', async () => {
    let tries = 0
    const { user } = await renderApp('/today', {
      handlers: {
        'persons.today': () => {
          tries += 1
          return refuse('这一页没读出来，记录都在。再试一次')
        },
      },
    })
    expect(await screen.findByText('这一页没读出来，记录都在。再试一次')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '再试一次' }))
    expect(tries).toBe(2)
  })
})

describe('progress', () => {
  it('counts the check against everybody and the rest against those with need', () => {
    const row = progressRow('西岭镇', { target: 124, checked: 96, need: 78, assessed: 58, registered: 49, served: 37, done: 33 }, 89.6)
    expect(row.cells.s1.rate?.toFixed(1)).toBe('77.4')
    expect(row.cells.s4.rate?.toFixed(1)).toBe('47.4')
    expect(row.cells.s1.pace).toBe('slow')
    expect(row.cells.s4.pace).toBe('behind')
    expect(row.most).toEqual({ step: 4, count: 41 })
  })

  it('has no rate where nobody is to be counted', () => {
    const row = progressRow('新镇', { target: 3 }, 50)
    expect(row.cells.s2).toEqual({ done: 0, of: 0, rate: null, pace: 'well' })
  })

  it('puts the worst town first', () => {
    const rows = ['甲', '乙', '丙'].map((town, index) => progressRow(town, { target: 10, checked: 10, need: 10, done: [9, 2, 5][index] ?? 0 }, 50))
    expect(worstFirst(rows).map((row) => row.town)).toEqual(['乙', '丙', '甲'])
  })

  it('knows how much of the year is over', () => {
    expect(yearPassed('2026-11-23').toFixed(1)).toBe('89.6')
    expect(yearPassed('2026-12-31')).toBe(100)
  })

  it('leads from a number to the people behind it', async () => {
    const { user, bridge } = await renderApp('/progress')
    await user.click(await screen.findByRole('button', { name: '差就业服务 41 人' }))
    expect(await screen.findByRole('heading', { level: 1, name: '服务对象' })).toBeVisible()
    expect(bridge.callsOf('persons.list').at(-1)?.filter).toEqual({ step: 4, population: 'target', town: '西岭镇' })
  })
})
