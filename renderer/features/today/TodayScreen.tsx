import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/useQuery.ts'
export function TodayScreen() {
  const { t } = useTranslation()
  const { value } = useQuery('persons.today', {})
  return <div className="page"><div className="page-head"><h1>{t('today.title')}</h1><p className="facts-line">{t('today.overdue')} {value?.overdue.total}</p></div></div>
}
