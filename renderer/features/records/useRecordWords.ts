import { useTranslation } from 'react-i18next'
import { instrumentOf, itemOf } from '../../../domain/assessment/index.ts'
import { maskPhone } from '../../../domain/privacy/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { codeLanguage } from '../../i18n/index.ts'
import { basicFields } from '../person/basicFields.ts'
import type { Change } from './CompareGroup.tsx'
import { consentWords as wordsOfConsent } from './consentWords.ts'
import { covered } from './covered.ts'
import { isEmpty, valueAt } from './formSpec.ts'
import type { FieldSpec } from './formSpec.ts'
import { useValueWords } from './useValueWords.ts'

/** A field of a completed record in words; '' when there is nothing to show. Telephones and numbers stay covered. */
export function useRecordWords(documents: PersonFile['documents']): (field: FieldSpec, body: JsonObject) => string {
  const { t, i18n } = useTranslation()
  const valueWords = useValueWords()
  const language = codeLanguage(i18n.language)
  return (field, body) => {
    const value = valueAt(body, field.path)
    if (field.path === 'advice') return adviceWords(body)
    if (field.path === 'review') return isEmpty(body.reviewOf) ? '' : t('records.review.was', { date: documents.find(({ id }) => id === body.reviewOf)?.on ?? '' })
    if (field.path === 'signature.paperLocation') return isEmpty(valueAt(body, 'signature.image')) ? one(field, value) : t('signing.signedOn')
    if (field.path === 'attachments') return attachmentWords(value)
    if (isEmpty(value) || field.path === 'items' || field.path === 'env') return ''
    if (field.path === 'changes') return (value as unknown as Change[]).map(changeWords).join('；')
    if (field.path === 'callLog.phone') return maskPhone(String(value), 'SCREEN') ?? ''
    if (field.path === 'targetAreas') return (value as string[]).map((area) => (area === 'HOME' ? t('records.areas.home') : area === 'ANY' ? t('records.areas.any') : area)).join('、')
    if (field.kind === 'special') return consentWords(value)
    if (field.kind === 'rows') return (value as Record<string, unknown>[]).map((row) => (field.columns ?? []).map((column) => one(column, row[column.path])).filter((word) => word !== '').join('，')).join('；')
    return one(field, value)
  }

  function one(field: FieldSpec, value: unknown): string {
    if (isEmpty(value)) return ''
    if (field.kind === 'yesNo') return t(`records.yesNo.${field.words ?? 'is'}.${value === true ? 'yes' : 'no'}`)
    if (field.kind === 'money') return `${(Number(value) / 100).toLocaleString('en-US')} ${unit(field)}`
    if (field.kind === 'number') return `${Number(value).toLocaleString('en-US')} ${unit(field)}`
    if (field.kind === 'rating') return t(`records.rating.r${Number(value) as 1}`)
    return valueWords(value, field.table)
  }

  function attachmentWords(value: unknown): string {
    const list = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
    return list.map(({ name, location }) => [name, location].filter((word) => !isEmpty(word)).join('，')).join('；')
  }

  function unit(field: FieldSpec): string {
    return field.unit === undefined ? '' : t(`records.unit.${field.unit}`)
  }

  function consentWords(id: unknown): string {
    const consent = documents.find((document) => document.id === id)
    if (consent === undefined) return t('records.consent.given')
    return wordsOfConsent(consent.body ?? {}, t)
  }

  function changeWords({ field, old, new: after }: Change): string {
    const known = basicFields.get(field)
    const label = known === undefined ? field : t(`person.field.${known.name}`)
    const words = (value: unknown) => covered(field, valueWords(value, known?.table)) || t('common.unknown')
    return old === undefined ? `${label} → ${words(after)}` : `${label} ${words(old)} → ${words(after)}`
  }

  function adviceWords(body: JsonObject): string {
    if (typeof body.supportLevel !== 'number') return ''
    const level = t('records.scale.index', { index: Number(body.index ?? 0).toFixed(1), level: body.supportLevel, word: valueWords(body.supportLevel, 'supportLevel') })
    const instrument = instrumentOf(body.instrumentVersion)
    const lines = (Array.isArray(body.accommodations) ? body.accommodations : []) as unknown as { item: string; text: string }[]
    const parts = [
      level,
      named('suggestedForms', valueWords(body.suggestedForms, 'suggestedForm')),
      named('suggestedFamilies', valueWords(body.suggestedFamilies, 'jobFamily')),
      named('accommodations', lines.map(({ item, text }) => `${(instrument === null ? null : itemOf(instrument, item))?.[language] ?? item}：${text}`).join('，')),
      named('suggestedTraining', valueWords(body.suggestedTraining, 'trainingType')),
      named('reasonIfChanged', valueWords(body.reasonIfChanged)),
    ]
    return parts.filter((part) => part !== '').join('。')
  }

  function named(label: 'suggestedForms' | 'suggestedFamilies' | 'accommodations' | 'suggestedTraining' | 'reasonIfChanged', words: string): string {
    return words === '' ? '' : `${t(`records.field.${label}`)}：${words}`
  }
}
