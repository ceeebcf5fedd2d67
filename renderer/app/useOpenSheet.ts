import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '../api/ApiContext.tsx'

/** Opens the file that a printed sheet speaks of, at the step that is to be done. Answers with the sentence when it cannot. */
export function useOpenSheet(): (code: string) => Promise<string | null> {
  const api = useApi()
  const [, navigate] = useLocation()
  return useCallback(async (code: string) => {
    const answer = await api.call('planning.openSheet', { code })
    if (!answer.ok) return answer.error.message
    const { personId, at } = answer.value
    navigate(`/person/${personId}${at === '' ? '' : `/${at}`}`)
    return null
  }, [api, navigate])
}
