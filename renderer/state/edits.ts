import { useCallback } from 'react'
import { create } from 'zustand'
import { useSession } from '../api/SessionContext.tsx'

/**
 * What is being typed in small editors of a file that have no draft on the disk: it is still there after a look at another tab. Kept in memory only, for the
 * one who typed it.
 */
const useEdits = create<{ readonly held: Readonly<Record<string, unknown>> }>(() => ({ held: {} }))

/** undefined: nothing is being edited under this key. */
export function useEdit<T>(key: string): readonly [T | undefined, (next: T | undefined) => void] {
  const userId = useSession().state.current?.id ?? ''
  const own = `${userId} ${key}`
  const value = useEdits((edits) => edits.held[own]) as T | undefined
  const set = useCallback(
    (next: T | undefined) => {
      useEdits.setState(({ held }) => {
        const { [own]: _old, ...rest } = held
        return { held: next === undefined ? rest : { ...rest, [own]: next } }
      })
    },
    [own],
  )
  return [value, set]
}

/** Which of these are being edited. */
export function useOpenEdits(keys: readonly string[]): ReadonlySet<string> {
  const userId = useSession().state.current?.id ?? ''
  const open = useEdits(({ held }) => keys.filter((key) => held[`${userId} ${key}`] !== undefined).join('\n'))
  return new Set(open.split('\n'))
}

/** For tests, which share the memory of one window. */
export function forgetEdits(): void {
  useEdits.setState({ held: {} })
}
