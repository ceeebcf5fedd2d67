import { useEffect, useRef } from 'react'
import { looksLikeSheetCode, scanPrefix } from '../../domain/planning/sheetCode.ts'
import { isTyping } from './useFrameKeys.ts'

/** Longest time between two signs of a scanner; people are slower, and what stops in the middle was no code. */
const pauseMs = 150

/**
 * A scanner types what it reads and then Enter. Outside text fields the prefix, which is no key of any screen, begins a code: the signs after it reach no
 * screen, or each digit would answer a question. A person who presses the letter alone loses nothing.
 */
export function useScanner(onCode: (code: string) => void): void {
  const found = useRef(onCode)
  useEffect(() => {
    found.current = onCode
  })
  useEffect(() => {
    let read = ''
    let last = 0
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) {
        read = ''
        return
      }
      if (event.timeStamp - last > pauseMs) read = ''
      const sign = event.key.toUpperCase()
      if (read === '' && sign !== scanPrefix) return
      if (event.key === 'Shift' || event.key === 'CapsLock') return
      if (event.key === 'Enter') {
        const code = read
        read = ''
        if (code === scanPrefix) return
        take(event)
        // Also one that was read wrong: somebody waits for it and is told.
        if (looksLikeSheetCode(code)) found.current(code)
        return
      }
      if (!/^[0-9A-Z]$/.test(sign)) {
        read = ''
        return
      }
      take(event)
      read += sign
      last = event.timeStamp
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

function take(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
