import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countyByCode } from '../../../domain/divisions/liaoning.ts'
import { codeEntries } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { CheckboxGroup, RadioGroup } from '../../components/Choices.tsx'
import { DateField } from '../../components/DateField.tsx'
import { ComboBox, Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { BasicField } from './basicFields.ts'
import { tidyValue } from './tidyValue.ts'
import { useFieldWords } from './useFieldWords.ts'

type Value = JsonObject[string] | undefined

interface FieldEditorProps {
  readonly field: BasicField
  readonly label: string
  readonly value: Value
  readonly onDone: (value: JsonObject[string]) => Promise<string | null>
  readonly onCancel: () => void
}

/** One field, opened for a change. Enter and 改好了 save it; Esc leaves the old value. */
export function FieldEditor({ field, label, value, onDone, onCancel }: FieldEditorProps) {
  const { t } = useTranslation()
  const { lang } = useFieldWords()
  const { state } = useSession()
  const [draft, setAnswer] = useState<Value>(value)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button, textarea')?.focus()
  }, [])

  function setDraft(next: Value) {
    setAnswer(next)
    setError(null)
  }
  async function done(next: Value = draft, isRead = false) {
    if (busy) return
    // A date that cannot be read shows its own error; saving now would empty the field.
    const unread = isRead || error !== null ? null : box.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')
    if (unread) {
      unread.focus()
      return
    }
    setBusy(true)
    const fault = await onDone(tidyValue(field.name, next))
    setBusy(false)
    setError(fault)
    if (fault !== null) box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }
  const towns = field.isTown === true ? (countyByCode(state.county?.code ?? '')?.towns ?? []) : []
  const options = field.table === undefined
    ? towns.map((town) => ({ value: town.name, label: town.name }))
    : codeEntries(field.table).map((entry) => ({ value: entry.code, label: entry[lang] }))
  const isList = field.kind === 'code' || towns.length > 0
  const one = typeof draft === 'string' ? draft : null
  const many = Array.isArray(draft) ? draft.filter((each): each is string => typeof each === 'string') : []
  const shared = { label, error, path: field.name }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in any control of the editor leaves the old value
    <div
      ref={box}
      className="field-editor"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return
        if (event.key !== 'Escape') return
        event.preventDefault()
        onCancel()
      }}
    >
      {((field.kind === 'text' && !isList) || field.kind === 'hidden' || field.kind === 'hiddenFixed') && (
        <TextField {...shared} value={one ?? ''} onChange={setDraft} onEnter={() => void done()} maxLength={field.max ?? 40} inputMode={field.kind === 'hidden' ? 'tel' : 'text'} />
      )}
      {field.kind === 'date' && <DateField {...shared} value={one} onChange={setDraft} onEnter={(next) => void done(next, true)} noFuture={field.noFuture ?? false} />}
      {isList && options.length <= 7 && <Select {...shared} value={one} onChange={setDraft} options={options} />}
      {isList && options.length > 7 && <ComboBox {...shared} value={one} onChange={setDraft} options={options} />}
      {field.kind === 'codes' && <CheckboxGroup {...shared} value={many} onChange={setDraft} options={options} />}
      {field.kind === 'yesNo' && (
        <RadioGroup
          {...shared} value={draft === true ? 'yes' : draft === false ? 'no' : null} onChange={(next) => setDraft(next === 'yes')}
          options={[{ value: 'yes', label: t('common.yes') }, { value: 'no', label: t('common.no') }]}
        />
      )}
      <div className="editor-buttons">
        <Button size="sm" kind="primary" isPending={busy} onPress={() => void done()}>{t('person.done')}</Button>
        <Button size="sm" onPress={onCancel}>{t('person.keepOld')}</Button>
      </div>
    </div>
  )
}
