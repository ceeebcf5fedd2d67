import type { AgeRule } from './ageRules.ts'
import { planFor, thresholdsWith, valuesFor } from './countyValues.ts'
import type { StatedValues } from './countyValues.ts'
import type { IsoDate } from './dates.ts'
import type { PlanTarget, PlanText, StepName, Thresholds } from './types.ts'

/** One round of the four ones: a calendar year unless a plan says otherwise. Plan and county together: what rules go by. */
export interface PlanCycle {
  /** '2026'; records carry it as cycleYear. */
  readonly year: string
  readonly from: IsoDate
  /** The last day of the cycle. */
  readonly until: IsoDate
  readonly planId: string
  readonly planVersion: number
  /** The change with the county's values; null where the plan alone holds. */
  readonly countyValues: string | null
  readonly ageRule: AgeRule
  readonly dueOn: Readonly<Record<StepName, IsoDate>>
  readonly completionNeedsReview: boolean
  readonly thresholds: Thresholds
  /** With the county's share in place of the province's number. */
  readonly targets: readonly PlanTarget[]
  /** Which version of each text people sign, the county's own sheet where it has one. */
  readonly texts: readonly PlanText[]
  /** Six digits; when set, people registered elsewhere do not count. */
  readonly countyCode?: string
}

export interface CycleOptions {
  readonly countyCode?: string
  /** Everything that the county has stated, of every year. */
  readonly values?: readonly StatedValues[]
}

export function cycleOf(date: IsoDate, options: CycleOptions = {}): PlanCycle {
  return cycleOfYear(date.slice(0, 4), options)
}

export function cycleOfYear(year: string, { countyCode, values = [] }: CycleOptions = {}): PlanCycle {
  const plan = planFor(year)
  const stated = valuesFor(year, values)
  const local = stated?.body
  const due = (step: StepName): IsoDate => `${year}-${local?.dueOn?.[step] ?? plan.dueOn[step]}`
  return {
    year,
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    planId: plan.id,
    planVersion: plan.version,
    countyValues: stated?.changeId ?? null,
    ageRule: local?.ageRule ?? plan.ageRule,
    dueOn: {
      infoCheck: due('infoCheck'),
      capabilityAssessment: due('capabilityAssessment'),
      demandRegistration: due('demandRegistration'),
      serviceRecord: due('serviceRecord'),
    },
    completionNeedsReview: local?.completionNeedsReview ?? plan.completionNeedsReview,
    thresholds: thresholdsWith(plan.thresholds, local?.thresholds),
    targets: plan.targets.map((target) => ({ ...target, value: local?.targets?.[target.id] ?? target.value })),
    texts: plan.texts.map((text) => ({ ...text, version: local?.texts?.[text.id] ?? text.version })),
    ...(countyCode === undefined ? {} : { countyCode }),
  }
}

/** Which version of a text people sign in this cycle; undefined: the plan has no such text. */
export function textVersionOf(cycle: Pick<PlanCycle, 'texts'>, id: string): string | undefined {
  return cycle.texts.find((text) => text.id === id)?.version
}

export function isInCycle(date: IsoDate, cycle: Pick<PlanCycle, 'from' | 'until'>): boolean {
  return cycle.from <= date && date <= cycle.until
}
