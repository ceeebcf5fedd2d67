import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { useFieldWords } from '../person/useFieldWords.ts'
import type { duplicates as texts } from '../../i18n/zh-CN/duplicates.ts'

/** Names and values of everything that a file can hold, also of what is shown nowhere else. */
export function useCompareWords() {
  const { t, i18n } = useTranslation()
  const fields = useFieldWords()
  return {
    label: (field: string) =>
      i18n.exists(`duplicates.fields.${field}`) ? t(`duplicates.fields.${field as keyof (typeof texts)['fields']}`) : fields.label(field),
    words: (field: string, value: JsonObject[string] | undefined): string | null =>
      field === 'ageRule' && typeof value === 'string' ? codeLabel('ageRule', value, fields.lang) : fields.words(field, value),
  }
}
