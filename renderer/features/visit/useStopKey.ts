import { useEffect, useRef } from 'react'
import { isComposing } from './optionKeys.ts'

/** Esc stops the visit, unless something nearer takes it: an input method, an open list, a dialog, a line that is open. */
export function useStopKey(onStop: () => void): void {
  const stop = useRef(onStop)
  useEffect(() => {
    stop.current = onStop
  })
  useEffect(() => {
    let taken = false
    // Looked at before anybody acts: whatever floats now is what this Esc closes.
    function before(event: KeyboardEvent) {
      taken = event.key !== 'Escape' || isComposing(event) || document.querySelector('[role="dialog"], [role="listbox"], [role="menu"]') !== null
    }
    function after(event: KeyboardEvent) {
      if (event.key !== 'Escape' || taken || event.defaultPrevented) return
      stop.current()
    }
    window.addEventListener('keydown', before, true)
    window.addEventListener('keydown', after)
    return () => {
      window.removeEventListener('keydown', before, true)
      window.removeEventListener('keydown', after)
    }
  }, [])
}
