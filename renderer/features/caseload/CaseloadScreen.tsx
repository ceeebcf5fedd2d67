import { useTranslation } from 'react-i18next'
export function CaseloadScreen() {
  const { t } = useTranslation()
  return <div className="page"><div className="page-head"><h1>{t('caseload.title')}</h1></div></div>
}
