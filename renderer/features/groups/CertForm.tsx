import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeEntries } from '../../../domain/codes/index.ts'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { DateField } from '../../components/DateField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { goToPath } from '../records/goToPath.ts'
import { useGroupWords } from './useGroupWords.ts'
import { filled, useSaveDocument } from './useSaveDocument.ts'

interface CertFormProps {
  readonly personId: string
  /** null: a new one. */
  readonly cert: PersonFile['documents'][number] | null
  readonly cancels: boolean
  readonly today: string
  readonly cycleYear: string
  readonly onDone: () => void
  readonly onCancel: () => void
}
type Fields = { readonly [field: string]: string | null }

export function CertForm({ personId, cert, cancels, today, cycleYear, onDone, onCancel }: CertFormProps) {
  const { t } = useTranslation()
  const words = useGroupWords()
  const form = useRef<HTMLDivElement>(null)
  const { save, errors, message, clear } = useSaveDocument('hardshipCert', personId)
  const [fields, setFields] = useState<Fields>(() => {
    const body = cert?.body ?? {}
    const text = (field: string) => (typeof body[field] === 'string' ? body[field] : null)
    const known = Object.fromEntries(['category', 'certNo', 'certifiedOn', 'org', 'cancelledOn', 'reason', 'note'].map((field) => [field, text(field)]))
    return cancels ? { ...known, cancelledOn: today } : cert === null ? { ...known, category: 'DISABLED' } : known
  })
  // The button that opened the form is gone: the focus goes into its first field.
  useEffect(() => goToPath(form.current, form.current?.querySelector<HTMLElement>('[data-path]')?.dataset.path ?? ''), [])
  const set = (field: string) => (value: string | null) => {
    setFields((old) => ({ ...old, [field]: value }))
    clear()
  }
  const shared = (field: string) => ({ path: field, error: errors[field] ?? null })
  const text = (field: string) => fields[field] ?? ''
  const isCancelled = cancels || cert?.body?.cancelledOn !== undefined

  async function send() {
    const isSaved = await save({
      body: filled({ ...cert?.body, ...fields }), cycleYear: cert?.cycleYear ?? cycleYear,
      replaces: cert === null || cert.headId === null ? null : { documentId: cert.id, changeId: cert.headId },
      words: t(cancels ? 'groups.cert.didCancel' : 'groups.cert.didSave'),
    })
    if (isSaved) onDone()
    else setTimeout(() => goToPath(form.current, form.current?.querySelector<HTMLElement>('[data-invalid]')?.dataset.path ?? ''))
  }
  return (
    <div className="small-form" ref={form} role="group" aria-label={t(cancels ? 'groups.cert.cancel' : cert === null ? 'groups.cert.add' : 'groups.cert.correct')}>
      {message !== null && <Notice kind="bad" urgent>{message}</Notice>}
      {!cancels && (
        <>
          <Select label={t('groups.cert.category')} required value={fields.category ?? null} onChange={set('category')} {...shared('category')}
            options={codeEntries('hardshipCategory').map(({ code }) => ({ value: code, label: words.code('hardshipCategory', code) }))} />
          <TextField label={t('groups.cert.certNo')} required value={text('certNo')} onChange={set('certNo')} maxLength={60} {...shared('certNo')} />
          <DateField label={t('groups.cert.certifiedOn')} required noFuture value={fields.certifiedOn ?? null} onChange={set('certifiedOn')} {...shared('certifiedOn')} />
          <TextField label={t('groups.cert.org')} required value={text('org')} onChange={set('org')} maxLength={80} {...shared('org')} />
        </>
      )}
      {isCancelled && (
        <>
          <DateField label={t('groups.cert.cancelledOn')} required noFuture value={fields.cancelledOn ?? null} onChange={set('cancelledOn')} {...shared('cancelledOn')} />
          <TextField label={t('groups.cert.reason')} required value={text('reason')} onChange={set('reason')} maxLength={200} {...shared('reason')} />
        </>
      )}
      <div className="form-buttons">
        <Button onPress={onCancel}>{t('groups.notNow')}</Button>
        <Button kind="primary" onPress={() => void send()}>{t(cancels ? 'groups.cert.cancel' : 'groups.save')}</Button>
      </div>
    </div>
  )
}
