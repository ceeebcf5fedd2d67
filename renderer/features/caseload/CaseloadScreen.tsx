import { useCallback, useRef, useState } from 'react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import type { Output, PersonRow } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { DataGrid } from '../../components/DataGrid.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'
import { usePages } from '../../components/usePages.ts'
import type { Pages } from '../../components/usePages.ts'
import { clearFilter, useView } from '../../state/view.ts'
import type { CaseloadSort } from '../../state/view.ts'
import { CaseloadFilters } from './CaseloadFilters.tsx'
import { useCaseloadColumns } from './useCaseloadColumns.tsx'
import './CaseloadScreen.css'

/** The list of persons: any number of rows, filters, search as you type, both denominators in the head. */
export function CaseloadScreen() {
  const { t } = useTranslation()
  const { state } = useSession()
  const filter = useView((view) => view.filter)
  const sort = useView((view) => view.sort)
  const descending = useView((view) => view.descending)
  const [stale, setStale] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const dashboard = useQuery('persons.dashboard', {})
  // The order holds still while somebody works in the list: a change only offers to sort anew, an import replaces everything.
  const pages = usePages('persons.list', { filter, sort, descending }, useCallback((event) => {
    if (event.type !== 'changed') return false
    if (!event.all) setStale(true)
    return event.all
  }, []))
  const total = pages.total ?? 0
  const filtered = Object.keys(filter).length > 0
  const nobody = pages.total === 0 && !filtered

  const toGrid = useCallback(() => grid.current?.focus(), [])
  function refresh() {
    setStale(false)
    pages.reload()
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('caseload.title')}</h1>
        {dashboard.value !== null && <Denominators counts={dashboard.value.total} ageRule={dashboard.value.ageRule} />}
      </div>
      {!nobody && <CaseloadFilters onLeave={toGrid} />}
      {pages.error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={pages.reload}>{t('common.retry')}</Button>}>{pages.error.message}</Notice>}
      {stale && (
        <Notice action={<Button size="sm" onPress={refresh}>{t('caseload.refresh')}</Button>}>{t('caseload.changed')}</Notice>
      )}
      {nobody
        ? (
          <EmptyState action={state.current?.role === 'office' ? <a className="button primary" href="#/import">{t('caseload.toImport')}</a> : undefined}>
            {t('caseload.nobody')}
          </EmptyState>
        )
        : pages.total === 0
          ? <EmptyState action={<Button onPress={clearFilter}>{t('caseload.clear')}</Button>}>{t('caseload.noneFound')}</EmptyState>
          : (
            <div className="page-scroll long-list" data-region tabIndex={-1}>
              <CaseloadGrid pages={pages} total={total} sort={sort} descending={descending} today={state.today} gridRef={grid} />
            </div>
          )}
      <div className="page-foot">
        <span role="status">{pages.total === null ? '' : t('caseload.total', { count: total })}</span>
        <span className="keys">
          <span><b>↑ ↓</b> {t('caseload.keys.move')}</span><span><b>Enter</b> {t('caseload.keys.open')}</span><span><b>/</b> {t('caseload.keys.filter')}</span>
        </span>
      </div>
    </div>
  )
}

interface CaseloadGridProps {
  readonly pages: Pages<PersonRow>
  readonly total: number
  readonly sort: CaseloadSort
  readonly descending: boolean
  readonly today: string
  readonly gridRef: Ref<HTMLDivElement>
}

/** Alone in knowing where the reader stands: an arrow key draws two rows anew and no filter. */
function CaseloadGrid({ pages, total, sort, descending, today, gridRef }: CaseloadGridProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const columns = useCaseloadColumns(today)
  const activeRow = useView((view) => view.activeRow)

  function open(row: PersonRow, index: number) {
    const from = Math.max(0, index - 100)
    const trail = Array.from({ length: 201 }, (_, at) => pages.rowAt(from + at)?.id).filter((id) => id !== undefined)
    useView.setState({ trail, activeRow: index })
    navigate(`/person/${row.id}${row.nextStep === null ? '' : `/${String(row.nextStep)}`}`)
  }
  const onSort = useCallback((next: string) => {
    useView.setState((old) => ({ sort: next as CaseloadSort, descending: next === old.sort ? !old.descending : false, activeRow: 0 }))
  }, [])
  return (
    <DataGrid
      label={t('caseload.title')}
      columns={columns}
      total={total}
      rowAt={pages.rowAt}
      need={pages.need}
      rowKey={(row) => row.id}
      onOpen={open}
      active={activeRow}
      onActive={(index) => useView.setState({ activeRow: index })}
      sortedBy={sort}
      descending={descending}
      onSort={onSort}
      gridRef={gridRef}
    />
  )
}

/** 应核对 and 有就业需求: two denominators, never one. */
function Denominators({ counts, ageRule }: { readonly counts: Output<'persons.dashboard'>['total']; readonly ageRule: Output<'persons.dashboard'>['ageRule'] }) {
  const { t } = useTranslation()
  const of = (name: string) => (counts[name] ?? 0).toLocaleString('en-US')
  return (
    <p className="facts-line">
      <span>{t('caseload.head.target')} <b>{of('target')}</b>{t('caseload.head.then')}{t('caseload.head.checked')} <b>{of('checked')}</b></span>
      <span>{ageRule === 'LEGAL_2025' ? t('caseload.head.byCdpf') : t('caseload.head.byLegal')} <b>{of(ageRule === 'LEGAL_2025' ? 'targetCdpf' : 'targetLegal')}</b></span>
      <span>{t('caseload.head.need')} <b>{of('need')}</b>{t('caseload.head.then')}{t('caseload.head.done')} <b>{of('done')}</b></span>
    </p>
  )
}
