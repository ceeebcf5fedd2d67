import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/useQuery.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'

/** 名册导入: what was imported so far. */
export function ImportScreen() {
  const { t } = useTranslation()
  const { value, error } = useQuery('roster.imports', {})
  return (
    <div className="page">
      <div className="page-head"><h1>{t('importing.title')}</h1></div>
      {error !== null && <Notice kind="bad">{error.message}</Notice>}
      {value !== null && value.length === 0 && <EmptyState>{t('importing.empty')}</EmptyState>}
      {value !== null && value.length > 0 && (
        <table className="plain-table">
          <caption className="hidden-text">{t('importing.lastImports')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('importing.file')}</th><th scope="col" className="number">{t('importing.added')}</th>
              <th scope="col" className="number">{t('importing.updated')}</th><th scope="col" className="number">{t('importing.leftOut')}</th>
            </tr>
          </thead>
          <tbody>
            {value.map((run) => (
              <tr key={run.actionId}>
                <th scope="row">{run.fileName}</th><td className="number">{run.added}</td><td className="number">{run.updated}</td><td className="number">{run.leftOut}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
