import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Masked } from '../../components/Masked.tsx'
import { useEdit } from '../../state/edits.ts'
import type { BasicField } from './basicFields.ts'
import { FieldEditor } from './FieldEditor.tsx'
import type { Typed } from './FieldEditor.tsx'
import { useFieldWords } from './useFieldWords.ts'
import type { Faults } from './useSaveFields.ts'

interface BasicFieldRowProps {
  readonly field: BasicField
  readonly file: PersonFile
  readonly canWrite: boolean
  /** Why it should be filled in, where it is empty. */
  readonly missing?: string | undefined
  /** What other fields of the file say against it. */
  readonly hint?: string | undefined
  readonly onSave: (field: string, fields: JsonObject) => Promise<Faults>
  readonly onVerify?: (field: string) => Promise<void>
}

/** One field to read; 改 opens it. What waits for a look at the paper says so, and why. */
export function BasicFieldRow({ field, file, canWrite, missing, hint, onSave, onVerify }: BasicFieldRowProps) {
  const { t } = useTranslation()
  const words = useFieldWords()
  const [typed, setTyped] = useEdit<Typed>(`${file.row.id} ${field.name}`)
  const editing = typed !== undefined && canWrite
  const editButton = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  const value = file.fields[field.name]
  const label = words.label(field.name)
  const isDerived = field.name === 'certNumber' && file.fields.certDerived === true
  const reason = file.verify[field.name] ?? (isDerived ? t('person.derivedWhy') : undefined)

  /** The button goes away with the mark: the focus goes to the field's own. */
  async function seen() {
    await onVerify?.(field.name)
    editButton.current?.focus()
  }
  useEffect(() => {
    if (wasEditing.current && !editing) editButton.current?.focus()
    wasEditing.current = editing
  }, [editing])

  if (editing) {
    return (
      <div className={`${field.opens === undefined && field.kind !== 'codes' ? `w${String(field.width)}` : 'w6'} editing`}>
        <dt className="hidden-text">{label}</dt>
        <dd>
          <FieldEditor
            field={field}
            fields={file.fields}
            typed={typed}
            onType={setTyped}
            onCancel={() => setTyped(undefined)}
            onDone={async (fields) => {
              const faults = await onSave(field.name, fields)
              if (faults === null) setTyped(undefined)
              return faults
            }}
          />
        </dd>
      </div>
    )
  }
  return (
    <div className={reason === undefined ? `w${String(field.width)}` : 'w6'}>
      <dt>{label}</dt>
      <dd>
        <span className="basic-value">
          {field.kind === 'hidden' || field.kind === 'hiddenFixed'
            ? <Masked personId={file.row.id} field={field.name as Input<'persons.reveal'>['field']} masked={typeof value === 'string' ? value : null} />
            : (words.words(field.name, value) ?? <span className="faint">{t('common.unknown')}</span>)}
          {canWrite && field.kind !== 'hiddenFixed' && (
            <Button ref={editButton} kind="quiet" size="sm" data-edit={field.name} aria-label={`${t('person.edit')} ${label}`} onPress={() => setTyped({})}>{t('person.edit')}</Button>
          )}
        </span>
        {missing !== undefined && <span className="small missing"><Icon name="open" />{missing}</span>}
        {hint !== undefined && <span className="small mark warn"><Icon name="alert" />{hint}</span>}
        {isDerived && <span className="tag derived">{t('person.derived')}</span>}
        {reason !== undefined && (
          <span className="verify">
            <span className="mark warn"><Icon name="ask" />{t('person.verify')}</span>
            <span className="small soft">{reason}</span>
            {canWrite && onVerify !== undefined && (
              <Button size="sm" aria-label={`${t('person.verified')} ${label}`} onPress={() => void seen()}>{t('person.verified')}</Button>
            )}
          </span>
        )}
      </dd>
    </div>
  )
}
