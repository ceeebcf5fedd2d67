import { useTranslation } from 'react-i18next'
import { CountySettings } from '../sync/CountySettings.tsx'
export function SettingsScreen() {
  const { t } = useTranslation()
  return <div className="page"><div className="page-head"><h1>{t('settings.title')}</h1></div><CountySettings /></div>
}
