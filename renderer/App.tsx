import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useEffect } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { ApiProvider } from './api/ApiContext.tsx'
import { SessionProvider, useSession } from './api/SessionContext.tsx'
import type { Bridge } from './api/client.ts'
import { Gate } from './app/Gate.tsx'
import { Broken } from './app/Broken.tsx'
import { i18next } from './i18n/index.ts'

export function App({ bridge }: { readonly bridge: Bridge }) {
  return (
    <I18nextProvider i18n={i18next}>
      <ApiProvider bridge={bridge}>
        <SessionProvider broken={(error) => <Broken error={error} />}>
          <Page />
        </SessionProvider>
      </ApiProvider>
    </I18nextProvider>
  )
}

/** Settings reach the document: language, size of text, theme and row height are attributes that the tokens answer to. */
function Page() {
  const { settings } = useSession()
  useEffect(() => {
    const root = document.documentElement
    root.lang = settings.language
    root.dataset.theme = settings.theme
    root.dataset.text = String(settings.textSize)
    root.dataset.density = settings.density
    void i18next.changeLanguage(settings.language)
  }, [settings])
  return (
    <I18nProvider locale={settings.language}>
      <Router hook={useHashLocation}>
        <Gate />
      </Router>
    </I18nProvider>
  )
}
