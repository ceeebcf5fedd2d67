import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { whenWords } from './when.ts'

/** What the county sent back, why, and the way to mend it and send it again. */
export function RefusedTray() {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const { value, error, reload } = useQuery('sync.refused', {}, { reloadOn: (event) => event.type === 'sync' || event.type === 'changed' })
  const [problem, setProblem] = useState<string | null>(null)
  const [sent, setSent] = useState(0)

  async function resend(changeIds: string[]) {
    setProblem(null)
    const answer = await api.call('sync.resend', { changeIds: changeIds.slice(0, 1000) })
    if (answer.ok) setSent(Math.min(changeIds.length, 1000))
    else setProblem(answer.error.message)
    reload()
  }
  return (
    <aside className="refused-tray" aria-labelledby="refused-title" data-region tabIndex={-1}>
      <div className="refused-head">
        <h2 id="refused-title">{t('balance.refusedTitle')}{value !== null && value.length > 0 && <span className="soft"> {value.length.toLocaleString('en-US')}</span>}</h2>
        {value !== null && value.length > 1 && <Button size="sm" icon="sending" onPress={() => void resend(value.map((each) => each.changeId))}>{t('balance.resendAll')}</Button>}
      </div>
      {error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>}
      {problem !== null && <Notice kind="bad" urgent>{problem}</Notice>}
      <p className="small soft" role="status">
        {sent > 0 ? t('balance.resent', { count: sent }) : value !== null && value.length === 0 ? t('balance.noneRefused') : t('balance.refusedHint')}
      </p>
      <ul>
        {(value ?? []).map((item) => (
          <li key={item.changeId} className="refused-item">
            <p>
              {item.personId === null ? <strong>{item.personName ?? t('common.unknown')}</strong> : <a className="strong" href={`#/person/${item.personId}`}>{item.personName ?? t('common.open')}</a>}
              {' '}<span className="soft">{item.what}</span>
            </p>
            <p className="mark bad wrap"><Icon name="returned" />{item.reason}</p>
            <p className="refused-foot">
              <span className="small soft">{t('balance.sentBack', { when: whenWords(item.at, state.today) })}</span>
              <Button size="sm" icon="sending" onPress={() => void resend([item.changeId])} aria-label={t('balance.resendOf', { name: item.personName ?? '', what: item.what })}>{t('balance.resend')}</Button>
            </p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
