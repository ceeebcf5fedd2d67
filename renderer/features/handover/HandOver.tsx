import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import type { Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useIdleLock } from '../../app/useIdleLock.ts'
import { useKeys } from '../../app/useKeys.ts'
import { useView } from '../../state/view.ts'
import { ConsentPage } from './ConsentPage.tsx'
import { HandOverPlace } from './context.ts'
import { EndPage } from './EndPage.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { LinesPage } from './LinesPage.tsx'
import { SignPage } from './SignPage.tsx'
import { useMatterLines } from './useMatterLines.ts'
import { useVoice } from './useVoice.ts'
import './handover.css'

type Turn = NonNullable<Output<'session.state'>['handOver']>

/** The screen is with the client: one matter a page, and no way to anything else. What is settled is written at once. */
export function HandOver({ turn }: { readonly turn: Turn }) {
  const { t } = useTranslation()
  const api = useApi()
  const { setState } = useSession()
  const { personId, cycleYear } = turn
  const [isLeaving, setIsLeaving] = useState(false)
  const { value: view, error, reload } = useQuery('handOver.view', { personId, cycleYear })
  function lock(by: 'idle' | 'person') {
    useView.setState({ lockedBy: by })
    void api.call('session.lock', {}).then((answer) => answer.ok && setState(answer.value))
  }
  useIdleLock(() => lock('idle'))
  useKeys({ 'ctrl+l': () => lock('person') })
  useEffect(() => {
    document.title = t('handOver.window')
  }, [t])

  return (
    <>
      {error !== null && view === null && (
        <main className="client-main" id="main" tabIndex={-1}>
          <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>
          <Button className="xl" icon="lock" onPress={() => setIsLeaving(true)}>{t('handOver.giveBack')}</Button>
        </main>
      )}
      {view !== null && <Matters turn={turn} view={view} onGiveBack={() => setIsLeaving(true)} />}
      <LeaveDialog open={isLeaving} who={view?.counsellor ?? ''} onStay={() => setIsLeaving(false)} />
    </>
  )
}

function Matters({ turn, view, onGiveBack }: { readonly turn: Turn; readonly view: Output<'handOver.view'>; readonly onGiveBack: () => void }) {
  const voice = useVoice()
  const lines = useMatterLines(view)
  const total = turn.matters.length
  // After a reload of the page it goes on at the first matter that is open still.
  const [at, setAt] = useState(() => firstOpen(turn, view))
  const matter = turn.matters[at]
  const { stop } = voice
  const place = useMemo(() => {
    const go = (to: number) => {
      stop()
      setAt(to)
    }
    return {
      personId: turn.personId, name: view.name, view, voice, place: Math.min(at + 1, total), total,
      back: at > 0 ? () => go(at - 1) : null,
      skip: at < total ? () => go(at + 1) : null,
      next: () => go(at + 1),
      giveBack: onGiveBack,
    }
  }, [turn.personId, view, voice, at, total, stop, onGiveBack])

  return (
    <HandOverPlace value={place}>
      {matter === undefined
        ? <EndPage key="end" />
        : matter === 'file' || matter === 'said'
          ? <LinesPage key={matter} matter={matter} lines={lines[matter]} />
          : matter === 'sign' ? <SignPage key="sign" /> : <ConsentPage key={matter} purpose={matter} />}
    </HandOverPlace>
  )
}

function firstOpen(turn: Turn, view: Output<'handOver.view'>): number {
  const at = turn.matters.findIndex((matter) => !view.done.some((one) => one.matter === matter))
  return at === -1 ? turn.matters.length : at
}
