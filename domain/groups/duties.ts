import { checkOutcome, periodsOf } from '../cycle/index.ts'
import { dateIn, documentsIn, documentsOf, textIn } from '../cycle/facts.ts'
import type { CaseFacts, Dated } from '../cycle/facts.ts'
import { isInCycle } from '../plan/cycles.ts'
import type { PlanCycle } from '../plan/cycles.ts'
import type { IsoDate } from '../plan/dates.ts'
import { dutiesTo } from '../plan/plans.ts'
import type { Plan, PlanDuty } from '../plan/plans.ts'

/** What the plan owes to a group, and what of it has been done for this person in the cycle, read from the records. */

export interface DutyDone {
  /** `person` where the file itself says it. */
  readonly entity: string
  readonly documentId: string | null
  readonly on: IsoDate
  /** Of a service record. */
  readonly serviceType: string | null
}

export interface DutyStanding {
  readonly duty: PlanDuty
  /** The action of the plan by its title; the id alone where it is no action (g2 is a measure). */
  readonly action: { readonly zh: string; readonly en: string }
  /** Oldest first; empty: still owed. */
  readonly done: readonly DutyDone[]
}

export function dutiesOf(flag: string, facts: CaseFacts, plan: Plan, cycle: PlanCycle): DutyStanding[] {
  return dutiesTo(plan, flag).map((duty) => ({ duty, action: actionOf(plan, duty.action), done: doneBy[duty.id]?.(facts, cycle) ?? [] }))
}

const measures: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  g2: { zh: '保障措施：完善政策体系', en: 'Measure: policies' },
}

function actionOf(plan: Plan, id: string): { readonly zh: string; readonly en: string } {
  const found = plan.actions.find((action) => action.id === id) ?? measures[id]
  return found === undefined ? { zh: id, en: id } : { zh: found.zh, en: found.en }
}

type Evidence = (facts: CaseFacts, cycle: PlanCycle) => DutyDone[]

/** By the id of the duty. What a county adds by itself has no test here and stays open until there is one. */
const doneBy: Readonly<Record<string, Evidence>> = {
  survey: visits,
  aid: services(),
  welfarePost: services('11'),
  oneJob: work,
  sheltered: services('06', '10'),
  coach: services('12'),
  antiPovertyEntry: entry,
  familyWork: services('03', '04', '07', '09', '10', '11', '16'),
  homeJobs: services('07', '16'),
  onePlan: (facts) => documentsOf(facts, 'graduatePlan').map(doneIn),
  graduateHelp: services('01', '02', '03', '07', '08', '14'),
  graduateFairs: services('04'),
  massage: services('07', '09'),
  blindJobs: services('03', '04'),
  workInjured: services(),
  schooling: services('07', '14'),
  newForms: services('07', '09'),
}

function doneIn({ entity, id, on, body }: Dated): DutyDone {
  return { entity, documentId: id, on, serviceType: entity === 'serviceRecord' ? textIn(body, 'serviceType') : null }
}

/** Services of these types; of any type where none is named. */
function services(...types: readonly string[]): Evidence {
  return (facts, cycle) =>
    documentsIn(facts, 'serviceRecord', cycle)
      .filter(({ body }) => types.length === 0 || types.includes(textIn(body, 'serviceType') ?? ''))
      .map(doneIn)
}

/** A check in which somebody was spoken to, or a service at home. Comparing data is no visit. */
function visits(facts: CaseFacts, cycle: PlanCycle): DutyDone[] {
  const checks = documentsIn(facts, 'infoCheck', cycle).filter((check) => checkOutcome(check, cycle) === 'done' && check.body.method !== 'DATA_COMPARE')
  const atHome = documentsIn(facts, 'serviceRecord', cycle).filter(({ body }) => body.method === 'HOME_VISIT')
  return [...checks, ...atHome].map(doneIn).sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** Work found in the cycle, by this person; who else of the household works ends the group by itself. */
function work(facts: CaseFacts, cycle: PlanCycle): DutyDone[] {
  return periodsOf(facts).standing.filter(({ body, on }) => body.state === 'EMPLOYED' && isInCycle(on, cycle)).map(doneIn)
}

function entry({ person }: CaseFacts): DutyDone[] {
  const on = dateIn(person, 'antiPovertyEnteredOn')
  return on === null ? [] : [{ entity: 'person', documentId: null, on, serviceType: null }]
}
