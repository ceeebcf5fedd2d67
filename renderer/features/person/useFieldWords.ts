import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { codeLanguage } from '../../i18n/index.ts'
import { basicFields, tableOfField } from './basicFields.ts'
import type { FieldName } from './basicFields.ts'

/** Values and names of fields in words, for reading. */
export function useFieldWords() {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const lang = codeLanguage(i18n.language)
    const label = (field: string) => (i18n.exists(`person.field.${field}`) ? t(`person.field.${field as FieldName}`) : field)
    function words(field: string, value: JsonObject[string] | undefined): string | null {
      if (value === undefined || value === null || value === '') return null
      if (field === 'photo') return t('person.photo.there')
      if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
      if (field === 'householdMembers' && Array.isArray(value)) return value.map((member) => memberWords(member as JsonObject)).join('、') || null
      if (Array.isArray(value)) return value.length === 0 ? null : value.map((each) => words(field, each) ?? '').join('、')
      if (typeof value === 'number') return value.toLocaleString('en-US')
      if (typeof value !== 'string') return null
      const table = tableOfField[field]
      return table === undefined ? value : codeLabel(table, value, lang)
    }
    /** 王小（女儿，未就业） */
    function memberWords(member: JsonObject): string {
      const about = [words('relation', member.relation), words('employmentState', member.state)].filter((part) => part !== null).join('，')
      return `${typeof member.name === 'string' ? member.name : ''}${about === '' ? '' : `（${about}）`}`
    }
    /** Grounds of an erasure are codes, reasons of a void are words. */
    const reason = (text: string) => codeLabel('erasureGround', text, lang)
    return { lang, label, words, reason, isKnown: (field: string) => basicFields.has(field) || i18n.exists(`person.field.${field}`) }
  }, [t, i18n])
}
