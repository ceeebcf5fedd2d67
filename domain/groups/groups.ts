import { codeLabel, isUnder } from '../codes/index.ts'
import type { CodeOf } from '../codes/index.ts'
import { employmentStateOn, needOf, periodsOf } from '../cycle/index.ts'
import { dateIn, documentsOf, textIn } from '../cycle/facts.ts'
import type { CaseFacts, DaySpan } from '../cycle/facts.ts'
import { birthdayAfter } from '../identity/calendar.ts'
import { addMonths, addDays, latest } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import type { Thresholds } from '../plan/plans.ts'
import { listIn, objectsIn } from '../records/fields.ts'

export type GroupFlag = CodeOf<'hardshipFlag'>

/** A group that the plan owes something: from which day, until which, and why, in words. A person confirms it in the info check. */
export interface Group extends DaySpan {
  readonly flag: GroupFlag
  readonly because: string
}

/** What is known of the household; each number only where it is known. */
export interface HouseholdFacts {
  /** Members with a certificate. */
  readonly holders?: number | undefined
  /** Members of working age, able and willing to work. */
  readonly workers?: number | undefined
  /** Those of them who have work. */
  readonly employed?: number | undefined
}

/** From the beginning, for facts that carry no day. */
const always: IsoDate = '1900-01-01'
/** The state that is known last holds on. */
const endOfTime: IsoDate = '9999-12-31'

/** The groups of a person, each with its days: who is in one on a day is read from them, without a write when time moves. */
export function groupsOf(facts: CaseFacts, thresholds: Thresholds, household: HouseholdFacts = {}): Group[] {
  const known: Known = { facts, thresholds, household, state: employmentStateOn(facts, endOfTime), check: answersOf(facts) }
  return rules.flatMap(([flag, rule]) => {
    const found = rule(known)
    if (found === null) return []
    const { because, from = always, until = null } = found
    return until !== null && until <= from ? [] : [{ flag, from, until, because }]
  })
}

export function groupsOn(groups: readonly Group[], day: IsoDate): Group[] {
  return groups.filter(({ from, until }) => from <= day && (until === null || day < until))
}

/** The last day of the certificate: as printed, or ten years after it was issued; null where neither is known. */
export function certificateUntil(person: CaseFacts['person']): IsoDate | null {
  const issuedOn = dateIn(person, 'certIssuedOn')
  return dateIn(person, 'certValidUntil') ?? (issuedOn === null ? null : addDays(birthdayAfter(issuedOn, 10), -1))
}

interface Known {
  readonly facts: CaseFacts
  readonly thresholds: Thresholds
  readonly household: HouseholdFacts
  readonly state: string | null
  /** The newest info check in which somebody answered. */
  readonly check: { readonly [field: string]: unknown }
}
interface Found {
  readonly because: string
  readonly from?: IsoDate
  readonly until?: IsoDate | null
}
type GroupRule = (known: Known) => Found | null

const rules: readonly (readonly [GroupFlag, GroupRule])[] = [
  ['LONG_TERM_UNEMPLOYED', longTermUnemployed],
  ['ZERO_EMPLOYMENT_HOUSEHOLD', zeroEmploymentHousehold],
  ['MULTI_DISABLED_HOUSEHOLD', multiDisabledHousehold],
  ['SEVERE_OR_ASSISTED', severeOrAssisted],
  ['ANTI_POVERTY_TARGET', antiPovertyTarget],
  ['GRADUATE', graduate],
  ['BLIND', blind],
  ['WORK_INJURED', workInjured],
  ['TRAINABLE_YOUTH', trainableYouth],
  ['NEW_FORM', newForm],
  ['AGED_4050', aged],
  ['DIBAO', dibao],
  ['LANDLESS', landless],
]

function answersOf(facts: CaseFacts): Known['check'] {
  return documentsOf(facts, 'infoCheck').findLast(({ body }) => needOf(body) !== null)?.body ?? {}
}

/** The check says it newer than the file does. */
function answer({ check, facts }: Known, field: string): string | null {
  return textIn(check, field) ?? textIn(facts.person, field)
}

function longTermUnemployed(known: Known): Found | null {
  if (known.state === 'EMPLOYED') return null
  const since = unemployedSince(known)
  if (since === null) return null
  const months = known.thresholds.longTermUnemployedMonths
  return { from: addMonths(since, months), because: `${since} 起没有工作，满 ${months} 个月` }
}

function unemployedSince({ check, facts }: Known): IsoDate | null {
  const { standing } = periodsOf(facts)
  const period = standing.findLast(({ body }) => body.state === 'UNEMPLOYED')
  const lastWork = standing.findLast(({ body }) => body.state === 'EMPLOYED')
  const lastDay = lastWork === undefined ? null : dateIn(lastWork.body, 'endOn')
  const said =
    dateIn(check, 'unemployedSince') ??
    (period === undefined ? null : (dateIn(period.body, 'unemployedSince') ?? period.on)) ??
    dateIn(facts.person, 'unemployedSince')
  // Work in between begins the count anew.
  if (said !== null && lastDay !== null) return latest(said, addDays(lastDay, 1))
  return said ?? (lastDay === null ? null : addDays(lastDay, 1))
}

