import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { JsonObject, Output } from '../../renderer/api/client.ts'
import { succeed } from './fakeBridge.ts'
import { documentOf } from './recordsBridge.ts'
import { choose, openStep, part, pick, write } from './recordsSetup.tsx'
import { today, uuid } from './people.ts'

const county: Output<'countyValues.get'> = {
  stated: [{ changeId: uuid(1), body: { cycleYear: '2026', planId: 'LN-2025-2027', planVersion: 2, texts: { 'consent.SHARE_EMPLOYER': '县告知书 3' } } as unknown as JsonObject }],
  head: uuid(1), versions: [], behind: 0,
}

describe('a second look', () => {
  it('2.3 says at the field what is not known of a job yet, and stops nobody', async () => {
    const { user } = await openStep(1)
    await choose(user, 'employmentState', '已就业')
    await pick(user, 'employmentForm', '灵活就业')
    const words = '这份工作还缺就业途径、行业、岗位。不知道可以先存，以后在就业经过里补'
    await waitFor(() => expect(within(part('employmentForm')).getByText(words)).toBeInTheDocument())
    expect(part('employmentForm').querySelector('[aria-invalid="true"]')).toBeNull()
    write('job.jobTitle', '送货')
    await waitFor(() => expect(within(part('employmentForm')).getByText(words.replace('、岗位', ''))).toBeInTheDocument())
  })

  it('2.4 asks for the registration as unemployed, and for its day only where there is one', async () => {
    const { user } = await openStep(1)
    await choose(user, 'employmentState', '未就业')
    expect(document.querySelector('[data-path="unempRegisteredOn"]')).toBeNull()
    await choose(user, 'unempRegistered', '办了')
    expect(part('unempRegisteredOn')).toBeInTheDocument()
    expect(part('certNoEmployment')).toBeInTheDocument()
  })
})

describe('by which rules', () => {
  it('11 a record says by which plan and whose values it was made', async () => {
    const body = { checkedOn: today, result: 'MATCH', planId: 'LN-2025-2027', planVersion: 2, countyValues: uuid(1) }
    await openStep(1, { done: [1], documents: [documentOf(uuid(70), 'infoCheck', body)] })
    expect(await screen.findByText('按《促进残疾人就业三年行动方案（2025—2027年）》第 2 版和当时本县的做法记的')).toBeInTheDocument()
  })

  it('8 a consent on paper begins with the county’s own sheet', async () => {
    const { user } = await openStep(3, { done: [1, 2], handlers: { 'countyValues.get': () => succeed(county) } })
    const consent = within(part('shareConsentId'))
    await user.click(consent.getByRole('button', { name: '记一份纸上的同意' }))
    expect(await consent.findByDisplayValue('县告知书 3')).toBeInTheDocument()
  })
})
