import { codeLabel, isUnder } from '../codes/index.ts'
import type { CodeOf } from '../codes/index.ts'
import { employmentBasisOn, periodsOf } from '../cycle/index.ts'
import { dateIn, documentsOf, textIn } from '../cycle/facts.ts'
import type { CaseFacts, Dated } from '../cycle/facts.ts'
import { birthdayAfter } from '../identity/calendar.ts'
import { addDays, addMonths } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import type { Thresholds } from '../plan/plans.ts'
import { listIn, objectsIn } from '../records/fields.ts'

/** The test of each group (4.1): who is in it, from which day, until which, and the facts that say so. */

export type GroupFlag = CodeOf<'hardshipFlag'>

/** What is known of the household; each number only where it is known. */
export interface HouseholdFacts {
  /** Members with a certificate. */
  readonly holders?: number | undefined
  /** Members of working age, able and willing to work. */
  readonly workers?: number | undefined
  /** Those of them who have work. */
  readonly employed?: number | undefined
}

/** A fact that a group rests on, and where it stands. */
export interface Basis {
  readonly field: string
  readonly value: string | number
  /** `person` for the file, `household`, or the kind of the record. */
  readonly entity: string
  readonly documentId: string | null
  /** The day of the record. */
  readonly on: IsoDate | null
}

export interface Known {
  readonly facts: CaseFacts
  readonly thresholds: Thresholds
  readonly household: HouseholdFacts
  readonly state: string | null
  /** The newest info check in which somebody answered. */
  readonly check: Dated | null
}

/**
 * `register`: it follows from a certificate, a register or the files of others, and whoever doubts it puts that right. `answers`: we concluded it from
 * answers, ages and days, and a person who knows better may deny it.
 */
export type RestsOn = 'register' | 'answers'

export interface Found {
  readonly because: string
  readonly basis: readonly Basis[]
  readonly restsOn: RestsOn
  readonly from?: IsoDate
  readonly until?: IsoDate | null
}
export type GroupRule = (known: Known) => Found | null

