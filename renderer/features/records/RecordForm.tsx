import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile, StepNumber } from '../../api/client.ts'
import { useKeys } from '../../app/useKeys.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { offerUndo } from '../../state/view.ts'
import { AdviceField } from './AdviceField.tsx'
import { AreasField } from './AreasField.tsx'
import { CompareRows } from './CompareRows.tsx'
import { ConsentField } from './ConsentField.tsx'
import { formOf } from './forms.ts'
import { valueAt } from './formSpec.ts'
import type { FieldSpec } from './formSpec.ts'
import { RecordField } from './RecordField.tsx'
import { RowsField } from './RowsField.tsx'
import { EnvironmentItems, ScaleItems } from './ScaleItems.tsx'
import { goToPath } from './goToPath.ts'
import { SaveLine } from './SaveLine.tsx'
import { isEmpty, useRecordForm } from './useRecordForm.ts'
import type { Correction } from './useRecordForm.ts'

interface RecordFormProps {
  readonly file: PersonFile
  readonly step: StepNumber
  readonly correction: Correction | null
  /** After completion: the next step to open, or null. */
  readonly onDone: (next: StepNumber | null) => void
  /** The file changed beside the record: a consent was recorded. */
  readonly onFileChanged: () => void
  readonly onCancel: () => void
}

/** One of the four forms. It saves itself as a draft; submitting completes the record or goes to the first thing that is missing. */
export function RecordForm({ file, step, correction, onDone, onFileChanged, onCancel }: RecordFormProps) {
  const { t } = useTranslation()
  const { state } = useSession()
  const spec = formOf(step)
  const form = useRecordForm({ kind: spec.kind, personId: file.row.id, cycleYear: state.cycleYear, correction })
  const { body, resumed, problems, errorAt, set, leave } = form
  const root = useRef<HTMLDivElement>(null)
  const resumedField = resumed?.field ?? null
  const isReady = body !== null

  // A draft goes on at the field where it was left.
  useEffect(() => {
    if (isReady && resumedField !== null) goToPath(root.current, resumedField)
  }, [isReady, resumedField])

  async function submit() {
    const saved = await form.submit()
    if (saved === null) {
      setTimeout(() => goToPath(root.current, root.current?.querySelector('.field-error')?.closest('[data-path]')?.getAttribute('data-path') ?? ''))
      return
    }
    offerUndo(t('records.completed', { step: t(`common.step.s${step}`) }), saved.actionId)
    onDone(step < 4 ? ((step + 1) as StepNumber) : null)
  }

  const firstProblem = problems[0]?.path ?? null
  useKeys({
    'ctrl+s': () => void form.flush(),
    'ctrl+e': firstProblem === null ? undefined : () => goToPath(root.current, firstProblem),
  })
  if (body === null) return <div className="record-form" aria-busy="true" />

  const missing = problems.filter((problem) => isEmpty(valueAt(body, problem.path)))
  return (
    <div className="record-form" ref={root}>
      <div className="record-top">
        {correction !== null && <Notice kind="info" action={<Button size="sm" onPress={onCancel}>{t('common.cancel')}</Button>}>{t('records.correcting', { count: file.documents.find((each) => each.id === correction.documentId)?.version ?? 1 })}</Notice>}
        {resumed !== null && (
          <Notice kind="info" action={<Button size="sm" onPress={() => void form.drop().then(onCancel)}>{t('records.dropDraft')}</Button>}>
            {t('records.resumed', { time: localTime(resumed.savedAt) })}
          </Notice>
        )}
        {missing.length > 0 && (
          <p className="record-missing">
            {t('records.left', { count: missing.length })}
            {missing.slice(0, 4).map((problem) => (
              <a key={problem.path} href={`#${problem.path}`} onClick={(event) => {
                event.preventDefault()
                goToPath(root.current, problem.path)
              }}>{labelOf(problem.path)}</a>
            ))}
          </p>
        )}
      </div>
      {spec.groups.filter((group) => group.show?.(body) ?? true).map((group) => (
        <section key={group.label} className="record-group" aria-labelledby={`group-${group.label}`}>
          <h3 id={`group-${group.label}`}>{t(`records.group.${group.label}`)}</h3>
          <div className="record-grid">
            {group.fields.filter((field) => field.show?.(body) ?? true).map((field) => <div key={field.path} className={`span-${field.width}`}>{render(field)}</div>)}
          </div>
        </section>
      ))}
      <div className="record-foot">
        <SaveLine save={form.save} />
        <span className="keys-line" aria-hidden="true"><kbd>Ctrl S</kbd> <kbd>Ctrl 1–4</kbd> <kbd>Ctrl E</kbd></span>
        <Button onPress={() => void form.flush()}>{t('records.saveDraft')}</Button>
        <Button kind="primary" keys="Ctrl Enter" onPress={() => void submit()}>
          {step < 4 && correction === null ? t('records.submit', { count: step + 1 }) : t('records.submitLast')}
        </Button>
      </div>
    </div>
  )

  function render(field: FieldSpec) {
    if (body === null) return null
    const value = valueAt(body, field.path)
    const error = errorAt(field.path)
    if (field.kind === 'rows') return <RowsField spec={field} value={value} errorAt={errorAt} onSet={set} onLeave={leave} />
    if (field.kind !== 'special') {
      return <RecordField spec={field} path={field.path} value={value} error={error} onSet={set} onLeave={leave} />
    }
    const consent = { file, path: field.path, label: t(`records.field.${field.label}`), needed: field.needed ?? false, cycleYear: state.cycleYear, today: state.today, value, error, onSet: set, onSaved: onFileChanged }
    switch (field.path) {
      case 'changes': return <CompareRows file={file} body={body} onSet={set} onLeave={leave} />
      case 'consentId': return <ConsentField {...consent} purpose="ASSESSMENT" />
      case 'shareConsentId': return <ConsentField {...consent} purpose="SHARE_EMPLOYER" />
      case 'items': return <ScaleItems body={body} error={error} onSet={set} />
      case 'env': return <EnvironmentItems body={body} error={error} onSet={set} />
      case 'advice': return <AdviceField file={file} body={body} today={state.today} errorAt={errorAt} onSet={set} onLeave={leave} />
      case 'targetAreas': return <AreasField value={value} error={error} onChange={(next) => set('targetAreas', next)} />
      default: return null
    }
  }

  function labelOf(path: string): string {
    const fields = spec.groups.flatMap((group) => group.fields)
    const field = fields.find((each) => each.path === path) ?? fields.find((each) => path.startsWith(`${each.path}.`) || each.path.startsWith(`${path}.`))
    if (field !== undefined) return t(`records.field.${field.label}`)
    return problems.find((problem) => problem.path === path)?.message ?? path
  }
}

function localTime(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false })
}
