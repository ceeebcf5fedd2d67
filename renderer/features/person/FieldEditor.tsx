import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeEntries } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckboxGroup, RadioGroup } from '../../components/Choices.tsx'
import { DateField } from '../../components/DateField.tsx'
import { ComboBox, Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { BasicField } from './basicFields.ts'
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
  const [draft, setDraft] = useState<Value>(value)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button, textarea')?.focus()
  }, [])

  async function done(next: Value = draft) {
    if (busy) return
    setBusy(true)
    const fault = await onDone(next === undefined || next === '' ? null : typeof next === 'string' ? next.trim() : next)
    setBusy(false)
    setError(fault)
    if (fault !== null) box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }
  const options = field.table === undefined ? [] : codeEntries(field.table).map((entry) => ({ value: entry.code, label: entry[lang] }))
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
      {(field.kind === 'text' || field.kind === 'hidden' || field.kind === 'hiddenFixed') && (
        <TextField {...shared} value={one ?? ''} onChange={setDraft} onEnter={() => void done()} maxLength={field.max ?? 40} inputMode={field.kind === 'hidden' ? 'tel' : 'text'} />
      )}
      {field.kind === 'date' && <DateField {...shared} value={one} onChange={setDraft} />}
      {field.kind === 'code' && options.length <= 7 && <Select {...shared} value={one} onChange={setDraft} options={options} />}
      {field.kind === 'code' && options.length > 7 && <ComboBox {...shared} value={one} onChange={setDraft} options={options} />}
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
