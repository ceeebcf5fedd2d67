import { useTranslation } from 'react-i18next'
import { currentInstrument, itemOf, oneDecimal } from '../../../domain/assessment/index.ts'
import type { Agreement } from '../../../domain/assessment/index.ts'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { codeLanguage } from '../../i18n/index.ts'

/** How often two people gave the same answer, or one that differs by one; the items on which they differ most come first. */
export function AgreementTable() {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const { value, error, reload } = useQuery('assessment.agreement', {})
  if (error !== null) return <Notice kind="bad" action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>
  if (value === null) return null
  const items = value.items.filter(({ compared }) => compared > 0).toSorted((a, b) => a.withinOne / a.compared - b.withinOne / b.compared || a.exact / a.compared - b.exact / b.compared)
  return (
    <section aria-labelledby="agreement" className="second-part">
      <div className="part-head"><h2 id="agreement">{t('assessment.agreement.title')}</h2></div>
      {value.pairs === 0
        ? <p className="second-explain soft">{t('assessment.agreement.none')}</p>
        : (
          <>
            <p className="second-explain"><b>{t('assessment.agreement.overall', { count: value.pairs, exact: share(value.overall, 'exact'), near: share(value.overall, 'withinOne') })}</b></p>
            <table className="plain-table agreement-table">
              <thead>
                <tr>
                  <th scope="col">{t('assessment.agreement.item')}</th><th scope="col" className="number">{t('assessment.agreement.compared')}</th>
                  <th scope="col" className="number">{t('assessment.agreement.exact')}</th><th scope="col" className="number">{t('assessment.agreement.near')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={item.code}>
                    <th scope="row">{item.code} {itemOf(currentInstrument, item.code)?.[language]}</th>
                    <td className="number">{item.compared}</td><td className="number">{share(item, 'exact')}%</td><td className="number">{share(item, 'withinOne')}%</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
    </section>
  )
}

function share(agreement: Agreement, of: 'exact' | 'withinOne'): string {
  return oneDecimal((100 * agreement[of]) / agreement.compared).toFixed(1)
}
