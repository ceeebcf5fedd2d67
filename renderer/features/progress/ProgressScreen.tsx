import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useQuery } from '../../api/useQuery.ts'
import type { Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { clearFilter, setFilter } from '../../state/view.ts'
import { measures, progressRow, worstFirst, yearPassed } from './progressRows.ts'
import type { Measure, ProgressCell, ProgressRow } from './progressRows.ts'
import './ProgressScreen.css'

/** Towns by four steps, worst first, over both denominators. */
export function ProgressScreen() {
  const { t } = useTranslation()
  const { value, error, reload } = useQuery('persons.dashboard', {})
  const passed = value === null ? 0 : yearPassed(value.on)
  const rows = value === null ? [] : worstFirst(value.towns.map(({ town, counts }) => progressRow(town, counts, passed)).filter((row) => row.target > 0))
  const total = value === null ? null : progressRow('', value.total, passed)
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('progress.title')}</h1>
        {value !== null && <BothCounts value={value} />}
      </div>
      {error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>}
      {value !== null && rows.length === 0 && <EmptyState>{t('progress.empty')}</EmptyState>}
      {total !== null && rows.length > 0 && (
        <div className="page-scroll" data-region tabIndex={-1}>
          <table className="plain-table progress-table">
            <thead>
              <tr>
                <td />
                <th colSpan={2} scope="colgroup">{t('progress.target')}</th>
                <th colSpan={6} scope="colgroup" className="progress-need">{t('progress.need')}</th>
              </tr>
              <tr>
                <th scope="col">{t('progress.town')}</th>
                <th scope="col" className="number">{t('progress.people')}</th>
                <th scope="col" className="number">{t('progress.s1')}</th>
                <th scope="col" className="number progress-need">{t('progress.people')}</th>
                {measures.slice(1).map((measure) => <th key={measure} scope="col" className="number">{t(`progress.${measure}`)}</th>)}
                <th scope="col">{t('progress.most')}</th>
              </tr>
            </thead>
            <tbody>{rows.map((row) => <TownRow key={row.town} row={row} name={row.town === '' ? t('progress.unknownTown') : row.town} />)}</tbody>
            <tfoot><TownRow row={total} name={t('progress.county', { count: rows.length })} isTotal /></tfoot>
          </table>
          <p className="progress-note small soft">{t(value?.ageRule === 'CDPF_2012' ? 'progress.explainCdpf' : 'progress.explainLegal')}</p>
          <p className="progress-note small soft">{t('progress.explain', { passed: passed.toFixed(1) })}</p>
        </div>
      )}
    </div>
  )
}

/** 应核对 by each of the two rules of working age, the one that decides first, and the way to those in whom they differ. */
function BothCounts({ value }: { readonly value: Output<'persons.dashboard'> }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const n = (name: string) => (value.total[name] ?? 0).toLocaleString('en-US')
  const counts = [
    <span key="legal">{t('progress.legal', { n: n('targetLegal') })}</span>,
    <span key="cdpf">{t('progress.cdpf', { n: n('targetCdpf') })}</span>,
  ]
  function showOneRule() {
    clearFilter()
    setFilter({ population: 'oneRule' })
    navigate('/caseload')
  }
  return (
    <p className="facts-line">
      <span>{t('progress.asOf', { date: value.on })}</span>
      <span>{t('progress.target')}{t('common.colon')}</span>
      {value.ageRule === 'CDPF_2012' ? counts.toReversed() : counts}
      <button type="button" className="link-button" onClick={showOneRule}>{t('progress.oneRule')}</button>
    </p>
  )
}

function TownRow({ row, name, isTotal = false }: { readonly row: ProgressRow; readonly name: string; readonly isTotal?: boolean }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  function showMissing(step: 1 | 2 | 3 | 4) {
    clearFilter()
    setFilter({ step, population: 'target', ...(isTotal || row.town === '' ? {} : { town: row.town }) })
    navigate('/caseload')
  }
  const cell = (measure: Measure) => <td key={measure} className="number" data-title={t(`progress.${measure}`)}><Rate cell={row.cells[measure]} /></td>
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number" data-title={t('progress.people')}>{row.target.toLocaleString('en-US')}</td>
      {cell('s1')}
      <td className="number progress-need" data-title={t('progress.need')}>{row.need.toLocaleString('en-US')}</td>
      {measures.slice(1).map(cell)}
      <td data-title={t('progress.most')}>
        {row.most === null
          ? <span className="soft">{t('progress.nothingMissing')}</span>
          : (
            <button type="button" className="link-button" onClick={() => showMissing(row.most?.step ?? 1)}>
              {t('progress.missing', { step: t(`common.stepShort.s${row.most.step}`), count: row.most.count, n: row.most.count.toLocaleString('en-US') })}
            </button>
          )}
      </td>
    </tr>
  )
}

/** Rate in bold, people beside it; 落后 and 偏慢 in words and with an icon. */
function Rate({ cell }: { readonly cell: ProgressCell }) {
  const { t } = useTranslation()
  if (cell.rate === null) return <span className="faint">{t('common.unknown')}</span>
  return (
    <span className="rate">
      {cell.pace === 'behind' && <span className="mark bad"><Icon name="alert" />{t('progress.behind')}</span>}
      {cell.pace === 'slow' && <span className="mark warn"><Icon name="warning" />{t('progress.slow')}</span>}
      <b>{cell.rate.toFixed(1)}%</b>
      <span className="rate-people soft small">{cell.done.toLocaleString('en-US')}</span>
    </span>
  )
}
