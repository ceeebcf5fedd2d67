import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { ImportPreview } from '../../api/client.ts'
import { Notice } from '../../components/Notice.tsx'

/** How each column was read, sheet by sheet; what is not used is said too. */
export function HeaderPane({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const isOtherCounty = state.county !== null && preview.county.code !== state.county.code
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing inside takes the focus, and it must scroll by keys
    <div className="page-scroll header-pane" data-region role="region" aria-label={t('importing.step.header')} tabIndex={0}>
      {isOtherCounty && <Notice kind="warn">{t('importing.otherCounty', { county: preview.county.name })}</Notice>}
      {preview.sheets.map((sheet, at) => {
        const columns = preview.columns.filter((column) => column.sheet === sheet.name)
        const used = columns.filter((column) => column.readAs !== '')
        return (
          <section key={sheet.name} aria-labelledby={`sheet-${String(at)}`}>
            <h2 id={`sheet-${String(at)}`}>{sheet.name}</h2>
            <p className="soft small">
              {t('importing.sheetFacts', { row: sheet.headerRow, rows: sheet.rows.toLocaleString('en-US'), used: used.length, columns: columns.length })}
            </p>
            <table className="plain-table header-table">
              <thead><tr><th scope="col">{t('importing.heading')}</th><th scope="col">{t('importing.readAs')}</th></tr></thead>
              <tbody>
                {columns.map((column, index) => (
                  <tr key={index}>
                    <th scope="row">{column.heading}</th>
                    <td>{column.readAs === '' ? <span className="faint">{t('importing.notUsed')}</span> : column.readAs}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      })}
    </div>
  )
}
