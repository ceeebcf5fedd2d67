import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useApi } from './ApiContext.tsx'
import type { ApiProblem, SessionState, Settings } from './client.ts'

interface Session {
  readonly state: SessionState
  readonly setState: (state: SessionState) => void
  readonly settings: Settings
  /** Acts at once; answers with the problem when it could not be kept. */
  readonly change: (patch: Partial<Settings>) => Promise<ApiProblem | null>
}

const SessionContext = createContext<Session | null>(null)

const initialSettings: Settings = {
  language: 'zh-CN', textSize: 100, theme: 'light', density: 'standard', idleLockMinutes: 10, singleKeys: true,
}

export function SessionProvider({ children, broken }: {
  readonly children: ReactNode
  readonly broken: (error: ApiProblem) => ReactNode
}) {
  const api = useApi()
  const [state, setState] = useState<SessionState | null>(null)
  const [settings, setSettings] = useState<Settings | null>(null)
  const [error, setError] = useState<ApiProblem | null>(null)

  useEffect(() => {
    void api.call('session.state', {}).then((answer) => (answer.ok ? setState(answer.value) : setError(answer.error)))
    void api.call('settings.get', {}).then((answer) => setSettings(answer.ok ? answer.value : initialSettings))
    return api.listen((event) => {
      if (event.type === 'session') setState(event.state)
    })
  }, [api])

  const change = useCallback(
    async (patch: Partial<Settings>) => {
      const answer = await api.call('settings.set', patch)
      if (!answer.ok) return answer.error
      setSettings(answer.value)
      return null
    },
    [api],
  )

  const session = useMemo(
    () => (state === null || settings === null ? null : { state, setState, settings, change }),
    [state, settings, change],
  )
  if (error !== null) return broken(error)
  if (session === null) return null
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession outside of SessionProvider')
  return session
}
