import { useCallback, useState } from 'react'
import { useAppEvent } from '../../api/ApiContext.tsx'
import type { AppEvent, SyncStatus } from '../../api/client.ts'
import { useQuery } from '../../api/useQuery.ts'

/** The state of the link: asked once, then told by the worker. */
export function useSyncStatus(): SyncStatus | null {
  const query = useQuery('sync.status', {})
  const [told, setTold] = useState<SyncStatus | null>(null)
  useAppEvent(useCallback((event: AppEvent) => {
    if (event.type === 'sync') setTold(event.status)
  }, []))
  return told ?? query.value
}
