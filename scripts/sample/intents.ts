import type { Intent } from '../../db/journal/commit.ts'
import type { DocumentEntity, Json, JsonObject } from '../../domain/journal/change.ts'
import type { Bodies } from './bodies.ts'
import { addMonths } from '../../domain/plan/dates.ts'
import { isAtWork, stepsTaken } from './scene.ts'
import type { Scene, YearScene } from './scene.ts'

/** What the app would have written for a person: the roster's fields, then the records in the order in which they came about. */

export interface Making {
  readonly bodies: Bodies
  readonly newId: () => string
  /** The counsellor in charge. */
  readonly responsibleId: string
  readonly today: string
}

export function* intentsOf(scene: Scene, making: Making): Generator<Intent> {
  const { newId } = making
  const personId = newId()
  const fields = Object.entries({ ...fieldsOf(scene, making.responsibleId), ...householdOf(scene, newId) }).map(([field, after]) => [field, { after, basedOn: null }])
  yield { kind: 'patch', entity: 'person', entityId: personId, personId, fields: Object.fromEntries(fields) }
  const create = (entity: DocumentEntity, body: JsonObject, entityId = newId()): Intent =>
    ({ kind: 'create', entity, entityId, personId, body: { ...body, personId } })
  if (scene.standing === 'atWork') yield create('employmentPeriod', periodOf(jobOn(`${scene.years[0]?.year ?? ''}-01-01`, '14'), null))
  if (scene.excludedFor !== null) {
    const { reason, on } = scene.excludedFor
    yield create('exclusion', { cycleYear: on.slice(0, 4), reason, date: on, evidence: '村委会证明' })
  }
  let measured: string | null = null
  for (const year of scene.years) {
    const assessmentId = newId()
    yield* yearOf(scene, year, making, create, { assessmentId, measured })
    if (stepsTaken(year.stage) > 1 && year.level !== null) measured = assessmentId
  }
  const plan = graduatePlanOf(scene, making.today)
  if (plan !== null) yield create('graduatePlan', making.bodies.graduatePlan(plan.openedOn, plan.steps))
}

type Create = (entity: DocumentEntity, body: JsonObject, entityId?: string) => Intent

function* yearOf(
  scene: Scene, year: YearScene, making: Making, create: Create, ids: { readonly assessmentId: string; readonly measured: string | null },
): Generator<Intent> {
  const { bodies, newId } = making
  const steps = stepsTaken(year.stage)
  const [, second, third, fourth] = year.days
  if (steps > 0) yield create('infoCheck', { ...bodies.check(scene, year), hardshipFlags: [] })
  if (steps > 1) {
    const consentId = newId()
    yield create('consent', bodies.consent(second, 'ASSESSMENT'), consentId)
    const body = year.level === null ? { ...bodies.confirmation(second), reviewOf: ids.measured } : bodies.assessment(second, year.level)
    yield create('capabilityAssessment', { ...body, consentId }, ids.assessmentId)
  }
  if (steps > 2) {
    const shareConsentId = year.service === 'referral' ? newId() : null
    if (shareConsentId !== null) yield create('consent', bodies.consent(third, 'SHARE_EMPLOYER'), shareConsentId)
    yield create('demandRegistration', { ...bodies.registration(third, year.form), ...(shareConsentId === null ? {} : { shareConsentId }) })
  }
  if (steps > 3) {
    const serviceId = newId()
    const job = placedIn(scene) === year.year ? jobOn(fourth, year.form) : null
    const followUp: JsonObject = job !== null || year.followUpOn === null ? {} : { followUpOn: year.followUpOn }
    yield create('serviceRecord', { ...bodies.service(fourth, year.service, job), ...followUp }, serviceId)
    if (job !== null) yield* lookedAt(fourth, periodOf(job, serviceId), newId(), making, create)
  }
}

/** The job, and the looks at it that have fallen due; every third was forgotten. */
function* lookedAt(startOn: string, period: JsonObject, periodId: string, { bodies, today }: Making, create: Create): Generator<Intent> {
  yield create('employmentPeriod', period, periodId)
  for (const month of [1, 3, 6, 12]) {
    const day = addMonths(startOn, month)
    if (day <= today && (Number(day.slice(8)) + month) % 3 !== 0) yield create('placementCheck', { ...bodies.lookAtJob(day, month), periodId })
  }
}

