import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'

/** How many records of each kind a file has, in words. */
export function useRecordCounts(): (records: Output<'duplicates.compare'>['survivor']['records']) => string {
  const { t, i18n } = useTranslation()
  return (records) => {
    const named = records.filter(({ entity, n }) => n > 0 && i18n.exists(`person.what.${entity}`))
    if (named.length === 0) return t('duplicates.noRecords')
    return named.map(({ entity, n }) => t('duplicates.records', { kind: t(`person.what.${entity as 'infoCheck'}`), count: n })).join('，')
  }
}
