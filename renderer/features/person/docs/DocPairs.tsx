import { useTranslation } from 'react-i18next'
import type { JsonObject } from '../../../api/client.ts'
import { isEmpty, valueAt } from '../../records/formSpec.ts'
import { useValueWords } from '../../records/useValueWords.ts'
import type { PartField, PartForm } from './partForm.ts'

/** A field of such a record in words; '' when there is nothing to show. */
export function usePartWords(): (field: PartField, value: unknown) => string {
  const { t } = useTranslation()
  const words = useValueWords()
  return (field, value) => {
    if (isEmpty(value) || field.kind === 'special') return ''
    if (field.kind === 'money') return `${(Number(value) / 100).toLocaleString('en-US')} ${t('records.unit.yuan')}`
    if (field.kind === 'yesNo') return t(`records.yesNo.${field.words ?? 'is'}.${value === true ? 'yes' : 'no'}`)
    return words(value, field.table)
  }
}

/** What a record says, field by field, without those that its head line says already. */
export function DocPairs({ form, body, without = [] }: { readonly form: PartForm; readonly body: JsonObject; readonly without?: readonly string[] }) {
  const { t } = useTranslation()
  const words = usePartWords()
  const pairs = form.groups.flatMap((group) => group.fields).flatMap((field) => {
    const value = without.includes(field.path) ? '' : words(field, valueAt(body, field.path))
    return value === '' ? [] : [{ field, value }]
  })
  if (pairs.length === 0) return null
  return (
    <dl className="pairs">
      {pairs.map(({ field, value }) => <div key={field.path}><dt>{t(`fileForms.field.${field.label}`)}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}
