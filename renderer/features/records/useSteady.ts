import { useState } from 'react'

/** The same map as before as long as it says the same, so that nothing is drawn again for it. */
export function useSteady(map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [kept, setKept] = useState(map)
  const isSame = kept.size === map.size && [...map].every(([key, value]) => kept.get(key) === value)
  if (isSame) return kept
  setKept(map)
  return map
}
