import { useEffect, useRef } from 'react'
import { useSession } from '../api/SessionContext.tsx'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Locks after the set minutes without a sign of a person. Looked at by the clock, so that a sleeping computer locks on waking. */
export function useIdleLock(onIdle: () => void): void {
  const { settings } = useSession()
  const minutes = settings.idleLockMinutes
  const idle = useRef(onIdle)
  useEffect(() => {
    idle.current = onIdle
  })
  useEffect(() => {
    let lastSign = Date.now()
    const onSign = () => {
      lastSign = Date.now()
    }
    const timer = setInterval(() => {
      if (Date.now() - lastSign < minutes * 60_000) return
      lastSign = Date.now()
      idle.current()
    }, 5_000)
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, onSign)
    }
  }, [minutes])
}
