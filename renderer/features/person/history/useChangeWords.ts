import { useTranslation } from 'react-i18next'
import type { JsonObject, PersonFile } from '../../../api/client.ts'
import { valueAt } from '../../records/formSpec.ts'
import type { FieldSpec } from '../../records/formSpec.ts'
import { consentForm, formOf } from '../../records/forms/index.ts'
import { useRecordWords } from '../../records/useRecordWords.ts'
import { usePartWords } from '../docs/DocPairs.tsx'
import { exclusionForm, periodForm, rightsAnswerForm } from '../docs/forms.ts'
import type { PartForm } from '../docs/partForm.ts'
import { useFieldWords } from '../useFieldWords.ts'

type Entry = PersonFile['timeline'][number]

export interface ChangeWords {
  readonly key: string
  readonly label: string
  /** null: the record is new. */
  readonly from: string | null
  readonly to: string | null
}

const steps = { infoCheck: 1, capabilityAssessment: 2, demandRegistration: 3, serviceRecord: 4 } as const
const parts: Readonly<Record<string, PartForm>> = { employmentPeriod: periodForm, exclusion: exclusionForm, rightsRequest: rightsAnswerForm }

/** The fields of a change as their forms call them, with codes as words. What no form shows (ids, marks of ours) is left out. */
export function useChangeWords(documents: PersonFile['documents']): (entry: Entry) => ChangeWords[] {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const recordWords = useRecordWords(documents)
  const partWords = usePartWords()

  return (entry) => {
    const [entity = '', kind = ''] = entry.what.split('.')
    const before = Object.fromEntries(entry.fields.map(({ field, from }) => [field, from])) as JsonObject
    const after = Object.fromEntries(entry.fields.map(({ field, to }) => [field, to])) as JsonObject
    if (entity === 'person') {
      return entry.fields.filter(({ field }) => fields.isKnown(field)).map(({ field, from, to }) => ({
        key: field, label: fields.label(field), from: fields.words(field, from) ?? t('common.unknown'), to: fields.words(field, to),
      }))
    }
    const isNew = kind === 'create'
    return specsOf(entity).flatMap(({ path, label, words }): ChangeWords[] => {
      const [from, to] = [words(before), words(after)]
      return from === to ? [] : [{ key: path, label, from: isNew ? null : from || t('common.unknown'), to: to === '' ? null : to }]
    })
  }

  function specsOf(entity: string): { readonly path: string; readonly label: string; readonly words: (body: JsonObject) => string }[] {
    const part = parts[entity]
    if (part !== undefined) {
      return part.groups.flatMap((group) => group.fields).map((field) => ({
        path: field.path, label: t(`fileForms.field.${field.label}`), words: (body) => partWords(field, valueAt(body, field.path)),
      }))
    }
    return formFields(entity).map((field) => ({ path: field.path, label: t(`records.field.${field.label}`), words: (body) => recordWords(field, body) }))
  }
}

function formFields(entity: string): readonly FieldSpec[] {
  if (entity === 'consent') return [...purpose, ...consentForm.groups.flatMap((group) => group.fields)]
  return entity in steps ? formOf(steps[entity as keyof typeof steps]).groups.flatMap((group) => group.fields) : []
}

/** Of a consent, what its form does not ask: which one it is, and whether it was taken back. */
const purpose: readonly FieldSpec[] = [
  { path: 'purpose', label: 'consentPurpose', kind: 'code', table: 'consentPurpose', width: 2 },
  { path: 'withdrawnAt', label: 'withdrawnAt', kind: 'date', width: 2 },
]
