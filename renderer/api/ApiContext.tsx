import { createContext, useContext, useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { createApi } from './client.ts'
import type { Api, AppEvent, Bridge } from './client.ts'

const ApiContext = createContext<Api | null>(null)

export function ApiProvider({ bridge, children }: { readonly bridge: Bridge; readonly children: ReactNode }) {
  const api = useMemo(() => createApi(bridge), [bridge])
  return <ApiContext value={api}>{children}</ApiContext>
}

export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('useApi outside of ApiProvider')
  return api
}

export function useAppEvent(onEvent: (event: AppEvent) => void): void {
  const api = useApi()
  useEffect(() => api.listen(onEvent), [api, onEvent])
}
