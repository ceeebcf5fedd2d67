import type { AgeRule } from '../identity/workingAge.ts'
import type { IsoDate } from './dates.ts'
import { plans } from './plans.ts'
import type { Plan, StepName, Thresholds } from './plans.ts'

/** One round of the four ones: a calendar year unless a plan says otherwise. */
export interface PlanCycle {
  /** '2026'; records carry it as cycleYear. */
  readonly year: string
  readonly from: IsoDate
  /** The last day of the cycle. */
  readonly until: IsoDate
  readonly planId: string
  readonly planVersion: number
  readonly ageRule: AgeRule
  readonly dueOn: Readonly<Record<StepName, IsoDate>>
  readonly thresholds: Thresholds
  /** Six digits; when set, people registered elsewhere do not count. */
  readonly countyCode?: string
}

/** The plan in force on a day; before the first or after the last one the nearest, so that work never stops for want of a plan. */
export function planOn(date: IsoDate): Plan {
  const inForce = plans.find((plan) => plan.from <= date && date <= plan.until)
  const nearest = date < (plans[0] as Plan).from ? plans[0] : plans.at(-1)
  return inForce ?? (nearest as Plan)
}

export function planById(id: string): Plan | null {
  return plans.find((plan) => plan.id === id) ?? null
}

export function cycleOf(date: IsoDate, options: { countyCode?: string } = {}): PlanCycle {
  return cycleOfYear(date.slice(0, 4), options)
}

export function cycleOfYear(year: string, options: { countyCode?: string } = {}): PlanCycle {
  const plan = planOn(`${year}-01-01`)
  return {
    year,
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    planId: plan.id,
    planVersion: plan.version,
    ageRule: plan.ageRule,
    dueOn: {
      infoCheck: `${year}-${plan.dueOn.infoCheck}`,
      capabilityAssessment: `${year}-${plan.dueOn.capabilityAssessment}`,
      demandRegistration: `${year}-${plan.dueOn.demandRegistration}`,
      serviceRecord: `${year}-${plan.dueOn.serviceRecord}`,
    },
    thresholds: plan.thresholds,
    ...options,
  }
}

export function isInCycle(date: IsoDate, cycle: Pick<PlanCycle, 'from' | 'until'>): boolean {
  return cycle.from <= date && date <= cycle.until
}
