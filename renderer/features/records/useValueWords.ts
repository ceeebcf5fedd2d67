import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import { codeLanguage } from '../../i18n/index.ts'

/** A stored value as people read it; '' when there is none. */
export function useValueWords(): (value: unknown, table?: CodeTableId) => string {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  return useCallback(
    (value, table) => {
      if (value === undefined || value === null || value === '') return ''
      if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
      const parts = Array.isArray(value) ? (value as unknown[]) : [value]
      return parts.map((part) => (table === undefined ? String(part) : codeLabel(table, String(part), language))).join('、')
    },
    [t, language],
  )
}
