import { z } from 'zod'
import { ageRules } from './ageRules.ts'
import { planOn } from './plans.ts'
import { stepNames } from './types.ts'
import type { Plan, Thresholds } from './types.ts'

/**
 * What a county sets differently from the plan: one document for a year, which holds for the later years of the same plan as well until one of them has its
 * own. Past years keep theirs, so that a figure that was reported does not move. What is not named is as the plan says.
 */

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

export const countyValuesShape = {
  /** The first year in which they hold. */
  cycleYear: z.string().regex(/^\d{4}$/),
  planId: z.string().min(1).max(40),
  planVersion: z.int().min(1),
  ageRule: z.enum(ageRules).optional(),
  dueOn: z.partialRecord(z.enum(stepNames), monthDay).optional(),
  completionNeedsReview: z.boolean().optional(),
  thresholds: z.record(z.string().max(60), z.union([z.int(), z.array(z.int()).max(12)])).optional(),
  /** Shares of this county, by the id of the plan's target. */
  targets: z.record(z.string().max(20), z.int()).optional(),
  /** Versions of the county's own sheets that people sign on paper, by the id of the text. */
  texts: z.record(z.string().max(60), z.string().min(1).max(40)).optional(),
  note: z.string().max(500).optional(),
}

/** Fields that this version does not know are kept. */
export const countyValuesSchema = z.looseObject(countyValuesShape)
export type CountyValues = z.infer<z.ZodObject<typeof countyValuesShape>>

/** A document with the change that made it what it is. */
export interface StatedValues {
  readonly changeId: string
  readonly body: CountyValues
}

export type LocalThreshold = Exclude<keyof Thresholds, 'placementCheckMonths' | 'serviceMinutesMin' | 'serviceMinutesMax' | 'resultWithinDays' | 'quotaContractMonths'>

/** What a county may set, within which bounds. No rule of the plan is made looser than a whole plan would bear. */
export const localLimits: Readonly<Record<LocalThreshold, { readonly min: number; readonly max: number }>> = {
  unreachableAttempts: { min: 3, max: 10 },
  unreachableMethods: { min: 2, max: 5 },
  unreachableDays: { min: 2, max: 10 },
  registrationMonths: { min: 1, max: 24 },
  assessmentReviewMonths: { min: 1, max: 12 },
  longTermUnemployedMonths: { min: 1, max: 36 },
  graduateYears: { min: 1, max: 5 },
  agedWomen: { min: 35, max: 55 },
  agedMen: { min: 40, max: 60 },
  trainableMinAge: { min: 16, max: 30 },
  trainableMaxAge: { min: 30, max: 60 },
  informationMonths: { min: 1, max: 12 },
  rightsWorkingDays: { min: 1, max: 15 },
  minimumWageFen: { min: 1, max: 10_000_00 },
}

export const localThresholds = Object.keys(localLimits) as LocalThreshold[]

/** The same on every device, so that two offices write versions of one document and not two documents. */
export function countyValuesId(year: string): string {
  return `00000000-0000-8000-8000-00000000${year}`
}

/** The statement that holds in a year, or null where the plan alone does. */
export function valuesFor(year: string, all: readonly StatedValues[]): StatedValues | null {
  const plan = planFor(year)
  const holding = all.filter(({ body }) => body.planId === plan.id && body.cycleYear <= year)
  return holding.reduce<StatedValues | null>((newest, one) => (newest === null || one.body.cycleYear > newest.body.cycleYear ? one : newest), null)
}

export function planFor(year: string): Plan {
  return planOn(`${year}-01-01`)
}

/** Only what lies within the bounds counts: a version of another program may have written others. */
export function thresholdsWith(plan: Thresholds, local: CountyValues['thresholds']): Thresholds {
  const own = localThresholds.flatMap((name) => {
    const value = local?.[name]
    return typeof value === 'number' && isWithin(name, value) ? [[name, value] as const] : []
  })
  return own.length === 0 ? plan : { ...plan, ...Object.fromEntries(own) }
}

function isWithin(name: LocalThreshold, value: number): boolean {
  return value >= localLimits[name].min && value <= localLimits[name].max
}

export interface ValueFault {
  /** `thresholds.registrationMonths`, `dueOn.infoCheck`. */
  readonly field: string
  readonly message: string
}

/** What is wrong with a statement, each tied to its field. */
export function countyValuesFaults(body: CountyValues): ValueFault[] {
  const faults: ValueFault[] = []
  const add = (field: string, message: string) => faults.push({ field, message })
  for (const name of localThresholds) {
    const value = body.thresholds?.[name]
    if (value === undefined || (typeof value === 'number' && isWithin(name, value))) continue
    const { min, max } = localLimits[name]
    add(`thresholds.${name}`, name === 'minimumWageFen' ? `最低工资请写大于 0、不超过 ${max / 100} 元的数。不知道就空着` : `请写 ${min} 到 ${max} 之间的整数`)
  }
  const all = thresholdsWith(planFor(body.cycleYear).thresholds, body.thresholds)
  if (all.unreachableMethods > all.unreachableAttempts) add('thresholds.unreachableMethods', `总共联系 ${all.unreachableAttempts} 次，联系方式不能比次数多`)
  if (all.unreachableDays > all.unreachableAttempts) add('thresholds.unreachableDays', `总共联系 ${all.unreachableAttempts} 次，天数不能比次数多`)
  if (all.trainableMinAge > all.trainableMaxAge) add('thresholds.trainableMaxAge', `最大年龄要不小于最小的 ${all.trainableMinAge} 岁`)
  for (const step of stepNames) {
    const day = body.dueOn?.[step]
    if (day !== undefined && !isEveryYear(day)) add(`dueOn.${step}`, '这一天不是每年都有，请改')
  }
  for (const [id, value] of Object.entries(body.targets ?? {})) if (value < 0 || value > 1_000_000) add(`targets.${id}`, '请写 0 到 1000000 之间的整数')
  return faults
}

/** 29 February and 31 April are no days to owe something on every year. */
function isEveryYear(day: string): boolean {
  const made = new Date(`2026-${day}T00:00:00Z`)
  return !Number.isNaN(made.getTime()) && made.toISOString().slice(5, 10) === day
}

