import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import type { PlacedProblem } from './controls.ts'
import type { FieldLabel, FormSpec } from './formSpec.ts'

interface FormTopProps {
  readonly spec: FormSpec
  readonly resumed: { readonly savedAt: string } | null
  readonly correctingVersion: number | null
  readonly missing: readonly PlacedProblem[]
  readonly onGo: (path: string) => void
  readonly onDrop: () => void
  readonly onCancel: () => void
}

/** How many are named; the rest is found with Ctrl+E. */
const named = 4

/** What this form is (a correction, a draft of earlier) and what it still lacks. */
export function FormTop({ spec, resumed, correctingVersion, missing, onGo, onDrop, onCancel }: FormTopProps) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <p className="record-missing">
        {missing.length > 0 && t('records.left', { count: missing.length })}
        {missing.slice(0, named).map(({ path, at, message }) => (
          <button key={path} type="button" className="link-button" onClick={() => onGo(at ?? path)}>{labelOf(at ?? path) ?? message}</button>
        ))}
        {missing.length > named && <span aria-hidden="true">…</span>}
      </p>
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

  function labelOf(path: string): string | null {
    const fields = spec.groups.flatMap((group) => group.fields)
    const own = fields.find((each) => each.path === path) ?? fields.find((each) => path.startsWith(`${each.path}.`))
    if (own !== undefined) return t(`records.field.${own.label}`)
    return isAdvice(path) ? t(`records.field.${path}`) : null
  }
}

function isAdvice(path: string): path is FieldLabel {
  return ['suggestedForms', 'suggestedFamilies', 'suggestedTraining', 'accommodations', 'reasonIfChanged'].includes(path)
}

function momentOf(instant: string, language: string): string {
  return new Date(instant).toLocaleString(language, { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false }).replace('/', '-')
}
