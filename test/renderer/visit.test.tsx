import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { App } from '../../renderer/App.tsx'
import { usePaperMemory } from '../../renderer/features/records/paperMemory.ts'
import { createRecordsBridge, documentOf, personId } from './recordsBridge.ts'
import { today, uuid } from './people.ts'
import { lastDraft } from './recordsSetup.tsx'

/** One visit over a bridge whose records follow the rules. */

const lastCheck = { ...documentOf(uuid(6001), 'infoCheck', {
  personId, cycleYear: '2025', checkedOn: '2025-12-01', checkerId: uuid(500), method: 'HOME_VISIT', respondent: 'SELF', result: 'MATCH', employmentState: 'UNEMPLOYED', workWillingness: 'WILLING',
  hasEmploymentNeed: true, hasTrainingNeed: false, hasStartupNeed: false, hardshipFlags: [], barriers: ['04'],
}), on: '2025-12-01', cycleYear: '2025' }

async function openVisit(step: string, options: Parameters<typeof createRecordsBridge>[0] = {}) {
  usePaperMemory.setState({}, true)
  window.location.hash = `#/visit/${personId}${step}`
  const bridge = createRecordsBridge(options)
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
  const view = await act(async () => render(<App bridge={bridge} />))
  await waitFor(() => expect(question()).not.toBeNull())
  return { bridge, user, ...view }
}

/** Where the focus stands. */
function question(): string | null {
  const held = document.activeElement
  return held?.closest<HTMLElement>('[data-question]')?.dataset.question ?? held?.closest<HTMLElement>('[data-scale-row]')?.dataset.scaleRow ?? null
}
function body(bridge: Awaited<ReturnType<typeof openVisit>>['bridge']) {
  return lastDraft(bridge)?.body ?? {}
}

describe('one visit', () => {
  test('has no bar of the program, begins at the first question, and a digit answers and moves on', async () => {
    const { bridge, user } = await openVisit('/1')
    expect(screen.queryByRole('navigation', { name: '主菜单' })).toBeNull()
    expect(question()).toBe('respondent')
    await user.keyboard('1')
    expect(question()).toBe('method')
    await user.keyboard('1')
    expect(question()).toBe('result')
    await user.keyboard('1')
    expect(question()).toBe('changes.@contact')
    await waitFor(() => expect(body(bridge)).toMatchObject({ respondent: 'SELF', method: 'HOME_VISIT', visit: { met: true } }))
    expect(body(bridge).result ?? null).toBeNull()
  })

  test('an unchanged group is one key; when the last is confirmed the result is known', async () => {
    const { bridge, user } = await openVisit('/1')
    await user.keyboard('111')
    await user.keyboard('11111')
    expect(question()).toBe('employmentState')
    await waitFor(() => expect(body(bridge)).toMatchObject({ result: 'MATCH' }))
  })
})
