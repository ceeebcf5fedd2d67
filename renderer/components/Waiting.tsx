import { useEffect, useState } from 'react'

/** Under a second the old content stays and nothing is said; after that a line with words. */
export function Waiting({ words }: { readonly words: string }) {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 1000)
    return () => clearTimeout(timer)
  }, [])
  return <p className="waiting" role="status">{long ? words : ''}</p>
}
