import { cn2025 } from './data/cn2025.ts'
import { ln2022 } from './data/ln2022.ts'
import type { IsoDate } from './dates.ts'
import type { Plan } from './types.ts'

export { defaultThresholds } from './defaults.ts'
export { stepNames } from './types.ts'
export type { GraduateStep, Plan, PlanAction, PlanDuty, PlanTarget, PlanText, Retention, StepName, Thresholds } from './types.ts'

/** In the order of time. A new plan is a file in `data/` and a line here. */
export const plans: readonly Plan[] = [ln2022, cn2025]

/** The plan in force on a day; before the first or after the last one the nearest, so that work never stops for want of a plan. */
export function planOn(date: IsoDate): Plan {
  const inForce = plans.find((plan) => plan.from <= date && date <= plan.until)
  const nearest = date < (plans[0] as Plan).from ? plans[0] : plans.at(-1)
  return inForce ?? (nearest as Plan)
}

export function planById(id: string): Plan | null {
  return plans.find((plan) => plan.id === id) ?? null
}

/** What a plan owes to somebody who belongs to a group. */
export function dutiesTo(plan: Plan, flag: string): Plan['duties'] {
  return plan.duties.filter(({ flags }) => flags.includes(flag))
}
