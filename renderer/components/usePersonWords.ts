import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../domain/codes/index.ts'
import type { PersonRow } from '../api/client.ts'
import { codeLanguage } from '../i18n/index.ts'

/** A person in words: what lists, the palette and the head of a file say alike. Unknown is a dash. */
export function usePersonWords() {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const lang = codeLanguage(i18n.language)
    const sex = (row: PersonRow) => (row.sex === null ? '' : codeLabel('sex', row.sex, lang))
    return {
      lang,
      sex,
      // F 44 in English: the columns are as narrow as the Chinese needs.
      sexAge: (row: PersonRow) => `${lang === 'en' ? sex(row).slice(0, 1) : sex(row)} ${row.age === null ? '' : String(row.age)}`.trim() || t('common.unknown'),
      disability: (row: PersonRow) =>
        row.category === null
          ? t('common.unknown')
          : `${short(codeLabel('category', row.category, lang))}${lang === 'en' ? ' ' : ''}${row.grade === null ? '' : codeLabel('grade', row.grade, lang)}`,
      place: (row: PersonRow) => [row.town, row.village].filter((part) => part !== null && part !== '').join(' ') || t('common.unknown'),
      flag: (code: string) => codeLabel('hardshipFlag', code, lang),
    }
  }, [t, i18n.language])
}

/** 视力残疾 -> 视力: the column head already says what it is. */
function short(label: string): string {
  return label.replace(/残疾$/, '')
}
