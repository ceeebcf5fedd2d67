import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import { useSyncStatus } from './useSyncStatus.ts'
import './SyncFooter.css'

/** Lower left, always: what is not sent yet and how the link stands. */
export function SyncFooter() {
  const { t } = useTranslation()
  const status = useSyncStatus()
  if (status === null) return <div className="sync-footer" />
  const link = !status.enrolled ? t('sync.notEnrolled') : status.state === 'offline' ? t('sync.offline') : t(`sync.${status.state}`)
  const contact = status.lastContactAt === null ? '' : t('sync.lastContact', { when: clock(status.lastContactAt) })
  return (
    <div className="sync-footer">
      <a href="#/balance" title={t('balance.title')}>
        <Icon name={!status.enrolled || status.state === 'offline' ? 'offline' : status.unsent > 0 ? 'sending' : 'received'} />
        <span className="sync-words">{status.unsent > 0 ? t('sync.unsent', { count: status.unsent }) : status.enrolled ? t('sync.allSent') : t('sync.nothingWritten')}</span>
      </a>
      <span className="sync-when sync-words" role="status">{[link, contact].filter(Boolean).join('，')}</span>
    </div>
  )
}

function clock(instant: string): string {
  return new Date(instant).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
}
