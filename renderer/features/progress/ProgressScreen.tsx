import { useTranslation } from 'react-i18next'
export function ProgressScreen() {
  const { t } = useTranslation()
  return <div className="page"><div className="page-head"><h1>{t('progress.title')}</h1></div></div>
}
