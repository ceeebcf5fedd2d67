import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeEntries } from '../../../domain/codes/index.ts'
import { useSession } from '../../api/SessionContext.tsx'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { DateField } from '../../components/DateField.tsx'
import { Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { goToPath } from '../records/goToPath.ts'
import { filled } from './useSaveDocument.ts'
import type { Errors } from './useSaveDocument.ts'
import { useGroupWords } from './useGroupWords.ts'

export type GraduateFormName = 'open' | 'change' | 'step' | 'outcome'

interface GraduateFormProps {
  readonly name: GraduateFormName
  readonly file: PersonFile
  readonly body: JsonObject
  readonly today: string
  /** By the path in the plan. */
  readonly errors: Errors
  readonly stepIndex: number
  readonly onChange: () => void
  readonly onSave: (changed: JsonObject) => Promise<boolean>
  readonly onCancel: () => void
}
type Fields = { readonly [field: string]: string | null }

/** One small form at a time: open the plan, change its head, write down a step, say what became of it. */
export function GraduateForm({ name, file, body, today, errors, stepIndex, onChange, onSave, onCancel }: GraduateFormProps) {
  const { t } = useTranslation()
  const words = useGroupWords()
  const { state } = useSession()
  const form = useRef<HTMLDivElement>(null)
  const [fields, setFields] = useState<Fields>((): Fields => {
    const known = (field: string) => (typeof body[field] === 'string' ? body[field] : null)
    if (name === 'step') return { kind: null, on: today, result: null, documentId: null }
    if (name === 'outcome') return { outcome: known('outcome'), outcomeOn: known('outcomeOn') ?? today, outcomeNote: known('outcomeNote') }
    return {
      openedOn: known('openedOn') ?? today, responsibleName: known('responsibleName') ?? state.current?.name ?? null,
      situation: known('situation'), goal: known('goal'),
    }
  })
  // The button that opened the form is gone: the focus goes into its first field.
  useEffect(() => goToPath(form.current, form.current?.querySelector<HTMLElement>('[data-path]')?.dataset.path ?? ''), [])
  const set = (field: string) => (value: string | null) => {
    setFields((old) => ({ ...old, [field]: value }))
    onChange()
  }
  const shared = (field: string) => {
    const path = name === 'step' ? `steps.${String(stepIndex)}.${field}` : field
    return { path, error: errors[path] ?? null }
  }
  const text = (field: string) => fields[field] ?? ''
  const services = file.documents.filter(({ entity, voided, body: service, on }) => entity === 'serviceRecord' && !voided && service !== null && on !== null)

  async function send() {
    if (await onSave(name === 'step' ? filled(fields) : { ...body, ...fields } as JsonObject)) return
    setTimeout(() => goToPath(form.current, form.current?.querySelector<HTMLElement>('[data-invalid]')?.dataset.path ?? ''))
  }
  return (
    <div className="small-form" ref={form} role="group" aria-label={t(`groups.graduate.form.${name}`)}>
      <h3>{t(`groups.graduate.form.${name}`)}</h3>
      {name === 'step' && (
        <>
          <Select label={t('groups.graduate.kind')} required value={fields.kind ?? null} onChange={set('kind')} {...shared('kind')}
            options={codeEntries('graduateStep').map(({ code }) => ({ value: code, label: words.code('graduateStep', code) }))} />
          <DateField label={t('groups.graduate.on')} required noFuture value={fields.on ?? null} onChange={set('on')} {...shared('on')} />
          <TextField label={t('groups.graduate.result')} value={text('result')} onChange={set('result')} maxLength={200} {...shared('result')} />
          {services.length > 0 && (
            <Select label={t('groups.graduate.link')} hint={t('groups.graduate.linkHint')} value={fields.documentId ?? 'none'} onChange={(value) => set('documentId')(value === 'none' ? null : value)} {...shared('documentId')}
              options={[{ value: 'none', label: t('groups.graduate.noLink') }, ...services.map(({ id, on, body: service }) => ({ value: id, label: `${on ?? ''} ${words.code('serviceType', String(service?.serviceType))}` }))]} />
          )}
        </>
      )}
      {name === 'outcome' && (
        <>
          <Select label={t('groups.graduate.outcome')} required value={fields.outcome ?? null} onChange={set('outcome')} {...shared('outcome')}
            options={codeEntries('graduateOutcome').map(({ code }) => ({ value: code, label: words.code('graduateOutcome', code) }))} />
          <DateField label={t('groups.graduate.outcomeOn')} required noFuture value={fields.outcomeOn ?? null} onChange={set('outcomeOn')} {...shared('outcomeOn')} />
          <TextField label={t('groups.graduate.outcomeNote')} value={text('outcomeNote')} onChange={set('outcomeNote')} maxLength={200} {...shared('outcomeNote')} />
        </>
      )}
      {(name === 'open' || name === 'change') && (
        <>
          <DateField label={t('groups.graduate.openedOn')} required noFuture value={fields.openedOn ?? null} onChange={set('openedOn')} {...shared('openedOn')} />
          <TextField label={t('groups.graduate.responsibleName')} required value={text('responsibleName')} onChange={set('responsibleName')} maxLength={32} {...shared('responsibleName')} />
          <TextField label={t('groups.graduate.situation')} lines={3} value={text('situation')} onChange={set('situation')} maxLength={500} {...shared('situation')} />
          <TextField label={t('groups.graduate.goal')} value={text('goal')} onChange={set('goal')} maxLength={200} {...shared('goal')} />
        </>
      )}
      <div className="form-buttons">
        <Button onPress={onCancel}>{t('groups.notNow')}</Button>
        <Button kind="primary" onPress={() => void send()}>{t(name === 'open' ? 'groups.graduate.open' : 'groups.save')}</Button>
      </div>
    </div>
  )
}
