import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../api/SessionContext.tsx'
import { useView } from '../state/view.ts'

/** Keys that work on every screen. Keys of one screen are heard by `useKeys` there. */
export function useFrameKeys(onLock: () => void): void {
  const [, navigate] = useLocation()
  const { settings } = useSession()
  const lock = useRef(onLock)
  useEffect(() => {
    lock.current = onLock
  })
  // Ctrl+Z belongs to a field once something was typed since the offer to take back came; before that it is the offer's.
  const newest = useView((view) => view.toasts.at(-1)?.id)
  const hasTyped = useRef(true)
  useEffect(() => {
    hasTyped.current = newest === undefined
    function onInput() {
      hasTyped.current = true
    }
    window.addEventListener('input', onInput, true)
    return () => window.removeEventListener('input', onInput, true)
  }, [newest])
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
      const taken = act(event)
      if (!taken) return
      event.preventDefault()
      // Otherwise the radio or box that has the focus takes the key as well.
      event.stopPropagation()
    }
    function act(event: KeyboardEvent): boolean {
      const control = event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey
      if (control && event.key.toLowerCase() === 'k') useView.setState({ paletteOpen: true })
      else if (control && event.key === '/') useView.setState({ shortcutsOpen: true })
      else if (control && event.key.toLowerCase() === 'l') lock.current()
      else if (control && event.key === 'Home') navigate('/today')
      else if (control && event.key === 'Enter') return event.repeat || pressPrimary()
      else if (control && event.key.toLowerCase() === 'p') return press('[data-print]')
      else if (control && event.key.toLowerCase() === 'z' && (!isTyping(event.target) || !hasTyped.current)) return press('[data-undo]')
      else if (event.key === 'F6') moveRegion(event.shiftKey ? -1 : 1)
      else if (event.key === '/' && settings.singleKeys && !isTyping(event.target)) return press('[data-filter]', true)
      else return false
      return true
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [navigate, settings.singleKeys])
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

/** One screen, one primary button: the topmost dialog's, else the screen's. */
function pressPrimary(): boolean {
  return press('[role="dialog"] .button.primary') || press('.button.primary')
}

function press(selector: string, focusOnly = false): boolean {
  const found = document.querySelector<HTMLElement>(selector)
  if (found === null) return false
  const target = found.matches('input, button') ? found : (found.querySelector<HTMLElement>('input, button') ?? found)
  target.focus()
  if (!focusOnly) target.click()
  return true
}

function moveRegion(step: number) {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null)
  if (regions.length === 0) return
  const here = regions.findLastIndex((region) => region.contains(document.activeElement))
  regions[(here + step + regions.length) % regions.length]?.focus()
}