function zeroEmploymentHousehold({ household: { workers, employed } }: Known): Found | null {
  if (workers === undefined || employed === undefined || workers < 1 || employed > 0) return null
  return { because: `全家 ${workers} 个能工作的人都没有工作` }
}

function multiDisabledHousehold({ household: { holders } }: Known): Found | null {
  return holders !== undefined && holders >= 2 ? { because: `同一户有 ${holders} 人持残疾人证` } : null
}

function severeOrAssisted({ facts }: Known): Found | null {
  const { person } = facts
  const both = ['5', '6'].find((category) => categoriesOf(person).includes(category))
  if (both !== undefined) return { because: codeLabel('category', both) }
  if (person.disabilityGrade === '1' || person.disabilityGrade === '2') return { because: `残疾等级${codeLabel('grade', person.disabilityGrade)}` }
  // A confirmation of an earlier assessment carries no level of its own.
  const assessment = documentsOf(facts, 'capabilityAssessment').findLast(({ body }) => typeof body.supportLevel === 'number')
  const level = assessment?.body.supportLevel
  if (assessment === undefined || (level !== 3 && level !== 4)) return null
  return { from: assessment.on, because: `支持等级 ${level}，${codeLabel('supportLevel', String(level))}` }
}

function antiPovertyTarget({ facts: { person } }: Known): Found | null {
  const type = textIn(person, 'antiPovertyType')
  if (type === null) return null
  return { from: dateIn(person, 'antiPovertyFrom') ?? always, until: dateIn(person, 'antiPovertyUntil'), because: codeLabel('antiPovertyType', type) }
}

function graduate(known: Known): Found | null {
  const { person } = known.facts
  if (!/^[123]/.test(textIn(person, 'education') ?? '')) return null
  const graduatedOn = dateIn(person, 'graduatedOn')
  if (graduatedOn !== null) {
    const years = known.thresholds.graduateYears
    return { until: addDays(addMonths(graduatedOn, years * 12), 1), because: `${graduatedOn.slice(0, 7)} 毕业，${years} 年内` }
  }
  return answer(known, 'unemployedReason') === '1' ? { because: '大专以上在校' } : null
}

function blind({ facts: { person } }: Known): Found | null {
  return categoriesOf(person).includes('1') ? { because: person.disabilityCategory === '7' ? '多重残疾里有视力残疾' : '视力残疾' } : null
}

function workInjured({ facts: { person } }: Known): Found | null {
  const grade = person.workInjuryGrade
  return typeof grade === 'number' && grade >= 1 && grade <= 10 ? { because: `工伤 ${grade} 级` } : null
}

function trainableYouth({ check, facts: { person }, thresholds }: Known): Found | null {
  const education = textIn(person, 'education') ?? ''
  const birthDate = dateIn(person, 'birthDate')
  const isWilling = check.hasTrainingNeed === true || check.workWillingness === 'WILLING'
  if (!/^[67]/.test(education) || birthDate === null || !isWilling) return null
  return {
    from: birthdayAfter(birthDate, thresholds.trainableMinAge),
    until: birthdayAfter(birthDate, thresholds.trainableMaxAge + 1),
    because: `${codeLabel('education', education)}，${thresholds.trainableMaxAge} 岁以内，本人愿意`,
  }
}

function newForm({ facts }: Known): Found | null {
  const registration = documentsOf(facts, 'demandRegistration').at(-1)
  const wants = objectsIn(registration?.body.intentions).some(({ form }) => typeof form === 'string' && isUnder('employmentForm', form, '73'))
  return registration !== undefined && wants ? { from: registration.on, because: '登记了平台、电商、直播方面的意向' } : null
}

function aged({ facts: { person }, state, thresholds }: Known): Found | null {
  const birthDate = dateIn(person, 'birthDate')
  if (birthDate === null || state !== 'UNEMPLOYED' || (person.sex !== '1' && person.sex !== '2')) return null
  const age = person.sex === '1' ? thresholds.agedMen : thresholds.agedWomen
  return { from: birthdayAfter(birthDate, age), because: `没有工作，满 ${age} 岁` }
}

function dibao({ facts: { person } }: Known): Found | null {
  const aid = person.socialAid
  return aid === 'DIBAO' || aid === 'TEKUN' ? { because: codeLabel('socialAid', aid) } : null
}

function landless(known: Known): Found | null {
  if (known.state === 'EMPLOYED') return null
  return answer(known, 'unemployedReason') === '6' ? { because: '农用土地被征用' } : null
}

function categoriesOf(person: CaseFacts['person']): readonly unknown[] {
  return [person.disabilityCategory, ...(person.disabilityCategory === '7' ? listIn(person.multiCategories) : [])]
}
