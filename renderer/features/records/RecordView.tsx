import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import { itemByCode } from '../../../domain/assessment/index.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { JsonObject, PersonFile, StepNumber } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { SyncMark } from '../../components/Marks.tsx'
import { TextField } from '../../components/TextField.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { offerUndo } from '../../state/view.ts'
import { formOf } from './forms.ts'
import { valueAt } from './formSpec.ts'
import type { FieldSpec } from './formSpec.ts'

interface RecordViewProps {
  readonly document: PersonFile['documents'][number]
  readonly step: StepNumber
  /** undefined: this role only reads. */
  readonly onCorrect?: (() => void) | undefined
  readonly onSaved: () => void
}

/** A completed record to read: in the order of its form, words for codes, with its version and its mark. */
export function RecordView({ document, step, onCorrect, onSaved }: RecordViewProps) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const body = document.body ?? {}
  return (
    <article className="record-view">
      <p className="record-view-head">
        <SyncMark mark={document.mark} />
        {document.version > 1 && <span className="tag">{t('records.version', { count: document.version })}</span>}
        {document.voided && <span className="mark bad">{t('records.voided', { reason: document.voidReason ?? '' })}</span>}
        {onCorrect !== undefined && !document.voided && (
          <span className="actions">
            <Button size="sm" icon="pencil" onPress={onCorrect}>{t('records.correct')}</Button>
            <VoidButton documentId={document.id} onSaved={onSaved} />
          </span>
        )}
      </p>
      {formOf(step).groups.filter((group) => group.show?.(body) ?? true).map((group) => {
        const pairs = group.fields.flatMap((field) => {
          const words = wordsOf(field, body)
          return words === null ? [] : [{ field, words }]
        })
        if (pairs.length === 0) return null
        return (
          <section key={group.label}>
            <h3>{t(`records.group.${group.label}`)}</h3>
            <dl className="pairs">
              {pairs.map(({ field, words }) => <div key={field.path}><dt>{t(`records.field.${field.label}`)}</dt><dd>{words}</dd></div>)}
            </dl>
          </section>
        )
      })}
    </article>
  )

  function wordsOf(field: FieldSpec, of: JsonObject): string | null {
    const value = valueAt(of, field.path)
    if (field.path === 'changes' && Array.isArray(value)) {
      return (value as unknown as { field: string; old: unknown; new: unknown }[]).map((change) => `${t(`person.field.${change.field}` as 'person.field.phone')}：${String(change.old ?? '—')} → ${String(change.new)}`).join('；')
    }
    if (field.path === 'items' || field.path === 'env') return gradesOf(value)
    if (field.path === 'advice') return adviceOf(of)
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null
    if (field.kind === 'rows') return (value as Record<string, unknown>[]).map((row) => (field.columns ?? []).map((column) => one(column, row[column.path])).filter((word) => word !== '').join(' ')).join('；')
    return one(field, value)
  }

  function one(field: FieldSpec, value: unknown): string {
    if (value === undefined || value === null) return ''
    if (field.kind === 'yesNo') return value === true ? t('records.yes') : t('records.no')
    if (field.kind === 'money') return (Number(value) / 100).toLocaleString('zh-CN')
    if (field.path === 'consentId' || field.path === 'shareConsentId') return t('records.yes')
    if (field.path === 'targetAreas') return (value as string[]).map((area) => (area === 'HOME' ? t('records.areas.home') : area === 'ANY' ? t('records.areas.any') : area)).join('、')
    const table = field.table
    if (table !== undefined) return (Array.isArray(value) ? (value as string[]) : [String(value)]).map((code) => codeLabel(table, code, language)).join('、')
    return Array.isArray(value) ? value.join('、') : String(value)
  }

  function gradesOf(value: unknown): string | null {
    if (!Array.isArray(value) || value.length === 0) return null
    return (value as unknown as { code: string; q?: number; value?: number }[]).map((item) => `${itemByCode(item.code)?.[language] ?? item.code} ${item.q ?? item.value}`).join('，')
  }

  function adviceOf(of: JsonObject): string | null {
    if (typeof of.supportLevel !== 'number') return null
    const forms = Array.isArray(of.suggestedForms) ? (of.suggestedForms as string[]).map((form) => codeLabel('suggestedForm', form, language)).join('、') : ''
    const level = t('records.scale.index', { index: String(of.index), level: of.supportLevel, word: codeLabel('supportLevel', String(of.supportLevel), language) })
    return `${level}。${forms}`
  }
}

function VoidButton({ documentId, onSaved }: { readonly documentId: string; readonly onSaved: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)

  async function send() {
    const answer = await api.call('records.void', { documentId, reason: reason.trim() })
    if (!answer.ok) {
      setError(answer.error.message)
      return
    }
    setOpen(false)
    offerUndo(t('records.voided', { reason }), answer.value.actionId)
    onSaved()
  }

  return (
    <>
      <Button size="sm" kind="danger" onPress={() => setOpen(true)}>{t('records.void')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('records.voidTitle')}
        actions={(
          <>
            <Button onPress={() => setOpen(false)}>{t('records.notVoid')}</Button>
            <Button kind="danger" isDisabled={reason.trim().length < 2} onPress={() => void send()}>{t('records.void')}</Button>
          </>
        )}
      >
        <p>{t('records.voidExplain')}</p>
        <TextField label={t('records.voidReason')} required value={reason} onChange={setReason} error={error} maxLength={200} autoFocus />
      </Dialog>
    </>
  )
}
