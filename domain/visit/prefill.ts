import { codesOf } from '../codes/index.ts'
import { instrumentVersion } from '../assessment/instruments.ts'
import type { Json, JsonObject } from '../journal/change.ts'
import type { IsoDate } from '../plan/dates.ts'
import { defaultThresholds } from '../plan/index.ts'
import { openPlacement } from '../planning/placement.ts'
import { consentStands, defaultValidUntil } from '../records/index.ts'

/** What a fresh form starts with: who and when, and what the file knows already. What nobody knows stays empty. */
export interface KnownFacts {
  readonly personId: string
  readonly cycleYear: string
  readonly today: IsoDate
  readonly user: { readonly id: string; readonly name: string }
  readonly unit: string
  readonly person: { readonly [field: string]: Json }
  readonly employmentState: string | null
  /** For how long a registration stands in this cycle. */
  /** Months after a job began at which one asks how it goes. */
  readonly placementCheckMonths?: readonly number[]
  readonly registrationMonths: number
  /** Groups computed from the file. */
  readonly flags: readonly string[]
  /** Heads that are not void, newest first. */
  readonly documents: readonly { readonly id: string; readonly entity: string; readonly body: JsonObject }[]
}

export function prefillOf(kind: string, facts: KnownFacts): JsonObject {
  const head = { personId: facts.personId, cycleYear: facts.cycleYear }
  const filled = builders[kind]?.(facts) ?? {}
  const known = Object.entries({ ...head, ...filled }).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(known) as JsonObject
}

type Fields = { readonly [field: string]: Json | undefined }

const builders: { readonly [kind: string]: (facts: KnownFacts) => Fields } = {
  infoCheck: ({ today, user, unit, person, employmentState, flags }) => ({
    checkedOn: today, checkerId: user.id, checkerName: user.name, orgId: unit,
    employmentState,
    ...pick(person, ['employmentForm', 'unemployedReason', 'livingSource', 'unemployedSince']),
    hardshipFlags: groupCodes(flags),
    // What was laid before the person: whatever they take out again is a denial.
    hardshipShown: groupCodes(flags),
  }),
  capabilityAssessment: (facts) => ({
    assessedOn: facts.today, assessorId: facts.user.id, assessorName: facts.user.name, instrumentVersion,
    consentId: latestOf(facts, 'consent', (body) => stands(body, 'ASSESSMENT'))?.id,
    // 9.3: of paid work nobody without work is asked.
    items: facts.employmentState === 'UNEMPLOYED' ? [{ code: 'W2', q: 4 }] : undefined,
  }),
  demandRegistration: (facts) => {
    const assessment = latestOf(facts, 'capabilityAssessment')?.body
    const needs = Array.isArray(assessment?.accommodations) ? (assessment.accommodations as readonly JsonObject[]) : []
    return {
      registeredOn: facts.today, validUntil: defaultValidUntil(facts.today, facts.registrationMonths), clerkId: facts.user.id, clerkName: facts.user.name,
      accommodationNeeds: needs.length > 0 ? needs.map((need) => need.text as Json) : undefined,
      shareConsentId: latestOf(facts, 'consent', (body) => stands(body, 'SHARE_EMPLOYER'))?.id,
      publishConsentId: latestOf(facts, 'consent', (body) => stands(body, 'PUBLISH'))?.id,
    }
  },
  serviceRecord: (facts) => ({
    servedOn: facts.today, staffId: facts.user.id, staffName: facts.user.name, orgId: facts.unit,
    demandId: latestOf(facts, 'demandRegistration')?.id,
  }),
  secondRating: ({ today, user }) => ({ ratedOn: today, raterId: user.id, raterName: user.name }),
  placementCheck: ({ today, user, documents, person, placementCheckMonths = defaultThresholds.placementCheckMonths }) => {
    const facts = { person, documents }
    const placement = openPlacement(facts, placementCheckMonths)
    return { checkedOn: today, checkerId: user.id, checkerName: user.name, periodId: placement?.periodId, month: placement?.next?.month }
  },
  consent: ({ today }) => ({ givenAt: today, form: 'PAPER', givenBy: 'SELF' }),
  employmentPeriod: ({ today }) => ({ startOn: today }),
  exclusion: ({ today }) => ({ date: today }),
  rightsRequest: ({ today }) => ({ receivedOn: today }),
}

function latestOf(facts: KnownFacts, entity: string, holds: (body: JsonObject) => boolean = () => true) {
  return facts.documents.find((document) => document.entity === entity && holds(document.body))
}

function stands(body: JsonObject, purpose: string): boolean {
  return body.purpose === purpose && consentStands(body)
}

function pick(fields: { readonly [field: string]: Json }, names: readonly string[]): { [field: string]: Json } {
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name] as Json]])))
}

function groupCodes(flags: readonly string[]): string[] {
  return flags.filter((flag) => (codesOf('hardshipFlag') as readonly string[]).includes(flag))
}
