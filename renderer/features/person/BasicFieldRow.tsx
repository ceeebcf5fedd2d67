import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Masked } from '../../components/Masked.tsx'
import type { BasicField } from './basicFields.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { useFieldWords } from './useFieldWords.ts'

interface BasicFieldRowProps {
  readonly field: BasicField
  readonly file: PersonFile
  readonly canWrite: boolean
  /** Answers with what is wrong, null when it is on the disk. */
  readonly onSave: (field: string, value: JsonObject[string]) => Promise<string | null>
  readonly onVerify: (field: string) => Promise<void>
}

/** One field to read; 改 opens it. What waits for a look at the paper says so, and why. */
export function BasicFieldRow({ field, file, canWrite, onSave, onVerify }: BasicFieldRowProps) {
  const { t } = useTranslation()
  const words = useFieldWords()
  const [editing, setEditing] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  const value = file.fields[field.name]
  const label = words.label(field.name)
  const isDerived = field.name === 'certNumber' && file.fields.certDerived === true
  const reason = file.verify[field.name] ?? (isDerived ? t('person.derivedWhy') : undefined)

  /** The button goes away with the mark: the focus goes to the field's own. */
  async function seen() {
    await onVerify(field.name)
    editButton.current?.focus()
  }
  useEffect(() => {
    if (wasEditing.current && !editing) editButton.current?.focus()
    wasEditing.current = editing
  }, [editing])

  if (editing) {
    return (
      <div className={`w${String(field.width)} editing`}>
        <dt className="hidden-text">{label}</dt>
        <dd>
          <FieldEditor
            field={field}
            label={label}
            value={field.kind === 'hidden' ? undefined : value}
            onCancel={() => setEditing(false)}
            onDone={async (next) => {
              const fault = await onSave(field.name, next)
              if (fault === null) setEditing(false)
              return fault
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
            <Button ref={editButton} kind="quiet" size="sm" aria-label={`${t('person.edit')} ${label}`} onPress={() => setEditing(true)}>{t('person.edit')}</Button>
          )}
        </span>
        {isDerived && <span className="tag derived">{t('person.derived')}</span>}
        {reason !== undefined && (
          <span className="verify">
            <span className="mark warn"><Icon name="ask" />{t('person.verify')}</span>
            <span className="small soft">{reason}</span>
            {canWrite && (
              <Button size="sm" aria-label={`${t('person.verified')} ${label}`} onPress={() => void seen()}>{t('person.verified')}</Button>
            )}
          </span>
        )}
      </dd>
    </div>
  )
}
