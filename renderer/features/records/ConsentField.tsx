import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import type { FieldProblem, JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { consentForm } from './forms.ts'
import { valueAt, withValue } from './formSpec.ts'
import { RecordField } from './RecordField.tsx'

interface ConsentFieldProps {
  readonly file: PersonFile
  readonly purpose: 'ASSESSMENT' | 'SHARE_EMPLOYER'
  readonly path: string
  readonly label: string
  readonly needed: boolean
  readonly cycleYear: string
  readonly today: string
  readonly value: unknown
  readonly error: string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onSaved: () => void
}

/** A separate consent for one purpose: the one on file, or one that lies on paper now and is recorded here. */
export function ConsentField(props: ConsentFieldProps) {
  const { file, purpose, path, label, needed, value, error, onSet, onSaved } = props
  const { t } = useTranslation()
  const api = useApi()
  const [draft, setDraft] = useState<JsonObject | null>(null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const consent = file.documents.find((document) => document.id === value)

  function open() {
    const scope = t(purpose === 'ASSESSMENT' ? 'records.consent.scopeAssessment' : 'records.consent.scopeShare')
    setDraft({ purpose, form: 'PAPER', givenBy: 'SELF', givenAt: props.today, scopeFields: [scope] })
  }

  async function record() {
    if (draft === null) return
    const answer = await api.call('records.complete', { kind: 'consent', personId: file.row.id, cycleYear: props.cycleYear, body: draft, replaces: null })
    if (!answer.ok) {
      setProblems(answer.error.fields ?? [{ path: 'givenAt', message: answer.error.message }])
      return
    }
    setDraft(null)
    setProblems([])
    onSet(path, answer.value.documentId)
    onSaved()
  }

  return (
    <fieldset className="consent-field" data-path={path}>
      <legend className="field-label">{label}{needed && <span className="field-required">{t('common.required')}</span>}</legend>
      {typeof value === 'string' && value !== ''
        ? (
          <p className="mark ok">
            <Icon name="check" />
            {t('records.consent.have', { date: String(consent?.body?.givenAt ?? ''), place: String(consent?.body?.paperLocation ?? '') })}
          </p>
        )
        : draft === null && (
          <p>
            <span className="soft">{t('records.consent.none')}</span> <Button size="sm" icon="pencil" onPress={open}>{t('records.consent.record')}</Button>
          </p>
        )}
      {draft !== null && (
        <div className="inline-form">
          {consentForm.groups[0]?.fields.filter((field) => field.show?.(draft) ?? true).map((field) => (
            <div key={field.path} className={`span-${field.width}`}>
              <RecordField
                spec={field}
                path={field.path}
                value={valueAt(draft, field.path)}
                error={problems.find((problem) => problem.path === field.path)?.message ?? null}
                onSet={(at, next) => setDraft((old) => (old === null ? old : withValue(old, at, next)))}
                onLeave={() => undefined}
              />
            </div>
          ))}
          <p className="span-6 inline-actions">
            <Button onPress={() => void record()}>{t('records.consent.save')}</Button>
            <Button kind="quiet" onPress={() => setDraft(null)}>{t('records.consent.cancel')}</Button>
          </p>
        </div>
      )}
      {error !== null && <p className="field-error" role="alert"><Icon name="alert" /><span>{error}</span></p>}
    </fieldset>
  )
}
