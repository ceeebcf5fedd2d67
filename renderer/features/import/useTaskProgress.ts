import { useCallback, useState } from 'react'
import { useAppEvent } from '../../api/ApiContext.tsx'
import type { AppEvent } from '../../api/client.ts'

type ProgressEvent = Extract<AppEvent, { type: 'progress' }>

/** How far a long job has come, as the worker tells; null before the first word. */
export function useTaskProgress(task: ProgressEvent['task']): ProgressEvent | null {
  const [latest, setLatest] = useState<ProgressEvent | null>(null)
  useAppEvent(useCallback((event: AppEvent) => {
    if (event.type === 'progress' && event.task === task) setLatest(event)
  }, [task]))
  return latest
}
