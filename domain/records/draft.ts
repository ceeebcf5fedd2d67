import { currentInstrument, instrumentOf, instrumentVersion } from '../assessment/instruments.ts'
import type { PlanCycle } from '../plan/cycles.ts'
import { isIsoDate } from '../plan/dates.ts'
import { stepNames } from '../plan/plans.ts'
import { computedFields } from './assessmentRules.ts'
import { defaultValidUntil } from './demandRegistration.ts'
import { isBlank } from './fields.ts'
import type { Loose } from './fields.ts'
import type { RecordKind } from './kinds.ts'
import { withAnswerDue } from './rightsRequest.ts'

/** What a form holds, without what was left blank: '', null, blanks alone, groups and rows in which nothing was filled in. */
export function pruned(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (Array.isArray(value)) return value.map(pruned).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value === null) return value ?? undefined
  const entries = Object.entries(value)
    .map(([key, item]) => [key, pruned(item)] as const)
    .filter(([, item]) => item !== undefined)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** Fills in what follows from the rest, and drops answers whose question fell away. */
export function tidied(kind: RecordKind, draft: unknown, cycle: PlanCycle): Loose {
  const clean = pruned(draft)
  const fields: Loose = typeof clean === 'object' && clean !== null && !Array.isArray(clean) ? (clean as Loose) : {}
  if (kind === 'person') return fields
  const dated = withMaking(kind, isBlank(fields.cycleYear) ? { ...fields, cycleYear: cycle.year } : fields, cycle)
  if (kind === 'infoCheck') return withoutStaleReason(dated)
  if (kind === 'rightsRequest') return withAnswerDue(dated, cycle.thresholds.rightsWorkingDays)
  if (kind === 'demandRegistration') return withValidity(dated, cycle)
  if (kind === 'capabilityAssessment') return withComputed(dated)
  return dated
}

/** Plan, version and county's values by which a record was made; a correction keeps those of the first version. */
function withMaking(kind: RecordKind, fields: Loose, cycle: PlanCycle): Loose {
  if (!isBlank(fields.planId) || !(stepNames as readonly string[]).includes(kind)) return fields
  const { planId, planVersion, countyValues } = cycle
  return { ...fields, planId, planVersion, ...(countyValues === null ? {} : { countyValues }) }
}

function withoutStaleReason(fields: Loose): Loose {
  if (fields.hasEmploymentNeed !== true) return fields
  const { noNeedReason: _reason, noNeedNote: _note, ...rest } = fields
  return rest
}

function withValidity(fields: Loose, { thresholds }: PlanCycle): Loose {
  if (!isBlank(fields.validUntil) || typeof fields.registeredOn !== 'string' || !isIsoDate(fields.registeredOn)) return fields
  return { ...fields, validUntil: defaultValidUntil(fields.registeredOn, thresholds.registrationMonths) }
}

function withComputed(fields: Loose): Loose {
  const versioned: Loose = isBlank(fields.instrumentVersion) ? { ...fields, instrumentVersion } : fields
  const { fixedSentence } = instrumentOf(versioned.instrumentVersion) ?? currentInstrument
  return { ...versioned, ...computedFields(versioned), ...withFixedSentence(fields.conclusion, fixedSentence) }
}

function withFixedSentence(conclusion: unknown, fixedSentence: string): Loose {
  if (typeof conclusion !== 'string' || conclusion.includes(fixedSentence)) return {}
  return { conclusion: `${conclusion.trim()}\n${fixedSentence}` }
}
