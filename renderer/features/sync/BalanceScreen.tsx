import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { SyncStatus } from '../../api/client.ts'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Progress } from '../../components/Progress.tsx'
import { useTaskProgress } from '../import/useTaskProgress.ts'
import { DaysTable } from './DaysTable.tsx'
import { Equation } from './Equation.tsx'
import { RefusedTray } from './RefusedTray.tsx'
import { SendNow } from './SendNow.tsx'
import { useSyncStatus } from './useSyncStatus.ts'
import { whenWords } from './when.ts'
import './BalanceScreen.css'

/** 对账单: what was written on this computer against what the county has, to the record. */
export function BalanceScreen() {
  const { t } = useTranslation()
  const { state } = useSession()
  const status = useSyncStatus()
  const { value, error, reload } = useQuery('sync.balance', {}, { reloadOn: (event) => event.type === 'sync' || event.type === 'changed' })
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('balance.title')}</h1>
        <p className="facts-line"><span>{state.current?.name}</span><span>{t('balance.thisComputer')}</span></p>
        {status !== null && (
          <div className="actions">
            {status.enrolled
              ? <SendNow status={status} primary onAnswer={setProblem} />
              : <a className="button primary md" href="#/settings">{t('sync.toEnrol')}</a>}
          </div>
        )}
      </div>
      {error !== null && <div className="balance-inset"><Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice></div>}
      {value !== null && <Equation balance={value} />}
      <div className="balance-inset">
        {problem !== null && <Notice kind="bad" urgent>{problem}</Notice>}
        {status !== null && <LinkNotice status={status} today={state.today} />}
        {status !== null && (status.state === 'sending' || status.state === 'receiving') && <Exchange status={status} />}
      </div>
      {value !== null && value.written === 0 && <EmptyState>{t('balance.empty')}</EmptyState>}
      {value !== null && value.written > 0 && (
        <div className="balance-columns">
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing inside takes the focus, and it must scroll by keys */}
          <div className="balance-days" data-region role="region" aria-label={t('balance.byDay')} tabIndex={0}><DaysTable balance={value} today={state.today} /></div>
          <RefusedTray />
        </div>
      )}
      <div className="page-foot">
        <span><Icon name="laptop" /> {t('balance.local')}</span>
        {status?.lastContactAt !== null && status?.lastContactAt !== undefined && <span>{t('sync.lastContact', { when: whenWords(status.lastContactAt, state.today) })}</span>}
      </div>
    </div>
  )
}

/** Why nothing goes out, what is safe, when the next try is. */
function LinkNotice({ status, today }: { readonly status: SyncStatus; readonly today: string }) {
  const { t } = useTranslation()
  if (!status.enrolled) return <Notice>{t('sync.notEnrolledHint')}</Notice>
  const words = status.message ?? (status.state === 'offline' ? t('sync.offlineHint') : null)
  if (words === null) return null
  const next = status.nextTryAt === null ? '' : t('sync.nextTry', { when: whenWords(status.nextTryAt, today) })
  // The messages come with or without their last stop.
  const stop = next !== '' && /[\p{L}\p{N}]$/u.test(words) ? t('balance.stop') : ''
  return <Notice kind={status.state === 'waiting' ? 'warn' : 'info'}>{words}{stop}{next}</Notice>
}

function Exchange({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation()
  const progress = useTaskProgress('sync')
  return <Progress label={t(status.state === 'receiving' ? 'sync.receiving' : 'sync.sending')} done={progress?.done ?? 0} total={progress?.total ?? null} unit={t('balance.unit')} />
}
