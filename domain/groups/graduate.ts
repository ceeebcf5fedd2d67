import { documentsOf, textIn } from '../cycle/facts.ts'
import type { CaseFacts, Dated } from '../cycle/facts.ts'
import type { IsoDate } from '../plan/dates.ts'
import type { GraduateStep } from '../plan/plans.ts'
import { objectsIn } from '../records/fields.ts'
import type { Loose } from '../records/fields.ts'

/** 一人一策: how far the plan of a graduate has come. Steps are written in the plan by hand, or told by the service records since it was opened. */

export interface PlanStepDone {
  readonly kind: string
  readonly on: IsoDate
  readonly result: string | null
  /** The service record behind it; null: written by hand alone. */
  readonly documentId: string | null
  /** Its place among the steps of the plan; null: told by a service record. */
  readonly index: number | null
  /** A referral of three posts is three offers. */
  readonly count: number
}

export interface StepCount {
  readonly kinds: readonly string[]
  readonly owed: number
  readonly done: number
}

export interface GraduateProgress {
  readonly steps: readonly PlanStepDone[]
  readonly counts: readonly StepCount[]
  /** Steps of the template that are done, none counted beyond what is owed. */
  readonly done: number
  readonly owed: number
  readonly isComplete: boolean
  readonly outcome: string | null
}

/** The plan that is worked on: the newest without an outcome, else the newest. */
export function graduatePlanOf(facts: CaseFacts): Dated | null {
  const plans = documentsOf(facts, 'graduatePlan')
  return plans.findLast(({ body }) => textIn(body, 'outcome') === null) ?? plans.at(-1) ?? null
}

const kindOfService: Readonly<Record<string, string>> = {
  '01': 'POLICY_TALK', '02': 'GUIDANCE', '03': 'JOB_OFFER', '07': 'TRAINING', '08': 'INTERNSHIP', '14': 'SUBSIDY',
}

/** `services`: id and body of the service records of the person; those before the plan was opened do not count. */
export function graduateProgress(
  plan: Loose,
  services: readonly { readonly id: string; readonly body: Loose }[],
  template: readonly GraduateStep[],
): GraduateProgress {
  const own = objectsIn(plan.steps).flatMap((step, index): PlanStepDone[] => {
    const [kind, on] = [textIn(step, 'kind'), textIn(step, 'on')]
    if (kind === null || on === null) return []
    return [{ kind, on, result: textIn(step, 'result'), documentId: textIn(step, 'documentId'), index, count: 1 }]
  })
  const linked = new Set(own.map(({ documentId }) => documentId))
  const told = services.flatMap(({ id, body }): PlanStepDone[] => {
    const kind = kindOfService[textIn(body, 'serviceType') ?? '']
    const on = textIn(body, 'servedOn')
    if (kind === undefined || on === null || linked.has(id) || on < (textIn(plan, 'openedOn') ?? '')) return []
    const offers = kind === 'JOB_OFFER' ? objectsIn(body.referrals).length : 1
    return [{ kind, on, result: textIn(body, 'result'), documentId: id, index: null, count: Math.max(1, offers) }]
  })
  const steps = [...own, ...told].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const counts = template.map(({ kinds, count }): StepCount => ({
    kinds, owed: count,
    done: steps.filter(({ kind }) => kinds.includes(kind)).reduce((sum, step) => sum + step.count, 0),
  }))
  const done = counts.reduce((sum, each) => sum + Math.min(each.done, each.owed), 0)
  const owed = counts.reduce((sum, each) => sum + each.owed, 0)
  return { steps, counts, done, owed, isComplete: done === owed, outcome: textIn(plan, 'outcome') }
}
