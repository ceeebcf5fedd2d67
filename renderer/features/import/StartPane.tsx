import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { Button } from '../../components/Button.tsx'
import { chooseRoster } from './importRun.ts'

/** The way in: choose a file. Nothing is written by looking at it. */
export function StartPane() {
  const { t } = useTranslation()
  const api = useApi()
  return (
    <div className="import-start">
      <div>
        <p>{t('importing.startHint')}</p>
        <p className="soft small">{t('importing.kinds')}</p>
      </div>
      <Button kind="primary" icon="import" keys="Ctrl Enter" onPress={() => void chooseRoster(api)}>{t('importing.choose')}</Button>
    </div>
  )
}
