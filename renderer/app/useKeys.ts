import { useEffect, useRef } from 'react'

/** Keys of one screen, e.g. `{ 'ctrl+s': save, 'alt+ArrowDown': next }`. While an input method composes, keys belong to it. */
export function useKeys(keys: { readonly [key: string]: (() => void) | undefined }): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
      const name = `${event.ctrlKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`
      const action = latest.current[name]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
