import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import { codeLanguage } from '../../i18n/index.ts'
import type { groups as texts } from '../../i18n/zh-CN/groups.ts'

type FactName = keyof (typeof texts)['fact']

/** Tables of the facts that groups rest on. */
const tables: Readonly<Record<string, CodeTableId>> = {
  education: 'education', disabilityCategory: 'category', disabilityGrade: 'grade', antiPovertyType: 'antiPovertyType', unemployedReason: 'unemployedReason',
  socialAid: 'socialAid', workWillingness: 'workWillingness', employmentForm: 'employmentForm', sex: 'sex', hardshipFlags: 'hardshipFlag',
}

/** Groups, the facts behind them and the records that tell of a duty, in words. */
export function useGroupWords() {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const lang = codeLanguage(i18n.language)
    const code = (table: CodeTableId, value: string) => codeLabel(table, value, lang)
    return {
      lang,
      code,
      flag: (flag: string) => code('hardshipFlag', flag),
      pick: ({ zh, en }: { readonly zh: string; readonly en: string }) => (lang === 'en' ? en : zh),
      fact: (field: string) => (i18n.exists(`groups.fact.${field}`) ? t(`groups.fact.${field as FactName}`) : field),
      value: (field: string, value: string | number) => {
        if (value === 'true') return t('common.yes')
        const table = tables[field]
        return table === undefined || typeof value === 'number' ? String(value) : code(table, value)
      },
      source: (entity: string) => {
        if (entity === 'person') return t('groups.source.person')
        if (entity === 'household') return t('groups.source.household')
        return i18n.exists(`person.what.${entity}`) ? t(`person.what.${entity as 'infoCheck'}`) : entity
      },
    }
  }, [t, i18n])
}
