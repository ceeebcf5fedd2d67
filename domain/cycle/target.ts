import { codeLabel } from '../codes/index.ts'
import { parseIdNumber } from '../identity/idNumber.ts'
import { defaultTrack, retireTracks, workingAgeSpan } from '../identity/workingAge.ts'
import type { AgeRule, RetireTrack, WorkingAgeSpan } from '../identity/workingAge.ts'
import type { PlanCycle } from '../plan/cycles.ts'
import { addDays } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { checkOutcome, needOf } from './completion.ts'
import { employmentTimeline } from './employment.ts'
import { dateIn, documentsOf, textIn } from './facts.ts'
import type { CaseFacts, DaySpan } from './facts.ts'

/** The target population: P1 certificate, P2 this county, P3 working age, P4 not employed, P5 not excluded. */

export interface TargetOptions {
  readonly ageRule?: AgeRule
}

/**
 * Who counts in a cycle counts from the first day in it on which P1 to P5 hold. Work found later or an age reached later changes nothing, since the plan
 * speaks of everybody who was out of work; only an exclusion that lasts to the end of the cycle ends it. Independent of today.
 */
export function targetSpan(facts: CaseFacts, cycle: PlanCycle, options: TargetOptions = {}): DaySpan | null {
  return standing(facts, cycle, options).span
}

export interface TargetStanding {
  readonly span: DaySpan | null
  /** Why a person is not in the target population, in words; null while in it. */
  readonly because: string | null
}

export function targetStanding(facts: CaseFacts, cycle: PlanCycle, options: TargetOptions = {}): TargetStanding {
  return standing(facts, cycle, options)
}

function standing(facts: CaseFacts, cycle: PlanCycle, { ageRule = cycle.ageRule }: TargetOptions): TargetStanding {
  const age = ageSpanOf(facts.person, ageRule)
  const work = employmentTimeline(facts)
  const exclusions = exclusionsOf(facts, cycle)
  const lasting = exclusions.filter(({ until }) => until === null || until > cycle.until)
  const always = certificateFault(facts, exclusions) ?? countyFault(facts.person, cycle)
  if (always !== null) return { span: null, because: always }

  const days = [cycle.from, age?.from, ...work.changes, ...exclusions.map(({ until }) => until)]
    .filter((day): day is IsoDate => typeof day === 'string' && cycle.from <= day && day <= cycle.until)
    .sort()
  let because: string | null = null
  for (const day of days) {
    because = faultOn(day, age, work.stateOn(day), exclusions)
    if (because !== null) continue
    const ends = lasting.map(({ from }) => from).filter((from) => from > day && from <= cycle.until).sort()
    const until = ends[0] ?? null
    return { span: { from: day, until }, because: until === null ? null : excludedWords(lasting.find(({ from }) => from === until)) }
  }
  return { span: null, because }
}

function faultOn(day: IsoDate, age: WorkingAgeSpan | null, state: string | null, exclusions: readonly ExclusionSpan[]): string | null {
  const exclusion = exclusions.find(({ from, until }) => from <= day && (until === null || day < until))
  if (exclusion !== undefined) return excludedWords(exclusion)
  if (age !== null && day < age.from) return `${age.from} 才满 16 岁`
  if (age !== null && day >= age.until) return `${age.until.slice(0, 7)} 起过了就业年龄段`
  // Somebody of whom nobody knows whether they work is owed a check. Not in the labour force is an answer within the check, no reason to leave it out.
  return state === 'EMPLOYED' ? '已就业' : null
}

/** null where neither fields nor number tell birth and sex: then the age is a fact still to be checked, and the person counts. */
export function ageSpanOf(person: CaseFacts['person'], rule: AgeRule): WorkingAgeSpan | null {
  const number = textIn(person, 'idNumber')
  const parsed = number === null ? null : parseIdNumber(number)
  const birthDate = dateIn(person, 'birthDate') ?? (parsed?.ok ? parsed.value.birthDate : null)
  const sex = person.sex === '1' || person.sex === '2' ? person.sex : parsed?.ok ? parsed.value.sex : null
  if (birthDate === null || sex === null) return null
  const track = retireTracks.find((known) => known === person.retireTrack && (known === 'M60') === (sex === '1'))
  return workingAgeSpan(birthDate, sex, (track ?? defaultTrack(sex)) satisfies RetireTrack, rule)
}

/** P1. A certificate past its ten years keeps the person in the list, with a mark; unknown is no fault. */
function certificateFault({ person }: CaseFacts, exclusions: readonly ExclusionSpan[]): string | null {
  // The exclusion says from which day; before it the certificate was good.
  if (exclusions.some(({ reason, until }) => reason === 'CERT_CANCELLED' && until === null)) return null
  if (person.certStatus === 'CANCELLED') return '残疾人证已注销'
  return person.certStatus === 'FROZEN' ? '残疾人证已冻结' : null
}

/** P2. Only where the county is configured and the file names another one for both registration and residence. */
function countyFault(person: CaseFacts['person'], { countyCode }: PlanCycle): string | null {
  if (countyCode === undefined) return null
  const codes = ['hukouAreaCode', 'residenceAreaCode'].map((field) => textIn(person, field)).filter((code) => code !== null)
  return codes.length > 0 && codes.every((code) => !code.startsWith(countyCode)) ? '户籍和常住地都不在本县' : null
}

interface ExclusionSpan extends DaySpan {
  readonly reason: string | null
}

/** P5. Exclusion documents, and checks that found the person no longer belongs until a later check finds otherwise. */
function exclusionsOf(facts: CaseFacts, cycle: PlanCycle): ExclusionSpan[] {
  const written = documentsOf(facts, 'exclusion').map(({ on, body }) => {
    const last = dateIn(body, 'endedOn')
    return { from: on, until: last === null ? null : addDays(last, 1), reason: textIn(body, 'reason') }
  })
  const checks = documentsOf(facts, 'infoCheck').filter((check) => checkOutcome(check, cycle) === 'done')
  const found = checks.flatMap(({ on, body }, index) => {
    if (body.result !== 'EXCLUDED') return []
    const next = checks.slice(index + 1).find((check) => needOf(check.body) !== null && check.body.result !== 'EXCLUDED')
    return [{ from: on, until: next?.on ?? null, reason: textIn(body, 'exclusionReason') }]
  })
  return [...written, ...found]
}

/** Out for good, as far as anybody knows: nothing is asked of them any more. */
export function isOutForGood(facts: CaseFacts, cycle: PlanCycle): boolean {
  return exclusionsOf(facts, cycle).some(({ until }) => until === null)
}

function excludedWords(exclusion: ExclusionSpan | undefined): string | null {
  if (exclusion === undefined) return null
  const why = exclusion.reason === null ? '移出' : codeLabel('exclusionReason', exclusion.reason)
  return `${why}（${exclusion.from}）`
}
