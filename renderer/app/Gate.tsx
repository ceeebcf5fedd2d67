import { useTranslation } from 'react-i18next'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../api/SessionContext.tsx'
import { FirstRun } from '../features/first-run/FirstRun.tsx'
import { Trouble } from '../features/trouble/Trouble.tsx'
import { Unlock } from '../features/unlock/Unlock.tsx'
import { Frame } from './Frame.tsx'
import { Screens } from './Screens.tsx'
import './app.css'

const HandOver = lazy(() => import('../features/handover/HandOver.tsx').then((module) => ({ default: module.HandOver })))

/** Which of the worlds is on the screen: setting up, locked, in trouble, at work, in the hands of a client. */
export function Gate() {
  const { t } = useTranslation()
  const { state } = useSession()
  // First run goes on after the store exists: the recovery code is shown and the county is asked for.
  const [settingUp, setSettingUp] = useState(state.state === 'firstRun')
  return (
    <div className="app">
      <a className="skip" href="#main" onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}>{t('common.skip')}</a>
      {settingUp || state.state === 'firstRun'
        ? <FirstRun onDone={() => setSettingUp(false)} onBegin={() => setSettingUp(true)} />
        : state.state === 'locked'
          ? <Unlock />
          : state.state === 'unlocked'
            // The whole frame is gone, not hidden: nothing of it can be reached by a key or a link.
            ? state.handOver === null ? <Frame><Screens /></Frame> : <Suspense fallback={null}><HandOver turn={state.handOver} /></Suspense>
            : <Trouble />}
    </div>
  )
}
