import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '../api/client.ts'
import { Notice } from '../components/Notice.tsx'

/** When not even the state of the program can be read. */
export function Broken({ error }: { readonly error: ApiProblem }) {
  const { t } = useTranslation()
  return (
    <main className="lone-page">
      <h1>{t('frame.brokenTitle')}</h1>
      <Notice kind="bad" urgent>{error.message}</Notice>
    </main>
  )
}
