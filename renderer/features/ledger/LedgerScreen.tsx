import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Progress } from '../../components/Progress.tsx'
import '../../print/fonts/basic.css'
import '../../print/fonts/serif.css'
import type { LedgerInput } from '../../print/loadLedger.ts'
import { useTaskProgress } from '../import/useTaskProgress.ts'
import { LedgerOptions } from './LedgerOptions.tsx'
import type { LedgerChoice } from './LedgerOptions.tsx'
import { PaperPreview } from './PaperPreview.tsx'
import { useLedgerRows } from './useLedgerRows.ts'
import { useSaveLedger } from './useSaveLedger.ts'
import './LedgerScreen.css'

/** 台账打印: what it holds at the left, the pages as they will be printed at the right. */
export function LedgerScreen() {
  const { t } = useTranslation()
  const { state } = useSession()
  const [choice, setChoice] = useState<LedgerChoice>({ cycleYear: state.cycleYear, town: null, masking: 'SCREEN', reason: '' })
  const [given, setGiven] = useState('')
  const [reasonMissing, setReasonMissing] = useState(false)
  const reasonInput = useRef<HTMLInputElement>(null)
  const { busy, saved, problem, save } = useSaveLedger()
  const progress = useTaskProgress('ledger')

  const reason = choice.reason.trim()
  const waits = choice.masking === 'INTERNAL' && given === ''
  const ledger = useLedgerRows(inputOf(choice, waits ? 'SCREEN' : choice.masking, given))
  const isEmpty = ledger.head !== null && ledger.head.total === 0

  function change(patch: Partial<LedgerChoice>) {
    setChoice((old) => ({ ...old, ...patch }))
    if (patch.reason !== undefined) setReasonMissing(false)
    if (patch.masking !== undefined && patch.masking !== 'INTERNAL') setGiven('')
  }
  function start(kind: 'Pdf' | 'Xlsx') {
    if (choice.masking === 'INTERNAL' && reason === '') {
      setReasonMissing(true)
      reasonInput.current?.focus()
      return
    }
    setGiven(reason)
    void save(kind, inputOf(choice, choice.masking, reason))
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('ledger.title')}</h1>
        <p className="facts-line">
          <span>{t('ledger.fourOnes')}</span>
          {ledger.head !== null && <span>{t('ledger.rows', { count: ledger.head.total, n: ledger.head.total.toLocaleString('en-US') })}</span>}
          {ledger.head !== null && ledger.head.unsent > 0 && <span>{t('ledger.unsent', { count: ledger.head.unsent, n: ledger.head.unsent.toLocaleString('en-US') })}</span>}
        </p>
        <div className="actions">
          <Button isDisabled={isEmpty} isPending={busy !== null} onPress={() => start('Xlsx')}>{t('ledger.saveXlsx')}</Button>
          <span data-print>
            <Button kind="primary" icon="print" keys="Ctrl P" isDisabled={isEmpty} isPending={busy !== null} onPress={() => start('Pdf')}>{t('ledger.savePdf')}</Button>
          </span>
        </div>
      </div>
      <div className="ledger-inset">
        {busy !== null && <Progress label={t(`ledger.making${busy}`)} done={progress?.done ?? 0} total={progress?.total ?? ledger.head?.total ?? null} unit={t('ledger.unit')} />}
        {problem !== null && <Notice kind="bad" urgent>{problem.message}</Notice>}
        {saved !== null && (
          <div role="status">
            <Notice kind="ok">{t(saved.pages === null ? 'ledger.savedRows' : 'ledger.savedPages', { file: saved.fileName, rows: saved.rows.toLocaleString('en-US'), pages: saved.pages ?? 0 })}</Notice>
          </div>
        )}
        {waits && <Notice kind="warn">{t('ledger.reasonFirst')}</Notice>}
      </div>
      <div className="ledger-columns">
        <LedgerOptions
          choice={choice} onChange={change} onReasonDone={() => setGiven(reason)} thisYear={state.cycleYear} reasonInput={reasonInput}
          reasonError={reasonMissing ? t('ledger.reasonMissing') : null}
        />
        <PaperPreview ledger={ledger} masking={waits ? 'SCREEN' : choice.masking} userName={state.current?.name ?? ''} />
      </div>
    </div>
  )
}

function inputOf({ cycleYear, town }: LedgerChoice, masking: LedgerInput['masking'], reason: string): LedgerInput {
  return { ledger: 'fourOnes', cycleYear, ...(town === null ? {} : { town }), masking, ...(masking === 'INTERNAL' ? { reason } : {}) }
}
