import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '../../renderer/App.tsx'
import { createFakeBridge } from './fakeBridge.ts'
import type { FakeOptions } from './fakeBridge.ts'

/** The whole program at an address, over a bridge of made-up people. */
export async function renderApp(address: string, options: FakeOptions = {}) {
  window.location.hash = `#${address}`
  const bridge = createFakeBridge(options)
  const user = userEvent.setup()
  await act(async () => {
    render(<App bridge={bridge} />)
  })
  return { bridge, user }
}