export const groupRules: readonly (readonly [GroupFlag, GroupRule])[] = [
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

function inFile(field: string, value: string | number): Basis {
  return { field, value, entity: 'person', documentId: null, on: null }
}
function inRecord({ id, entity, on }: Dated, field: string, value: string | number): Basis {
  return { field, value, entity, documentId: id, on }
}
function ofHousehold(field: string, value: number): Basis {
  return { field, value, entity: 'household', documentId: null, on: null }
}

/** The check says it newer than the file does. */
function answer({ check, facts }: Known, field: string): Basis | null {
  const said = check === null ? null : textIn(check.body, field)
  if (check !== null && said !== null) return inRecord(check, field, said)
  const known = textIn(facts.person, field)
  return known === null ? null : inFile(field, known)
}

function longTermUnemployed(known: Known): Found | null {
  if (known.state === 'EMPLOYED') return null
  const since = unemployedSince(known)
  if (since === null) return null
  const months = known.thresholds.longTermUnemployedMonths
  return { from: addMonths(since.day, months), because: `${since.day} 起没有工作，满 ${months} 个月`, basis: since.basis, restsOn: 'answers' }
}

function unemployedSince({ check, facts }: Known): { readonly day: IsoDate; readonly basis: readonly Basis[] } | null {
  const { standing } = periodsOf(facts)
  const period = standing.findLast(({ body }) => body.state === 'UNEMPLOYED')
  const jobs = standing.filter(({ body }) => body.state === 'EMPLOYED')
  const said = afterOpenJob(saidSince(check, period, facts), jobs, facts)
  // Of jobs that lay over each other the one that ended last.
  const lastWork = jobs.filter(({ body }) => dateIn(body, 'endOn') !== null).sort((a, b) => (endOfJob(a) < endOfJob(b) ? -1 : 1)).at(-1)
  if (lastWork === undefined) return said
  const lastDay = endOfJob(lastWork)
  const freeFrom = addDays(lastDay, 1)
  // Work in between begins the count anew.
  if (said !== null && said.day >= freeFrom) return said
  return { day: freeFrom, basis: [inRecord(lastWork, 'endOn', lastDay), ...(said?.basis ?? [])] }
}

function endOfJob({ body }: Dated): IsoDate {
  return dateIn(body, 'endOn') ?? ''
}

type Since = { readonly day: IsoDate; readonly basis: readonly Basis[] } | null

/** A job of which nobody knows the last day: what was said of the time before it tells nothing, so the count begins with the word that there is no work. */
function afterOpenJob(said: Since, jobs: readonly Dated[], facts: CaseFacts): Since {
  const open = jobs.findLast(({ body }) => dateIn(body, 'endOn') === null)
  if (said === null || open === undefined || said.day > open.on) return said
  const from = employmentBasisOn(facts, '9999-12-31')?.from ?? null
  return from === null || from <= open.on ? said : { day: from, basis: [inRecord(open, 'startOn', open.on), ...said.basis] }
}

function saidSince(check: Dated | null, period: Dated | undefined, { person }: CaseFacts): { day: IsoDate; basis: Basis[] } | null {
  const inCheck = check === null ? null : dateIn(check.body, 'unemployedSince')
  if (check !== null && inCheck !== null) return { day: inCheck, basis: [inRecord(check, 'unemployedSince', inCheck)] }
  if (period !== undefined) {
    const own = dateIn(period.body, 'unemployedSince')
    return { day: own ?? period.on, basis: [inRecord(period, own === null ? 'startOn' : 'unemployedSince', own ?? period.on)] }
  }
  const inPerson = dateIn(person, 'unemployedSince')
  return inPerson === null ? null : { day: inPerson, basis: [inFile('unemployedSince', inPerson)] }
}

function zeroEmploymentHousehold({ household: { workers, employed } }: Known): Found | null {
  if (workers === undefined || employed === undefined || workers < 1 || employed > 0) return null
  return {
    because: `全家 ${workers} 个能工作的人都没有工作`,
    basis: [ofHousehold('workers', workers), ofHousehold('employed', employed)],
    restsOn: 'answers',
  }
}

function multiDisabledHousehold({ household: { holders } }: Known): Found | null {
  if (holders === undefined || holders < 2) return null
  return { because: `同一户有 ${holders} 人持残疾人证`, basis: [ofHousehold('holders', holders)], restsOn: 'register' }
}

function severeOrAssisted({ facts }: Known): Found | null {
  const { person } = facts
  const category = ['5', '6'].find((each) => categoriesOf(person).includes(each))
  if (category !== undefined) return { because: codeLabel('category', category), basis: [inFile('disabilityCategory', category)], restsOn: 'register' }
  const grade = person.disabilityGrade
  if (grade === '1' || grade === '2') {
    return { because: `残疾等级${codeLabel('grade', grade)}`, basis: [inFile('disabilityGrade', grade)], restsOn: 'register' }
  }
  // A confirmation of an earlier assessment carries no level of its own.
  const assessment = documentsOf(facts, 'capabilityAssessment').findLast(({ body }) => typeof body.supportLevel === 'number')
  const level = assessment?.body.supportLevel
  if (assessment === undefined || (level !== 3 && level !== 4)) return null
  return {
    from: assessment.on, because: `支持等级 ${level}，${codeLabel('supportLevel', String(level))}`,
    basis: [inRecord(assessment, 'supportLevel', level)], restsOn: 'answers',
  }
}

/** Who was recognised is in the group; a type without its days holds always. The recognition is the county's, so nothing else is tested. */
function antiPovertyTarget({ facts: { person } }: Known): Found | null {
  const type = textIn(person, 'antiPovertyType')
  if (type === null) return null
  const from = dateIn(person, 'antiPovertyFrom')
  const until = dateIn(person, 'antiPovertyUntil')
  const days = [from === null ? null : inFile('antiPovertyFrom', from), until === null ? null : inFile('antiPovertyUntil', until)]
  return {
    ...(from === null ? {} : { from }), until, because: codeLabel('antiPovertyType', type),
    basis: [inFile('antiPovertyType', type), ...days.filter((each) => each !== null)], restsOn: 'register',
  }
}

function graduate(known: Known): Found | null {
  const { person } = known.facts
  const education = textIn(person, 'education') ?? ''
  if (!/^[123]/.test(education)) return null
  const graduatedOn = dateIn(person, 'graduatedOn')
  if (graduatedOn !== null) {
    const years = known.thresholds.graduateYears
    return {
      until: addDays(addMonths(graduatedOn, years * 12), 1), because: `${graduatedOn.slice(0, 7)} 毕业，${years} 年内`,
      basis: [inFile('education', education), inFile('graduatedOn', graduatedOn)], restsOn: 'register',
    }
  }
  const reason = answer(known, 'unemployedReason')
  return reason?.value === '1' ? { because: '大专以上在校', basis: [inFile('education', education), reason], restsOn: 'answers' } : null
}

function blind({ facts: { person } }: Known): Found | null {
  if (!categoriesOf(person).includes('1')) return null
  const because = person.disabilityCategory === '7' ? '多重残疾里有视力残疾' : '视力残疾'
  return { because, basis: [inFile('disabilityCategory', '1')], restsOn: 'register' }
}

function workInjured({ facts: { person } }: Known): Found | null {
  const grade = person.workInjuryGrade
  if (typeof grade !== 'number' || grade < 1 || grade > 10) return null
  return { because: `工伤 ${grade} 级`, basis: [inFile('workInjuryGrade', grade)], restsOn: 'register' }
}

function trainableYouth({ check, facts: { person }, thresholds }: Known): Found | null {
  const education = textIn(person, 'education') ?? ''
  const birthDate = dateIn(person, 'birthDate')
  if (!/^[67]/.test(education) || birthDate === null || check === null) return null
  const willing = check.body.hasTrainingNeed === true
    ? inRecord(check, 'hasTrainingNeed', 'true')
    : check.body.workWillingness === 'WILLING' ? inRecord(check, 'workWillingness', 'WILLING') : null
  if (willing === null) return null
  return {
    from: birthdayAfter(birthDate, thresholds.trainableMinAge),
    until: birthdayAfter(birthDate, thresholds.trainableMaxAge + 1),
    because: `${codeLabel('education', education)}，${thresholds.trainableMaxAge} 岁以内，本人愿意`,
    basis: [inFile('education', education), inFile('birthDate', birthDate), willing], restsOn: 'answers',
  }
}

function newForm({ facts }: Known): Found | null {
  const registration = documentsOf(facts, 'demandRegistration').at(-1)
  const wanted = objectsIn(registration?.body.intentions).find(({ form }) => typeof form === 'string' && isUnder('employmentForm', form, '73'))
  if (registration === undefined || wanted === undefined) return null
  return {
    from: registration.on, because: '登记了平台、电商、直播方面的意向',
    basis: [inRecord(registration, 'employmentForm', String(wanted.form))], restsOn: 'answers',
  }
}

function aged({ facts: { person }, state, thresholds }: Known): Found | null {
  const birthDate = dateIn(person, 'birthDate')
  if (birthDate === null || state !== 'UNEMPLOYED' || (person.sex !== '1' && person.sex !== '2')) return null
  const age = person.sex === '1' ? thresholds.agedMen : thresholds.agedWomen
  return {
    from: birthdayAfter(birthDate, age), because: `没有工作，满 ${age} 岁`,
    basis: [inFile('birthDate', birthDate), inFile('sex', person.sex)], restsOn: 'answers',
  }
}

function dibao({ facts: { person } }: Known): Found | null {
  const aid = person.socialAid
  if (aid !== 'DIBAO' && aid !== 'TEKUN') return null
  return { because: codeLabel('socialAid', aid), basis: [inFile('socialAid', aid)], restsOn: 'register' }
}

function landless(known: Known): Found | null {
  if (known.state === 'EMPLOYED') return null
  const reason = answer(known, 'unemployedReason')
  return reason?.value === '6' ? { because: '农用土地被征用', basis: [reason], restsOn: 'answers' } : null
}

function categoriesOf(person: CaseFacts['person']): readonly unknown[] {
  return [person.disabilityCategory, ...(person.disabilityCategory === '7' ? listIn(person.multiCategories) : [])]
}
