import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/useQuery.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'

const sums = ['written', 'received', 'unsent', 'contested', 'refused'] as const

/** 对账单: what was written on this computer against what the county has. */
export function BalanceScreen() {
  const { t } = useTranslation()
  const { value, error } = useQuery('sync.balance', {})
  return (
    <div className="page">
      <div className="page-head"><h1>{t('balance.title')}</h1></div>
      {error !== null && <Notice kind="bad">{error.message}</Notice>}
      {value !== null && value.written === 0 && <EmptyState>{t('balance.empty')}</EmptyState>}
      {value !== null && value.written > 0 && (
        <div className="page-scroll" data-region tabIndex={-1}>
          <table className="plain-table">
            <thead><tr><th scope="col">{t('balance.day')}</th>{sums.map((key) => <th key={key} scope="col" className="number">{t(`balance.${key}`)}</th>)}</tr></thead>
            <tbody>
              {value.days.map((day) => (
                <tr key={day.day}><th scope="row">{day.day}</th>{sums.map((key) => <td key={key} className="number">{day[key]}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
