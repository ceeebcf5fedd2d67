import { useEffect, useRef } from 'react'
import { isTyping } from '../../app/useFrameKeys.ts'

/** Esc steps back to the list, unless something nearer takes it: a field, an open list, a dialog. */
export function useBackToList(onBack: () => void): void {
  const back = useRef(onBack)
  useEffect(() => {
    back.current = onBack
  })
  useEffect(() => {
    let taken = false
    // Looked at before anybody acts: whatever floats now is what this Esc closes.
    function before(event: KeyboardEvent) {
      taken = event.key !== 'Escape' || isTyping(event.target) || document.querySelector('[role="dialog"], [role="listbox"], [role="menu"]') !== null
    }
    function after(event: KeyboardEvent) {
      if (event.key !== 'Escape' || taken || event.defaultPrevented || event.isComposing) return
      back.current()
    }
    window.addEventListener('keydown', before, true)
    window.addEventListener('keydown', after)
    return () => {
      window.removeEventListener('keydown', before, true)
      window.removeEventListener('keydown', after)
    }
  }, [])
}
