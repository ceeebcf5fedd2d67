import { useTranslation } from 'react-i18next'
import { codeEntries } from '../../../domain/codes/index.ts'
import { addMonths } from '../../../domain/plan/index.ts'
import { useQuery } from '../../api/useQuery.ts'
import { codeLanguage } from '../../i18n/index.ts'
import type { FieldSpec } from '../records/formSpec.ts'
import { keyed } from './optionKeys.ts'
import type { KeyedOption } from './optionKeys.ts'
import { compareGroups } from './questions.ts'
import type { Question } from './questions.ts'

/** What may be chosen by key. Values are texts here; `valueOf` makes of them what the record keeps. */
export function useOptions(question: Question, today: string): { readonly options: readonly KeyedOption[]; readonly valueOf: (option: string) => unknown; readonly optionOf: (value: unknown) => string | null } {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const field = question.fields[0] as FieldSpec
  const isArea = field.path === 'targetAreas'
  // The towns do not change while a visit goes on.
  const places = useQuery('persons.places', {}, { when: isArea, reloadOn: () => false })

  if (isArea) {
    const towns = (places.value ?? []).map(({ town }) => town).filter((town) => town !== '')
    return plain([['HOME', t('records.areas.home')], ['ANY', t('records.areas.any')], ...towns.map((town) => [town, town] as const)])
  }
  if (question.kind === 'met') return plain((['met', 'UNREACHABLE', 'REFUSED', 'EXCLUDED'] as const).map((way) => [way, t(`visit.met.${way}`)]))
  if (question.kind === 'agree' || question.kind === 'work') return plain([['same', t('visit.agree.same')], ['changed', t('visit.agree.changed')]])
  if (question.kind === 'unchanged') return plain([['same', t('records.review.same')], ['changed', t('records.review.changed')]])
  if (question.kind === 'review') return plain([['confirm', t('visit.review.confirm')], ['anew', t('visit.review.anew')]])
  if (field.kind === 'yesNo') {
    const words = field.words ?? 'is'
    return {
      options: keyed([{ value: 'yes', label: t(`records.yesNo.${words}.yes`) }, { value: 'no', label: t(`records.yesNo.${words}.no`) }]),
      valueOf: (option) => option === 'yes',
      optionOf: (value) => (value === true ? 'yes' : value === false ? 'no' : null),
    }
  }
  if (field.kind === 'rating') return numbers((['1', '2', '3', '4', '5'] as const).map((mark) => [mark, t(`records.rating.r${mark}`)]))
  if (field.path === 'minutes') return numbers([30, 45, 60, 90].map((count) => [String(count), t('visit.minutes', { count })]))
  if (field.path === 'availableFrom') return plain([[today, t('visit.from.today')], [`${addMonths(today, 1).slice(0, 8)}01`, t('visit.from.nextMonth')]])
  if (field.path === 'followUpOn') return plain([1, 2, 3, 6].map((count) => [addMonths(today, count), t('visit.inMonths', { count, date: addMonths(today, count).slice(5) })]))
  return plain(field.table === undefined ? [] : codeEntries(field.table).map((entry) => [entry.code, entry[language]]))
}

function plain(entries: readonly (readonly [value: string, label: string])[]) {
  return { options: options(entries), valueOf: (option: string): unknown => option, optionOf: (value: unknown) => (typeof value === 'string' && value !== '' ? value : null) }
}
function numbers(entries: readonly (readonly [value: string, label: string])[]) {
  return { options: options(entries), valueOf: (option: string): unknown => Number(option), optionOf: (value: unknown) => (typeof value === 'number' ? String(value) : null) }
}
function options(entries: readonly (readonly [value: string, label: string])[]): KeyedOption[] {
  return keyed(entries.map(([value, label]) => ({ value, label })))
}

export function groupOf(question: Question): (typeof compareGroups)[number] {
  return compareGroups.find((group) => question.path === `changes.@${group}`) ?? 'contact'
}
