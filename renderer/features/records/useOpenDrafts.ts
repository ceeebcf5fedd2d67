import { useEffect, useState } from 'react'
import { useApi } from '../../api/ApiContext.tsx'
import type { Input } from '../../api/client.ts'

interface OpenDrafts {
  /** A draft of a new record. */
  readonly hasNew: boolean
  /** Records whose correction was begun. */
  readonly corrections: readonly string[]
}

const none: OpenDrafts = { hasNew: false, corrections: [] }

/** Unfinished work on a step that already has records: it must be found again. */
export function useOpenDrafts(kind: Input<'drafts.get'>['kind'], personId: string, documentIds: readonly string[], when: boolean): OpenDrafts {
  const api = useApi()
  const [found, setFound] = useState<OpenDrafts>(none)
  const ids = documentIds.join(' ')
  useEffect(() => {
    let wanted = true
    setFound(none)
    if (!when) return
    void (async () => {
      const keys = [null, ...ids.split(' ').filter((id) => id !== '')]
      const answers = await Promise.all(keys.map((documentId) => api.call('drafts.get', { kind, personId, documentId })))
      if (!wanted) return
      const held = keys.filter((_, i) => answers[i]?.ok === true && answers[i].value !== null)
      setFound({ hasNew: held.includes(null), corrections: held.filter((id) => id !== null) })
    })()
    return () => {
      wanted = false
    }
  }, [api, kind, personId, ids, when])
  return found
}
