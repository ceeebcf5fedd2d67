import { useEffect, useState } from 'react'

/** Seconds that are left, counting down. */
export function useWait(seconds: number): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(Math.ceil(seconds))
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, (next) => setLeft(Math.ceil(next))]
}
