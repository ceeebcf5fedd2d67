import { useTranslation } from 'react-i18next'
import { useVoice } from './useVoice.ts'

/** Whether this computer can read to people, and what to do when not. */
export function VoiceSetting() {
  const { t } = useTranslation()
  const { canRead } = useVoice()
  return (
    <div className="field">
      <span className="field-label">{t('handOver.voice.title')}</span>
      <p className="small soft">{t(canRead ? 'handOver.voice.have' : 'handOver.voice.none')}</p>
    </div>
  )
}
