import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'

interface FormNoticesProps {
  readonly resumed: { readonly savedAt: string } | null
  readonly correctingVersion: number | null
  readonly onDrop: () => void
  readonly onCancel: () => void
}

/** What this form is: the correction of a version, a draft of earlier. */
export function FormNotices({ resumed, correctingVersion, onDrop, onCancel }: FormNoticesProps) {
  const { t, i18n } = useTranslation()
  return (
    <>
      {correctingVersion !== null && (
        <Notice kind="info" action={<Button size="sm" onPress={onCancel}>{t('records.stopCorrecting')}</Button>}>{t('records.correcting', { count: correctingVersion })}</Notice>
      )}
      {resumed !== null && (
        <Notice kind="info" action={<Button size="sm" onPress={onDrop}>{t('records.dropDraft')}</Button>}>
          {t('records.resumed', { time: momentOf(resumed.savedAt, i18n.language) })}
        </Notice>
      )}
    </>
  )
}

function momentOf(instant: string, language: string): string {
  return new Date(instant).toLocaleString(language, { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false }).replace('/', '-')
}
