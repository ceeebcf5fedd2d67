import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { SyncStatus } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'
import type { IconName } from '../../components/Icon.tsx'
import { useSyncStatus } from './useSyncStatus.ts'
import { whenWords } from './when.ts'
import './SyncFooter.css'

/** Lower left, always: what is not sent yet, what came back, and how the link stands. */
export function SyncFooter() {
  const { t } = useTranslation()
  const { state } = useSession()
  const status = useSyncStatus()
  if (status === null) return <div className="sync-footer" />
  const contact = status.lastContactAt === null ? '' : t('sync.lastContact', { when: whenWords(status.lastContactAt, state.today) })
  const link = status.enrolled ? t(`sync.${status.state}`) : t('sync.notEnrolled')
  const words = status.unsent > 0 ? t('sync.unsent', { count: status.unsent, n: status.unsent.toLocaleString('en-US') }) : status.enrolled ? t('sync.allSent') : t('sync.nothingWritten')
  return (
    <div className="sync-footer">
      <a href="#/balance" title={[words, link].join(t('sync.comma'))}>
        <Icon name={iconOf(status)} />
        <span className="sync-words">{words}</span>
      </a>
      {status.refused > 0 && (
        <a href="#/balance" className="sync-refused" title={t('sync.refused', { count: status.refused })}>
          <Icon name="returned" />
          <span className="sync-words">{t('sync.refused', { count: status.refused })}</span>
        </a>
      )}
      <span className="sync-when sync-words" role="status">{[link, contact].filter(Boolean).join(t('sync.comma'))}</span>
    </div>
  )
}

function iconOf({ enrolled, state, unsent }: SyncStatus): IconName {
  if (!enrolled || state === 'offline') return 'offline'
  if (state === 'sending' || state === 'receiving') return 'sending'
  return unsent > 0 ? 'laptop' : 'received'
}
