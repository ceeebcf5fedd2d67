import { useState } from 'react'
import type { ShownGroup } from './controls.ts'
import type { FieldLabel } from './formSpec.ts'

/** Labels of the fields that the last answers opened, to be read out. */
export function useOpened(groups: readonly ShownGroup[]): readonly FieldLabel[] {
  const [memory, setMemory] = useState<{ groups: readonly ShownGroup[]; opened: readonly FieldLabel[] }>({ groups, opened: [] })
  if (memory.groups === groups) return memory.opened
  const before = new Set(memory.groups.flatMap((group) => group.fields.map(({ path }) => path)))
  const fresh = before.size === 0 ? [] : groups.flatMap((group) => group.fields).filter(({ path }) => !before.has(path)).map(({ label }) => label)
  const opened = fresh.length > 0 ? fresh : memory.opened
  setMemory({ groups, opened })
  return opened
}
