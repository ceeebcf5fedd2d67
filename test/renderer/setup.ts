import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { forgetEdits } from '../../renderer/state/edits.ts'
import { useView } from '../../renderer/state/view.ts'

// A busy computer is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 })

/** What jsdom lacks and a browser has: sizes, observers, scrolling. */

const viewSize = { width: 1180, height: 640 }

class StillObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= StillObserver
globalThis.IntersectionObserver ??= StillObserver as unknown as typeof IntersectionObserver
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: { configurable: true, get: () => viewSize.height },
  offsetWidth: { configurable: true, get: () => viewSize.width },
  clientHeight: { configurable: true, get: () => viewSize.height },
  clientWidth: { configurable: true, get: () => viewSize.width },
})
Element.prototype.scrollIntoView = () => {}
Element.prototype.scrollTo = () => {}

const untouched = useView.getState()
beforeEach(() => {
  useView.setState(untouched, true)
  forgetEdits()
  window.location.hash = ''
  window.history.replaceState(null, '', '/')
})
afterEach(cleanup)
