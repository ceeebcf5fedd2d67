import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import type { FieldSpec } from '../records/formSpec.ts'
import { useRecordWords } from '../records/useRecordWords.ts'
import type { Visit } from './useVisit.ts'

/** What is known: read, not asked. With `canEdit` each can be changed after all. */
export function KnownFields({ fields, visit, canEdit = false }: { readonly fields: readonly FieldSpec[]; readonly visit: Visit; readonly canEdit?: boolean }) {
  const { t } = useTranslation()
  const words = useRecordWords(visit.file.documents)
  const shown = fields.map((field) => ({ field, said: words(field, visit.body) })).filter(({ said }) => said !== '')
  if (shown.length === 0) return null
  return (
    <dl className="visit-known">
      {shown.map(({ field, said }) => (
        <div key={field.path}>
          <dt>{t(`records.field.${field.label}`)}</dt>
          <dd>
            <span>{said}</span>
            {canEdit && <Button kind="quiet" size="sm" aria-label={t('visit.editOf', { field: t(`records.field.${field.label}`) })} onPress={() => visit.edit(field.path)}>{t('visit.edit')}</Button>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
