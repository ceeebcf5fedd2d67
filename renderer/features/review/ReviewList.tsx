import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import type { Output, StepNumber } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { DataGrid } from '../../components/DataGrid.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useView } from '../../state/view.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import { useReviewAct } from './useReviewAct.ts'
import type { Decision } from './useReviewAct.ts'
import { useReviewColumns } from './useReviewColumns.tsx'

export type ReviewListName = 'submitted' | 'returned' | 'none'
type Row = Output<'review.list'>['rows'][number]

const steps: Readonly<Record<Row['kind'], StepNumber>> = { infoCheck: 1, capabilityAssessment: 2, demandRegistration: 3, serviceRecord: 4 }
const shown = 200

/** One list: choose with X, then submit, pass or return all that is chosen. */
export function ReviewList({ name }: { readonly name: ReviewListName }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { state } = useSession()
  const grid = useRef<HTMLDivElement>(null)
  const decides = state.current?.role !== 'counsellor'
  const submits = state.current?.role !== 'supervisor'
  const { value, error, reload } = useQuery('review.list', { state: name, offset: 0, limit: shown })
  const [active, setActive] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [returning, setReturning] = useState(false)
  const { act, message, done } = useReviewAct(() => {
    setChosen(new Set())
    reload()
    setTimeout(() => grid.current?.focus())
  })
  const rows = value?.rows ?? []
  const mayChoose = useCallback((row: Row) => (name === 'submitted' ? decides && !row.isOwn : name === 'none' && submits), [name, decides, submits])
  const canChoose = rows.some(mayChoose)
  const columns = useReviewColumns(chosen, mayChoose)
  const picked = rows.filter((row) => chosen.has(row.documentId) && mayChoose(row))
  const records = picked.map(({ documentId, changeId }) => ({ documentId, changeId }))

  function toggle(row: Row) {
    if (!mayChoose(row)) return
    setChosen((old) => (old.has(row.documentId) ? new Set([...old].filter((id) => id !== row.documentId)) : new Set([...old, row.documentId])))
  }
  function open(row: Row) {
    useView.setState({ trail: [...new Set(rows.map((each) => each.row.id))] })
    navigate(`/person/${row.row.id}/${String(steps[row.kind])}`)
  }
  const run = (decision: Decision) => void act(records, decision)
  const note = name === 'none' ? 'none' : decides ? (`${name}Office` as const) : name
  if (error !== null && value === null) return <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>
  return (
    <>
      <div className="review-bar">
        <p className="small soft">{t(`review.notes.${note}`)}</p>
        {canChoose && (
          <div className="review-actions">
            <span className="small soft" role="status">{t('review.chosen', { count: picked.length })}</span>
            <Button size="sm" onPress={() => setChosen(picked.length > 0 ? new Set() : new Set(rows.filter(mayChoose).map(({ documentId }) => documentId)))}>
              {t(picked.length > 0 ? 'review.chooseNone' : 'review.chooseAll')}
            </Button>
            {name === 'none' && <Button kind="primary" isDisabled={picked.length === 0} keys="Ctrl Enter" onPress={() => run('SUBMITTED')}>{t('review.submitMany', { count: picked.length })}</Button>}
            {name === 'submitted' && (
              <>
                <Button isDisabled={picked.length === 0} onPress={() => setReturning(true)}>{t('review.giveBackMany', { count: picked.length })}</Button>
                <Button kind="primary" isDisabled={picked.length === 0} keys="Ctrl Enter" onPress={() => run('REVIEWED')}>{t('review.passMany', { count: picked.length })}</Button>
              </>
            )}
          </div>
        )}
      </div>
      {message !== null && <Notice kind="warn" urgent>{message}</Notice>}
      <p className="hidden-text" role="status">{done ?? ''}</p>
      {value !== null && rows.length === 0 && <EmptyState>{t(`review.empty.${name}`)}</EmptyState>}
      {rows.length > 0 && (
        <div className="page-scroll">
          <DataGrid
            label={t('review.grid')}
            gridRef={grid}
            columns={columns}
            total={rows.length}
            rowAt={(index) => rows[index]}
            rowKey={(row) => row.documentId}
            onOpen={open}
            active={active}
            onActive={setActive}
            selected={chosen}
            {...(canChoose ? { onToggle: toggle } : {})}
          />
        </div>
      )}
      <div className="page-foot">
        {rows.length >= shown && <span>{t('review.more', { count: shown })}</span>}
        {rows.length > 0 && <span className="keys">{t('review.hint')}</span>}
      </div>
      <ReturnDialog count={picked.length} open={returning} onClose={() => setReturning(false)} onReturn={(reason) => act(records, 'RETURNED', reason)} />
    </>
  )
}
