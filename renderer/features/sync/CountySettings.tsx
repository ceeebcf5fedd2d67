import { useTranslation } from 'react-i18next'
import { useSyncStatus } from './useSyncStatus.ts'

/** The part 县里的地址 of the settings. */
export function CountySettings() {
  const { t } = useTranslation()
  const status = useSyncStatus()
  return (
    <section aria-labelledby="county-address">
      <h2 id="county-address">{t('sync.countyAddress')}</h2>
      {status === null || !status.enrolled
        ? <p className="soft">{t('sync.notEnrolledHint')}</p>
        : <p>{status.serverUrl} <span className="soft">{status.scope}</span></p>}
    </section>
  )
}
