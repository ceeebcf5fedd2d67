import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'

export type Saved =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly reason: string }

/** 已保存 10:42:18，在这台电脑上. Said only when the store has answered that it is on the disk. */
export function SaveState({ saved }: { readonly saved: Saved }) {
  const { t, i18n } = useTranslation()
  return (
    <p className="small soft save-state" role="status">
      {saved.state === 'saving' && t('common.saving')}
      {saved.state === 'saved' && (
        <><span className="mark ok"><Icon name="check" /></span>{t('common.savedHere', { time: new Date(saved.at).toLocaleTimeString(i18n.language, { hour12: false }) })}</>
      )}
      {saved.state === 'failed' && <span className="mark bad save-failed"><Icon name="alert" />{t('common.unsavedReason', { reason: saved.reason })}</span>}
    </p>
  )
}
