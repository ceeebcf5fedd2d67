import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { readTypedDate } from '../../renderer/components/typedDate.ts'
import { uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

const today = '2026-11-23'

describe('typing a date', () => {
  it.each([
    ['1201', '2026-12-01'], ['12-1', '2026-12-01'], ['12.1', '2026-12-01'], ['12/1', '2026-12-01'], ['12月1日', '2026-12-01'], ['１２－１', '2026-12-01'],
    ['2026-12-01', '2026-12-01'], ['20261201', '2026-12-01'], ['2024年2月29日', '2024-02-29'], ['305', '2026-03-05'],
    ['今天', '2026-11-23'], ['昨天', '2026-11-22'], ['前天', '2026-11-21'], ['明天', '2026-11-24'], ['下月初', '2026-12-01'], ['月底', '2026-11-30'], ['下周一', '2026-11-30'],
  ])('reads %s', (text, date) => {
    expect(readTypedDate(text, today)).toEqual({ ok: true, date })
  })

  it('counts back over the turn of the year', () => {
    expect(readTypedDate('昨天', '2027-01-01')).toEqual({ ok: true, date: '2026-12-31' })
    expect(readTypedDate('下月初', '2026-12-15')).toEqual({ ok: true, date: '2027-01-01' })
  })

  it('knows that February has no 30th and that 2026 is no leap year', () => {
    expect(readTypedDate('0230', today)).toEqual({ ok: false, fault: 'noSuchDay', month: 2, day: 30 })
    expect(readTypedDate('2-29', today)).toEqual({ ok: false, fault: 'noSuchDay', month: 2, day: 29 })
    expect(readTypedDate('13-1', today)).toEqual({ ok: false, fault: 'noSuchMonth', month: 13, day: 1 })
  })

  it.each(['abc', '12', '2026-12', '12345', '99991201'])('does not guess at %s', (text) => {
    expect(readTypedDate(text, today)).toEqual({ ok: false, fault: 'unreadable' })
  })

  it('takes an empty field for no date', () => {
    expect(readTypedDate('  ', today)).toEqual({ ok: true, date: null })
  })

  it('writes the whole date out when the field is left, and says in words what is wrong', async () => {
    const { user, bridge } = await renderApp(`/person/${uuid(6)}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 发证日期' }))
    const field = screen.getByRole('textbox', { name: '发证日期' })
    await user.type(field, '230')
    await user.tab()
    expect(screen.getByText('2 月没有 30 日，请改')).toBeVisible()
    await user.clear(field)
    await user.type(field, '昨天')
    await user.tab()
    expect(field).toHaveValue('2026-11-22')
    await user.click(screen.getByRole('button', { name: '改好了' }))
    expect(bridge.callsOf('persons.update')[0]?.fields).toEqual({ certIssuedOn: '2026-11-22' })
  })

  it('keeps a text that is no date to be mended, and does not save over the old date with it', async () => {
    const { user, bridge } = await renderApp(`/person/${uuid(6)}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 出生日期' }))
    const field = screen.getByRole('textbox', { name: '出生日期' })
    await user.clear(field)
    await user.type(field, '2月30日{Enter}')
    expect(field).toHaveValue('2月30日')
    await user.click(screen.getByRole('button', { name: '改好了' }))
    expect(field).toHaveFocus()
    await user.clear(field)
    await user.type(field, '明天{Enter}')
    expect(screen.getByText(/还没到/)).toBeVisible()
    expect(bridge.callsOf('persons.update')).toHaveLength(0)
    await user.clear(field)
    await user.type(field, '1974-6-12{Enter}')
    expect(bridge.callsOf('persons.update')[0]?.fields).toEqual({ birthDate: '1974-06-12' })
  })

  it('picks a day from the calendar with the keyboard', async () => {
    const { user } = await renderApp(`/person/${uuid(6)}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 发证日期' }))
    await user.click(screen.getByRole('button', { name: '发证日期 翻日历' }))
    await screen.findByRole('grid', { name: '2026-11' })
    await user.keyboard('{ArrowUp}{ArrowRight}{Enter}')
    expect(screen.getByRole('textbox', { name: '发证日期' })).toHaveValue('2026-11-17')
  })
})
