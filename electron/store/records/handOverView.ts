import type { Store } from '../../../db/store.ts'
import { consentPurposes, standingOf } from '../../../domain/consent/index.ts'
import type { Json, JsonObject } from '../../../domain/journal/change.ts'
import { isBlank } from '../../../domain/records/fields.ts'
import { textIn } from '../../../domain/cycle/facts.ts'
import type { HandOverView } from '../../api/schemas/handOver.ts'
import type { StoreContext } from '../context.ts'
import { employmentStateNow } from './completion.ts'
import { knownFile, standingDocuments } from './knownFile.ts'
import { withMasks } from './masks.ts'
import { openDraft } from './openDraft.ts'

/** What is put before a client of their own file: what they can confirm. Counsellors' notes, groups and people around them stay out. */

const shown = [
  'name', 'sex', 'birthDate', 'idNumber', 'certNumber', 'disabilityCategory', 'disabilityGrade', 'certValidUntil', 'phone', 'hukouTown', 'hukouVillage', 'hukouAddress',
  'residenceTown', 'residenceVillage', 'residenceAddress', 'education', 'communicationModes',
] as const
const asked = ['employmentState', 'employmentForm', 'workWillingness', 'hasEmploymentNeed', 'noNeedReason', 'hasTrainingNeed', 'hasStartupNeed'] as const
const wanted = [
  'intentions', 'workTime', 'targetAreas', 'expectedWageMinFen', 'availableFrom', 'accommodationNeeds', 'trainingNeeds', 'serviceNeeds',
] as const

const signed = ['infoCheck', 'demandRegistration'] as const

export function handOverView(context: StoreContext, personId: string, cycleYear: string): Omit<HandOverView, 'done'> | null {
  const file = knownFile(context.store, personId)
  if (file === null) return null
  const documents = standingDocuments(file)
  const consents = documents.filter(({ entity }) => entity === 'consent')
  const { person } = file
  const state = employmentStateNow(file, context.today())
  const bodyOf = (kind: (typeof signed)[number], fields: readonly string[]): HandOverView['check'] => {
    const draft = openDraft(context.store, { kind, personId, documentId: null })?.body
    const body = draft ?? documents.find(({ entity, body: each }) => entity === kind && each.cycleYear === cycleYear)?.body
    return body === undefined ? null : (pick(body, fields) as HandOverView['check'])
  }
  return {
    name: textIn(person, 'name') ?? '',
    counsellor: context.user.name,
    needsGuardian: person.legalCapacity === 'LIMITED' || person.legalCapacity === 'NONE',
    guardianName: textIn(person, 'guardianName'),
    file: withMasks({ ...pick(person, shown), ...(state === null ? {} : { employmentState: state }) }) as HandOverView['file'],
    consents: consentPurposes.map((purpose) => {
      const standing = standingOf(purpose, consents)
      return { purpose, state: standing.state, on: standing.state === 'unasked' ? null : textIn(standing.consent.body, 'givenAt') }
    }),
    check: bodyOf('infoCheck', asked),
    demand: bodyOf('demandRegistration', wanted),
    toSign: signable(context.store, personId),
  }
}

/** Drafts of records not yet made: a signature belongs to what is being written down now. */
export function signable(store: Store, personId: string): (typeof signed)[number][] {
  return signed.filter((kind) => openDraft(store, { kind, personId, documentId: null }) !== null)
}

function pick(fields: { readonly [field: string]: Json }, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (isBlank(fields[name]) ? [] : [[name, fields[name] as Json]])))
}
