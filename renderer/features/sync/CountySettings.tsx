import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { EnrolForm } from './EnrolForm.tsx'
import { SendNow } from './SendNow.tsx'
import { useSyncStatus } from './useSyncStatus.ts'
import { whenWords } from './when.ts'
import './CountySettings.css'

/** The part 县里的地址 of the settings: connect, how the link stands, send now. */
export function CountySettings() {
  const { t } = useTranslation()
  const { state } = useSession()
  const status = useSyncStatus()
  const [enrolled, setEnrolled] = useState<Output<'sync.enrol'> | null>(null)
  const [again, setAgain] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  // The form has gone: the focus goes to what tells how it went.
  useEffect(() => {
    if (enrolled !== null) title.current?.focus()
  }, [enrolled])
  if (status === null) return null
  const connected = (status.enrolled || enrolled !== null) && !again
  return (
    <section aria-labelledby="county-address">
      <h2 id="county-address" ref={title} tabIndex={-1}>{t('sync.countyAddress')}</h2>
      {enrolled !== null && (
        <div role="status">
          <Notice kind="ok">{t('sync.enrolled', { county: enrolled.countyName, name: enrolled.userName, role: t(`common.role.${enrolled.role}`) })}</Notice>
        </div>
      )}
      {!connected && (
        <>
          <p className="soft">{t('sync.notEnrolledHint')}</p>
          <EnrolForm onDone={(answer) => { setEnrolled(answer); setAgain(false) }} />
        </>
      )}
      {connected && (
        <>
          <dl className="pairs">
            <div><dt>{t('sync.server')}</dt><dd>{status.serverUrl ?? t('common.unknown')}</dd></div>
            <div><dt>{t('sync.scope')}</dt><dd>{status.scope ?? t('common.unknown')}</dd></div>
            <div><dt>{t('sync.link')}</dt><dd>{t(`sync.${status.state}`)}{status.lastContactAt !== null && <span className="soft"> {t('sync.lastContact', { when: whenWords(status.lastContactAt, state.today) })}</span>}</dd></div>
            <div><dt>{t('sync.toSend')}</dt><dd>{status.unsent > 0 ? t('sync.unsent', { count: status.unsent, n: status.unsent.toLocaleString('en-US') }) : t('sync.allSent')}</dd></div>
          </dl>
          {status.message !== null && <Notice>{status.message}</Notice>}
          {problem !== null && <Notice kind="bad" urgent>{problem}</Notice>}
          <div className="county-buttons">
            <SendNow status={status} onAnswer={setProblem} />
            <Button kind="quiet" onPress={() => setAgain(true)}>{t('sync.enrolAgain')}</Button>
          </div>
        </>
      )}
    </section>
  )
}
