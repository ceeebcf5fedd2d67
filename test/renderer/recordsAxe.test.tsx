import axe from 'axe-core'
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { documentOf } from './recordsBridge.ts'
import { openStep } from './recordsSetup.tsx'
import { uuid } from './people.ts'

/** Colour and layout need a real browser; names, roles and references do not. */
async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`)
}

describe('every form, before and after a submit that was turned back', () => {
  it.each([1, 2, 3, 4] as const)('is free of axe faults: step %i', async (step) => {
    const { user } = await openStep(step)
    expect(await faults()).toEqual([])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.getByText(/处要改，已标出/)).toBeInTheDocument())
    expect(await faults()).toEqual([])
  })

  it('is free of axe faults as a record to read', async () => {
    const record = documentOf(uuid(7400), 'infoCheck', { checkedOn: '2026-11-20', method: 'HOME_VISIT', result: 'MATCH', respondent: 'SELF', hardshipFlags: ['LONG_TERM_UNEMPLOYED'] })
    await openStep(1, { documents: [record], done: [1] })
    expect(screen.getByText('入户')).toBeInTheDocument()
    expect(await faults()).toEqual([])
  })
})
