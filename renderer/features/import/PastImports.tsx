import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import type { Output } from '../../api/client.ts'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Progress } from '../../components/Progress.tsx'
import { forgetOutcome, stopImport } from './importRun.ts'
import { localDay } from './localDay.ts'
import { useTaskProgress } from './useTaskProgress.ts'

type PastImport = Output<'roster.imports'>[number]
type Undone = Output<'roster.undo'>

/** Imports that were made, newest first, each with the day until which it can be taken back. */
export function PastImports() {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const { value, error, reload } = useQuery('roster.imports', {})
  const [asked, setAsked] = useState<PastImport | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [undone, setUndone] = useState<Undone | null>(null)
  const progress = useTaskProgress('undo')
  const title = useRef<HTMLHeadingElement>(null)

  async function undo(actionId: string) {
    setAsked(null)
    setProblem(null)
    setUndone(null)
    setBusy(true)
    // The button that was pressed goes away with the undo: the focus waits at the heading above it.
    title.current?.focus()
    const answer = await api.call('roster.undo', { actionId })
    setBusy(false)
    if (answer.ok) {
      setUndone(answer.value)
      forgetOutcome(actionId)
    } else setProblem(answer.error.message)
    reload()
    title.current?.focus()
  }

  return (
    <section aria-labelledby="past-imports" className="past-imports">
      <div className="part-head"><h2 id="past-imports" ref={title} tabIndex={-1}>{t('importing.lastImports')}</h2></div>
      {error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>}
      {busy && (
        <div className="import-inset">
          <Progress label={t('importing.undoing')} done={progress?.done ?? 0} total={progress?.total ?? null} unit={t('importing.personUnit')} onCancel={() => void stopImport(api)} />
        </div>
      )}
      {problem !== null && <div className="import-inset"><Notice kind="bad" urgent>{problem}</Notice></div>}
      {undone !== null && <div className="import-inset"><UndoneNotice undone={undone} /></div>}
      {value !== null && value.length === 0 && <EmptyState>{t('importing.empty')}</EmptyState>}
      {value !== null && value.length > 0 && (
        <table className="plain-table past-table">
          <thead>
            <tr>
              <th scope="col">{t('importing.file')}</th><th scope="col">{t('importing.when')}</th>
              <th scope="col" className="number">{t('importing.added')}</th><th scope="col" className="number">{t('importing.updated')}</th>
              <th scope="col" className="number">{t('importing.leftOut')}</th><th scope="col">{t('importing.takeBack')}</th>
            </tr>
          </thead>
          <tbody>
            {value.map((run) => (
              <tr key={run.actionId}>
                <th scope="row">{run.fileName}</th>
                <td data-title={t('importing.when')}>{shortDate(localDay(run.at), state.today)} <span className="soft">{run.actor}</span></td>
                <td className="number" data-title={t('importing.added')}>{run.added.toLocaleString('en-US')}</td>
                <td className="number" data-title={t('importing.updated')}>{run.updated.toLocaleString('en-US')}</td>
                <td className="number" data-title={t('importing.leftOut')}>{run.leftOut.toLocaleString('en-US')}</td>
                <td>
                  {run.undone
                    ? <span className="soft">{t('importing.undone')}</span>
                    : run.undoableUntil === null
                      ? <span className="soft">{t('importing.tooLate')}</span>
                      : (
                        <span className="past-undo">
                          <Button size="sm" icon="returned" isDisabled={busy} onPress={() => setAsked(run)} aria-label={t('importing.undoOf', { file: run.fileName })}>{t('common.undo')}</Button>
                          <span className="soft small">{t('importing.until', { date: shortDate(run.undoableUntil, state.today) })}</span>
                        </span>
                      )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('importing.undoTitle')}
        actions={
          <>
            <Button onPress={() => setAsked(null)}>{t('importing.keepImport')}</Button>
            <Button kind="danger" onPress={() => void (asked !== null && undo(asked.actionId))}>{t('importing.undoDo')}</Button>
          </>
        }
      >
        <p>{t('importing.undoAsk', { file: asked?.fileName ?? '', added: (asked?.added ?? 0).toLocaleString('en-US'), updated: (asked?.updated ?? 0).toLocaleString('en-US') })}</p>
        <p className="soft">{t('importing.undoKeeps')}</p>
      </Dialog>
    </section>
  )
}

function UndoneNotice({ undone }: { readonly undone: Undone }) {
  const { t } = useTranslation()
  const names = undone.kept.join('、')
  return (
    <div role="status">
      <Notice kind={undone.kept.length === 0 ? 'ok' : 'warn'}>
        {t('importing.undoneCount', { count: undone.undone, n: undone.undone.toLocaleString('en-US') })}
        {undone.kept.length > 0 && <> {t('importing.undoneKept', { count: undone.kept.length, names })}</>}
      </Notice>
    </div>
  )
}
