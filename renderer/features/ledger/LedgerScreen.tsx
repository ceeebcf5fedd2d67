import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'

/** 台账打印: the first page of the ledger of this cycle. */
export function LedgerScreen() {
  const { t } = useTranslation()
  const { state } = useSession()
  const { value, error } = useQuery('ledger.page', { ledger: 'fourOnes', cycleYear: state.cycleYear, masking: 'SCREEN', offset: 0, limit: 50 })
  return (
    <div className="page">
      <div className="page-head"><h1>{t('ledger.title')}</h1>{value !== null && <p className="facts-line">{t('ledger.rows', { count: value.total })}</p>}</div>
      {error !== null && <Notice kind="bad">{error.message}</Notice>}
      {value !== null && value.total === 0 && <EmptyState>{t('ledger.empty')}</EmptyState>}
      {value !== null && value.total > 0 && (
        <div className="page-scroll" data-region tabIndex={-1}>
          <table className="plain-table">
            <caption>{value.title}</caption>
            <thead><tr>{value.columns.map((column) => <th key={column.key} scope="col">{column.title}</th>)}</tr></thead>
            <tbody>{value.rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at}>{cell}</td>)}</tr>)}</tbody>
          </table>
        </div>
      )}
    </div>
  )
}
