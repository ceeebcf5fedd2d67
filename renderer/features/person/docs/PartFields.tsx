import { useTranslation } from 'react-i18next'
import type { FieldProblem, JsonObject } from '../../../api/client.ts'
import { AttachmentsField } from '../../attachments/AttachmentsField.tsx'
import { valueAt } from '../../records/formSpec.ts'
import { RecordField } from '../../records/RecordField.tsx'
import { shownParts } from './partForm.ts'
import type { PartForm } from './partForm.ts'

interface PartFieldsProps {
  readonly personId: string
  readonly form: PartForm
  readonly body: JsonObject
  /** The version that is being corrected. */
  readonly before: JsonObject | null
  readonly errors: readonly FieldProblem[]
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** The groups and fields of a form that its answers call for. */
export function PartFields({ personId, form, body, before, errors, onSet, onLeave }: PartFieldsProps) {
  const { t } = useTranslation()
  return shownParts(form, body).map((group) => (
    <section key={group.label} className="record-group" aria-label={t(`fileForms.group.${group.label}`)}>
      <h4>{t(`fileForms.group.${group.label}`)}</h4>
      <div className="record-grid">
        {group.fields.map((field) => (
          <div key={field.path} className={`span-${String(field.width)}`}>
            {field.kind === 'special'
              ? (
                <AttachmentsField
                  personId={personId} path={field.path} label={t(`fileForms.field.${field.label}`)} value={valueAt(body, field.path)} before={before?.[field.path]}
                  removed={body[`${field.path}Removed`]} errorAt={(path) => errors.find((problem) => problem.path === path)?.message ?? null} onSet={onSet} onLeave={onLeave}
                />
              )
              : (
                <RecordField
                  spec={field} path={field.path} label={t(`fileForms.field.${field.label}`)} value={valueAt(body, field.path)}
                  needed={typeof field.needed === 'function' ? field.needed(body) : (field.needed ?? false)}
                  error={errors.find(({ path }) => path === field.path)?.message ?? null}
                  onSet={onSet} onLeave={onLeave}
                />
              )}
          </div>
        ))}
      </div>
    </section>
  ))
}
