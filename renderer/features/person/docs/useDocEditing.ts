import { useState } from 'react'
import { useOpenDrafts } from '../../records/useOpenDrafts.ts'
import type { Correction } from '../../records/useRecordForm.ts'

type Mode = { readonly at: 'read' } | { readonly at: 'add' } | { readonly at: 'correct'; readonly correction: Correction }

interface Subject {
  readonly entity: 'employmentPeriod' | 'exclusion'
  readonly personId: string
  readonly canWrite: boolean
  /** Where the focus goes when the form has closed. */
  readonly focusHead: () => void
}

/** What a tab of documents is doing: reading, adding one, or putting one right. */
export function useDocEditing({ entity, personId, canWrite, focusHead }: Subject) {
  const [mode, setMode] = useState<Mode>({ at: 'read' })
  const drafts = useOpenDrafts(entity, personId, [], canWrite && mode.at === 'read')
  return {
    isReading: mode.at === 'read',
    mayEdit: canWrite && mode.at === 'read',
    hasDraft: drafts.hasNew && mode.at === 'read',
    mode,
    add: () => setMode({ at: 'add' }),
    correct: (correction: Correction) => setMode({ at: 'correct', correction }),
    close() {
      setMode({ at: 'read' })
      setTimeout(focusHead)
    },
  }
}

export type DocEditing = ReturnType<typeof useDocEditing>
