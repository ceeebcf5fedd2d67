import type { TFunction } from 'i18next'
import type { JsonObject } from '../../api/client.ts'
import { isEmpty } from './formSpec.ts'

/** A consent that was given: when, and where its proof is. */
export function consentWords(body: JsonObject, t: TFunction): string {
  const date = String(body.givenAt ?? '')
  return isEmpty(body.paperLocation) ? t('consents.haveOnScreen', { date }) : t('records.consent.have', { date, place: String(body.paperLocation) })
}
