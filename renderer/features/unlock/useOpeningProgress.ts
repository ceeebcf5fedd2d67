import { useCallback, useState } from 'react'
import { useAppEvent } from '../../api/ApiContext.tsx'
import type { AppEvent } from '../../api/client.ts'

type Progress = Extract<AppEvent, { type: 'progress' }>

/** A new version puts the records in order when it opens them first; it says how far it is. */
export function useOpeningProgress(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useAppEvent(useCallback((event: AppEvent) => {
    if (event.type === 'progress' && (event.task === 'migrate' || event.task === 'rebuild')) setProgress(event)
  }, []))
  return progress
}
