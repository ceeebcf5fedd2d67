import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, JsonObject } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { basicFields } from './basicFields.ts'
import type { BasicField } from './basicFields.ts'
import { FieldControl } from './FieldControl.tsx'
import type { FieldValue } from './FieldControl.tsx'
import { tidyValue } from './tidyValue.ts'
import { useFieldWords } from './useFieldWords.ts'
import type { Faults } from './useSaveFields.ts'

/** What was typed so far, by field; fields that were not touched are not in it. */
export type Typed = JsonObject

interface FieldEditorProps {
  readonly field: BasicField
  readonly fields: JsonObject
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
  readonly onDone: (fields: JsonObject) => Promise<Faults>
  readonly onCancel: () => void
}

/** One field, opened for a change, and below it what the answer calls for. Enter and 改好了 save them; Esc leaves the old values. */
export function FieldEditor({ field, fields, typed, onType, onDone, onCancel }: FieldEditorProps) {
  const { t } = useTranslation()
  const words = useFieldWords()
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const now = { ...fields, ...typed }
  const opened = (field.opens ?? []).flatMap((name) => basicFields.get(name) ?? []).filter((each) => each.show?.(now) ?? true)
  const all = [field, ...opened]

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button, textarea')?.focus()
  }, [])

  function valueOf(each: BasicField): FieldValue {
    if (Object.hasOwn(typed, each.name)) return typed[each.name]
    // Covered values never come whole to the page: they are typed anew or left.
    return each.kind === 'hidden' ? undefined : fields[each.name]
  }
  function set(name: string, value: FieldValue) {
    onType({ ...typed, [name]: value ?? null })
    setProblems((old) => old.filter(({ path }) => path.split('.')[0] !== name))
  }
  /** What was typed, and what is asked for but still empty, so that the rules can say so at the field. */
  function toSave(last: Typed): JsonObject {
    const asked = all.filter((each) => each === field ? each.kind !== 'hidden' || Object.hasOwn(last, each.name) : Object.hasOwn(last, each.name) || isBlank(fields[each.name]))
    return Object.fromEntries(asked.map((each) => [each.name, tidyValue(each.name, Object.hasOwn(last, each.name) ? last[each.name] : fields[each.name])]))
  }
  async function done(last: Typed = typed, isRead = false) {
    if (busy) return
    // A date that cannot be read shows its own error; saving now would empty the field.
    const unread = isRead || problems.length > 0 ? null : box.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')
    if (unread) {
      unread.focus()
      return
    }
    const values = toSave(last)
    if (Object.keys(values).length === 0) {
      onCancel()
      return
    }
    setBusy(true)
    const faults = await onDone(values)
    setBusy(false)
    if (faults === null) return
    const found = faults.fields.length === 0 ? [{ path: field.name, message: faults.message }] : faults.fields
    setProblems(found)
    const first = all.find(({ name }) => found.some(({ path }) => path.split('.')[0] === name)) ?? field
    setTimeout(() => box.current?.querySelector<HTMLElement>(`[data-path="${first.name}"] :is(input, button)`)?.focus())
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in any control of the editor leaves the old value
    <div
      ref={box}
      className="field-editor"
      role="group"
      aria-label={words.label(field.name)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return
        if (event.key !== 'Escape') return
        event.preventDefault()
        onCancel()
      }}
    >
      {all.map((each) => (
        <FieldControl
          key={each.name}
          field={each}
          label={words.label(each.name)}
          value={valueOf(each)}
          error={problems.find(({ path }) => path.split('.')[0] === each.name)?.message ?? null}
          onChange={(value) => set(each.name, value)}
          onEnter={(value) => void done(value === undefined ? typed : { ...typed, [each.name]: value }, value !== undefined)}
        />
      ))}
      <div className="editor-buttons">
        <Button size="sm" kind="primary" isPending={busy} onPress={() => void done()}>{t('person.done')}</Button>
        <Button size="sm" onPress={onCancel}>{t('person.keepOld')}</Button>
      </div>
    </div>
  )
}

function isBlank(value: FieldValue): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
