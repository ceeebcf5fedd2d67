import { instrumentVersion } from '../assessment/index.ts'
import type { Json, JsonObject } from '../journal/change.ts'
import type { IsoDate } from '../plan/index.ts'

/**
 * What an earlier record may say again. Listed one by one: what happened on a day (dates, signatures, consents, what was done and what came of it)
 * and what is computed from other answers must be new each time.
 */
interface Sayable {
  /** About the person: may be said again alone or with all that is still open. */
  readonly lasting: readonly string[]
  /** About how it was done then: may be said again, but each by itself, for it tells of today. */
  readonly each: readonly string[]
}

const sayable: { readonly [kind: string]: Sayable } = {
  infoCheck: {
    lasting: [
      'employmentForm', 'unemployedReason', 'livingSource', 'unemployedSince', 'barriers', 'workWillingness', 'hasEmploymentNeed', 'noNeedReason', 'noNeedNote',
      'hasTrainingNeed', 'hasStartupNeed',
    ],
    each: ['respondent', 'method'],
  },
  capabilityAssessment: {
    lasting: ['items', 'env', 'assistiveDevices', 'skills', 'certificates', 'workHistory', 'interests'],
    each: ['place', 'mode', 'assessorQualification', 'supporters'],
  },
  demandRegistration: {
    lasting: [
      'intentions', 'workTime', 'targetAreas', 'commuteModes', 'maxCommuteMin', 'expectedWageMinFen', 'availableFrom', 'acceptNight', 'acceptDorm', 'acceptTravel',
      'acceptStanding', 'acceptLifting', 'accommodationNeeds', 'startup', 'trainingNeeds', 'serviceNeeds', 'aidNeeds', 'employmentCertNo',
    ],
    each: [],
  },
  serviceRecord: { lasting: [], each: ['serviceType', 'method', 'partnerOrg', 'contractNo'] },
}

/** The earlier answer at a path (`workTime`, `items.A1`), where it may be said again; undefined: ask. */
export function lastAnswerAt(kind: string, earlier: JsonObject | null, path: string, today: IsoDate): Json | undefined {
  const [field = '', code] = path.split('.')
  const rules = sayable[kind]
  if (earlier === null || rules === undefined || !(rules.lasting.includes(field) || rules.each.includes(field))) return undefined
  const value = earlier[field]
  if (field === 'items' || field === 'env') return gradeIn(earlier, field, code)
  // A day that has passed is no answer to "from when".
  if (field === 'availableFrom' && (typeof value !== 'string' || value < today)) return undefined
  return isSaid(value) ? value : undefined
}

/** Whether an answer may be taken together with all that is still open. */
export function isTakenWithRest(kind: string, path: string): boolean {
  return sayable[kind]?.lasting.includes(path.split('.')[0] ?? '') ?? false
}

/** Grades of another version of the instrument mean something else. */
function gradeIn(earlier: JsonObject, field: 'items' | 'env', code: string | undefined): Json | undefined {
  if (earlier.instrumentVersion !== instrumentVersion || !Array.isArray(earlier[field])) return undefined
  const found = (earlier[field] as readonly JsonObject[]).find((answer) => answer.code === code)
  return found === undefined ? undefined : field === 'items' ? found.q : found.value
}

function isSaid(value: Json | undefined): value is Json {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}
