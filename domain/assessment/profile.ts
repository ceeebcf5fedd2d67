import { isUnder } from '../codes/index.ts'
import { isIsoDate } from '../plan/dates.ts'
import type { AssessmentProfile } from './advise.ts'

type Loose = { readonly [field: string]: unknown }

/** A record of the file that stands; `on`: its day. */
export interface ProfileDocument {
  readonly entity: string
  readonly on: string | null
  readonly body: Loose
}

/** Modes of communication that mean signing. */
const signing: readonly string[] = ['02', '08']

/** What the file knows that suggestions rest on. What nobody wrote down is left out and decides nothing. */
export function profileOf(fields: Loose, documents: readonly ProfileDocument[]): AssessmentProfile {
  const { disabilityCategory, education, birthDate, hukouType } = fields
  const check = newest(documents, 'infoCheck')
  const demand = newest(documents, 'demandRegistration')
  return {
    ...(typeof disabilityCategory === 'string' ? { categories: [disabilityCategory, ...textsIn(fields.multiCategories)] } : {}),
    ...(Array.isArray(fields.communicationModes) ? { usesSign: textsIn(fields.communicationModes).some((mode) => signing.includes(mode)) } : {}),
    ...(typeof education === 'string' ? { education } : {}),
    ...(typeof birthDate === 'string' && isIsoDate(birthDate) ? { birthDate } : {}),
    ...(typeof hukouType === 'string' ? { isRural: isUnder('hukouType', hukouType, '20') } : {}),
    ...(check === null ? {} : { wantsStartup: check.hasStartupNeed === true, isWilling: check.hasTrainingNeed === true }),
    ...(demand === null ? {} : { intentionForms: inIntentions(demand, 'form'), wanted: inIntentions(demand, 'family') }),
  }
}

function newest(documents: readonly ProfileDocument[], entity: string): Loose | null {
  const found = documents.filter((document) => document.entity === entity).toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]
  return found?.body ?? null
}

function inIntentions(demand: Loose, field: 'form' | 'family'): string[] {
  const intentions = Array.isArray(demand.intentions) ? (demand.intentions as readonly Loose[]) : []
  return intentions.flatMap((intention) => (typeof intention[field] === 'string' ? [intention[field]] : []))
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