/** Opened when the diploma was in hand; the steps went as far as chance had it. */
function graduatePlanOf({ graduatedOn, birthDate }: Scene, today: string): { readonly openedOn: string; readonly steps: { kind: string; on: string }[] } | null {
  if (graduatedOn === null || graduatedOn > today) return null
  const wanted = Number(birthDate.slice(8)) % 7
  const kinds = ['POLICY_TALK', 'GUIDANCE', 'JOB_OFFER', 'JOB_OFFER', 'JOB_OFFER', 'TRAINING'].slice(0, wanted)
  return wanted === 0 ? null : { openedOn: graduatedOn, steps: kinds.map((kind) => ({ kind, on: graduatedOn })) }
}

/** The year in which a service led to work. */
function placedIn({ standing, years }: Scene): string | null {
  if (standing === 'placedThisYear') return years.at(-1)?.year ?? null
  return standing === 'placedLastYear' ? (years.at(-2)?.year ?? null) : null
}

function jobOn(startOn: string, form: YearScene['form']): JsonObject {
  return {
    startOn, employmentForm: form, channel: '1', industry: form === '6' ? 'A' : 'C', jobTitle: '操作工',
    ...(form === '14' || form === '5' ? { employerName: '示范县工厂', contractType: 'OPEN' } : {}),
    monthlyIncomeFen: 230_000, insurances: ['PENSION', 'MEDICAL'], evidence: '劳动合同，存县残联档案柜',
  }
}

function periodOf(job: JsonObject, serviceId: string | null): JsonObject {
  return {
    ...job, cycleYear: String(job['startOn']).slice(0, 4), state: 'EMPLOYED',
    ...(serviceId === null ? {} : { source: 'serviceRecord', sourceId: serviceId }),
  }
}

function fieldsOf(scene: Scene, responsibleId: string): { readonly [field: string]: Json } {
  const { idNumber, category, grade, graduatedOn, antiPoverty } = scene
  const isEmployed = isAtWork(scene)
  return {
    name: scene.name, idNumber, certNumber: `${idNumber}${category}${grade}`, sex: scene.sex, birthDate: scene.birthDate,
    disabilityCategory: category, disabilityGrade: grade, certStatus: scene.standing === 'certCancelled' ? 'CANCELLED' : 'VALID',
    hukouAreaCode: '210199', hukouTown: scene.town, hukouVillage: scene.village, hukouType: scene.isRural ? '20' : '10', isRuralResident: scene.isRural,
    phone: phoneOf(idNumber), ethnicity: '01', education: scene.education, legalCapacity: 'FULL', communicationModes: ['01'], selfCare: '1',
    workCapacity: 'UNASSESSED', socialAid: scene.socialAid, responsibleId,
    employmentState: isEmployed ? 'EMPLOYED' : 'UNEMPLOYED',
    ...(scene.standing === 'placedThisYear' || scene.standing === 'placedLastYear' ? { employmentState: 'UNEMPLOYED' } : {}),
    ...(isEmployed ? {} : { unemployedReason: scene.unemployedReason, livingSource: '4' }),
    ...(!isEmployed && scene.unemployedSince !== null ? { unemployedSince: scene.unemployedSince } : {}),
    ...(scene.multiCategories.length > 0 ? { multiCategories: scene.multiCategories } : {}),
    ...(graduatedOn === null ? {} : { graduatedOn, school: '示范职业学院', major: '计算机应用' }),
    ...(antiPoverty === null ? {} : { antiPovertyType: antiPoverty.type, antiPovertyFrom: antiPoverty.from, ...(antiPoverty.until === null ? {} : { antiPovertyUntil: antiPoverty.until }) }),
    ...(scene.workInjuryGrade === null ? {} : { workInjuryGrade: scene.workInjuryGrade }),
    ...(scene.isToVerify ? { certDerived: true, verification: { certNumber: '推得' } } : {}),
  }
}

function householdOf({ household }: Scene, newId: () => string): { readonly [field: string]: Json } {
  if (household === null) return {}
  const members = household.members.map((member) => ({ ...member, id: newId() }))
  return { householdId: household.id, ...(members.length === 0 ? {} : { householdMembers: members }) }
}

/** Made-up, of a range that no operator gives out for people: 1 9 9. */
function phoneOf(idNumber: string): string {
  return `199${idNumber.slice(8, 14)}${idNumber.slice(15, 17)}`
}
