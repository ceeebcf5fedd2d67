import { useCallback, useState } from 'react'
import { useAppEvent } from '../../api/ApiContext.tsx'
import type { AppEvent, SyncStatus } from '../../api/client.ts'
import { useQuery } from '../../api/useQuery.ts'

interface Told {
  readonly asked: SyncStatus | null
  readonly status: SyncStatus
}

/** The state of the link: asked at first and after every change of data, in between as the worker tells. Whatever came last counts. */
export function useSyncStatus(): SyncStatus | null {
  const { value } = useQuery('sync.status', {})
  const [told, setTold] = useState<Told | null>(null)
  useAppEvent(useCallback((event: AppEvent) => {
    if (event.type === 'sync') setTold({ asked: value, status: event.status })
  }, [value]))
  return told !== null && told.asked === value ? told.status : value
}
