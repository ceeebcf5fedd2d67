import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import type { SaveState } from './useRecordForm.ts'

/** Where the draft is. 已保存 is said only when it is on this disk. */
export function SaveLine({ save }: { readonly save: SaveState }) {
  const { t } = useTranslation()
  if (save.at === 'failed') return <span className="save-line bad" role="alert"><Icon name="alert" />{t('records.saveFailed', { message: save.message })}</span>
  const words = save.at === 'saved' ? t('records.saved', { time: clock(save.savedAt) }) : save.at === 'saving' ? t('records.saving') : t('records.notYet')
  return <span className="save-line soft" role="status">{save.at === 'saved' && <Icon name="check" />}{words}</span>
}

function clock(instant: string): string {
  return new Date(instant).toLocaleTimeString('zh-CN', { hour12: false })
}
