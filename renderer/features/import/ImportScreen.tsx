import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import type { ImportPreview } from '../../api/client.ts'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Progress } from '../../components/Progress.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { FindingRows } from './FindingRows.tsx'
import { FindingsNav } from './FindingsNav.tsx'
import { FlowSteps } from './FlowSteps.tsx'
import { HeaderPane } from './HeaderPane.tsx'
import { confirmRoster, dropPreview, goTo, startOver, stopImport, useImportRun } from './importRun.ts'
import type { Stage } from './importRun.ts'
import { PastImports } from './PastImports.tsx'
import { ResultPane } from './ResultPane.tsx'
import { sectionsOf } from './sections.ts'
import { StartPane } from './StartPane.tsx'
import { TotalsLine } from './TotalsLine.tsx'
import { useTaskProgress } from './useTaskProgress.ts'
import './ImportScreen.css'

/** 名册导入: choose, look, confirm. Nothing is written before 确认导入, and for thirty days it can be taken back. */
export function ImportScreen() {
  const { t } = useTranslation()
  const { state } = useSession()
  const userId = state.current?.id ?? null
  const run = useImportRun()
  const title = useRef<HTMLHeadingElement>(null)
  const last = useRef<Stage>(run.stage)
  useEffect(() => {
    if (useImportRun.getState().userId !== userId) startOver(userId)
  }, [userId])
  // A new step is read out from its title.
  useEffect(() => {
    if (last.current !== run.stage) title.current?.focus()
    last.current = run.stage
  }, [run.stage])
  const isLooking = run.preview !== null && (run.stage === 'header' || run.stage === 'findings' || run.stage === 'writing')
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1} ref={title}>{t('importing.title')}</h1>
        <p className="facts-line">{run.fileName !== null && <FileFacts fileName={run.fileName} preview={run.preview} />}</p>
        <FlowSteps stage={run.stage} />
      </div>
      {run.problem !== null && <div className="import-inset"><Notice kind="bad" urgent>{run.problem.message}</Notice></div>}
      {run.stopped && <div className="import-inset" role="status"><Notice>{t('importing.stopped')}</Notice></div>}
      {run.stage === 'choose' && <StartPane />}
      {run.stage === 'reading' && <Reading />}
      {isLooking && run.preview !== null && <Looking preview={run.preview} stage={run.stage} />}
      {run.stage === 'done' && run.outcome !== null && <ResultPane outcome={run.outcome} />}
      {!isLooking && run.stage !== 'reading' && (
        <div className="page-scroll" data-region tabIndex={-1}><PastImports /></div>
      )}
    </div>
  )
}

function FileFacts({ fileName, preview }: { readonly fileName: string; readonly preview: ImportPreview | null }) {
  const { t } = useTranslation()
  return (
    <>
      <span>{fileName}</span>
      {preview !== null && <span>{t('importing.fileFacts', { sheets: preview.sheets.length, rows: preview.counts.rows.toLocaleString('en-US') })}</span>}
    </>
  )
}

function Reading() {
  const { t } = useTranslation()
  const api = useApi()
  const progress = useTaskProgress('preview')
  return (
    <div className="import-inset">
      <Progress label={t('importing.reading')} done={progress?.done ?? 0} total={progress?.total ?? null} unit={t('importing.rowUnit')} onCancel={() => void stopImport(api)} />
      <p className="soft small">{t('importing.readingSafe')}</p>
    </div>
  )
}

function Looking({ preview, stage }: { readonly preview: ImportPreview; readonly stage: Stage }) {
  const { t, i18n } = useTranslation()
  const api = useApi()
  const lang = codeLanguage(i18n.language)
  const sections = useMemo(() => sectionsOf(preview, lang), [preview, lang])
  const items = sections.flatMap((section) => section.items)
  const [chosen, setChosen] = useState('')
  const progress = useTaskProgress('confirm')
  const item = items.find((each) => each.id === chosen) ?? items[0]
  const comesIn = preview.counts.fresh + preview.counts.changed + preview.counts.same
  return (
    <>
      <TotalsLine counts={preview.counts} />
      {stage === 'writing' && (
        <div className="import-inset">
          <Progress label={t('importing.writing')} done={progress?.done ?? 0} total={progress?.total ?? comesIn} unit={t('importing.personUnit')} onCancel={() => void stopImport(api)} />
        </div>
      )}
      {stage === 'header' ? <HeaderPane preview={preview} /> : (
        <div className="import-columns">
          {item === undefined ? <EmptyState>{t('importing.nothingFound')}</EmptyState> : (
            <>
              <FindingsNav sections={sections} current={item.id} onChoose={(next) => setChosen(next.id)} />
              <FindingRows key={item.id} preview={preview} item={item} />
            </>
          )}
        </div>
      )}
      <div className="page-foot import-foot">
        <Button kind="quiet" size="sm" onPress={() => void dropPreview(api)}>{t('importing.drop')}</Button>
        {stage === 'findings' && <Button kind="quiet" size="sm" onPress={() => goTo('header')}>{t('importing.backToHeader')}</Button>}
        {stage !== 'header' && <span className="keys" aria-hidden="true"><span><b>J K</b> {t('importing.keys.rows')}</span><span><b>↑ ↓</b> {t('importing.keys.groups')}</span></span>}
        <span className="import-next">
          {stage === 'header' && <Button kind="primary" keys="Ctrl Enter" onPress={() => goTo('findings')}>{t('importing.headerRight')}</Button>}
          {stage === 'findings' && comesIn > 0 && <Button kind="primary" keys="Ctrl Enter" onPress={() => void confirmRoster(api)}>{t('importing.confirm')}</Button>}
          {stage === 'findings' && comesIn === 0 && <span>{t('importing.nobodyComesIn')}</span>}
          {stage === 'findings' && comesIn > 0 && <span className="soft"><Icon name="returned" /> {t('importing.undoPromise')}</span>}
        </span>
      </div>
    </>
  )
}
