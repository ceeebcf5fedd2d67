import { useEffect, useRef } from 'react'

/**
 * Keys of one screen, e.g. `{ 'ctrl+s': save, 'alt+ArrowDown': next }`. While an input method composes, keys belong to it.
 * Heard before any control hears them, and before the frame: a control may stop a key that it does not know.
 */
export function useKeys(keys: { readonly [key: string]: (() => void) | undefined }): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    function act(event: KeyboardEvent) {
      if (event.isComposing || event.keyCode === 229) return
      const name = `${event.ctrlKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`
      const action = latest.current[name]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    // Keys with Ctrl or Alt are the screen's, wherever the focus is; radios and boxes would swallow them. The others belong to the field first.
    const isScreens = (event: KeyboardEvent) => event.ctrlKey || event.altKey
    const early = (event: KeyboardEvent) => {
      if (isScreens(event)) act(event)
    }
    const late = (event: KeyboardEvent) => {
      if (!isScreens(event) && !event.defaultPrevented) act(event)
    }
    window.addEventListener('keydown', early, true)
    window.addEventListener('keydown', late)
    return () => {
      window.removeEventListener('keydown', early, true)
      window.removeEventListener('keydown', late)
    }
  }, [])
}
