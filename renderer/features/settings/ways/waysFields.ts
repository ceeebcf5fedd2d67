import { localThresholds, stepNames } from '../../../../domain/plan/index.ts'
import type { CountyValues, LocalThreshold, PlanCycle, StepName } from '../../../../domain/plan/index.ts'
import type { JsonObject } from '../../../api/client.ts'
import { readNumber } from '../../../components/NumberField.tsx'

/** What a county may set, as fields of a form: everything is text until it is saved, so that nothing typed is lost. */

export interface WayField {
  /** Where the value lies in the statement: `thresholds.registrationMonths`. */
  readonly path: string
  readonly kind: 'day' | 'number' | 'money' | 'text'
  /** How it is named on the screen, and what it is counted in. */
  readonly name: StepName | LocalThreshold | 'target' | 'sheet'
  readonly unit?: 'times' | 'kinds' | 'days' | 'months' | 'years' | 'ages' | 'workingDays' | 'yuan' | 'people'
  /** Of the plan, for names that are the plan's own words. */
  readonly of?: { readonly id: string; readonly zh: string; readonly en: string }
}

export type WayGroup = 'due' | 'reach' | 'stand' | 'groups' | 'duties' | 'targets' | 'sheets'

type Threshold = readonly [LocalThreshold, NonNullable<WayField['unit']>]

const thresholdsOf: Readonly<Record<'reach' | 'stand' | 'groups' | 'duties', readonly Threshold[]>> = {
  reach: [['unreachableAttempts', 'times'], ['unreachableMethods', 'kinds'], ['unreachableDays', 'days']],
  stand: [['assessmentReviewMonths', 'months'], ['registrationMonths', 'months'], ['minimumWageFen', 'yuan']],
  groups: [
    ['longTermUnemployedMonths', 'months'], ['graduateYears', 'years'], ['agedMen', 'ages'], ['agedWomen', 'ages'], ['trainableMinAge', 'ages'], ['trainableMaxAge', 'ages'],
  ],
  duties: [['informationMonths', 'months'], ['rightsWorkingDays', 'workingDays']],
}

/** Groups in the order of the work. */
export function wayGroups(plan: PlanCycle): readonly (readonly [WayGroup, readonly WayField[]])[] {
  const thresholds = (group: keyof typeof thresholdsOf): WayField[] =>
    thresholdsOf[group].map(([name, unit]) => ({ path: `thresholds.${name}`, kind: unit === 'yuan' ? 'money' : 'number', name, unit }))
  return [
    ['due', stepNames.map((step): WayField => ({ path: `dueOn.${step}`, kind: 'day', name: step }))],
    ['reach', thresholds('reach')],
    ['stand', thresholds('stand')],
    ['groups', thresholds('groups')],
    ['duties', thresholds('duties')],
    ['targets', plan.targets.filter(({ unit }) => unit === '人').map((target): WayField => ({ path: `targets.${target.id}`, kind: 'number', name: 'target', unit: 'people', of: target }))],
    ['sheets', plan.texts.map((text): WayField => ({ path: `texts.${text.id}`, kind: 'text', name: 'sheet', of: text }))],
  ]
}

/** What holds in a cycle, as the field shows it; '' where there is no number. */
export function wayText(cycle: PlanCycle, { path, kind }: Pick<WayField, 'path' | 'kind'>): string {
  const value = valueOf(cycle, path)
  if (value === null || value === undefined) return ''
  return kind === 'money' ? String(Number(value) / 100) : String(value)
}

function valueOf(cycle: PlanCycle, path: string): string | number | null | undefined {
  const [part, ...rest] = path.split('.')
  const name = rest.join('.')
  if (part === 'dueOn') return cycle.dueOn[name as StepName]
  if (part === 'targets') return cycle.targets.find(({ id }) => id === name)?.value
  if (part === 'texts') return cycle.texts.find(({ id }) => id === name)?.version
  return localThresholds.includes(name as LocalThreshold) ? cycle.thresholds[name as LocalThreshold] : undefined
}

export interface WaysDraft {
  readonly texts: Readonly<Record<string, string>>
  readonly ageRule: PlanCycle['ageRule']
  readonly completionNeedsReview: boolean
}

export function draftOf(cycle: PlanCycle): WaysDraft {
  const fields = wayGroups(cycle).flatMap(([, group]) => group)
  return {
    texts: Object.fromEntries(fields.map((field) => [field.path, wayText(cycle, field)])),
    ageRule: cycle.ageRule,
    completionNeedsReview: cycle.completionNeedsReview,
  }
}

export interface ReadWays {
  /** Only what differs from the plan. */
  readonly body: JsonObject
  /** Fields whose text is no number or day. */
  readonly unread: readonly string[]
}

export function readWays(draft: WaysDraft, plan: PlanCycle): ReadWays {
  const parts: Record<string, Record<string, string | number>> = {}
  const unread: string[] = []
  for (const field of wayGroups(plan).flatMap(([, group]) => group)) {
    const text = (draft.texts[field.path] ?? '').trim()
    if (text === wayText(plan, field).trim()) continue
    const value = readField(field, text)
    if (value === null) {
      // A day cannot be left out; of everything else the plan's own holds.
      if (text !== '' || field.kind === 'day') unread.push(field.path)
      continue
    }
    const [part = '', ...rest] = field.path.split('.')
    parts[part] = { ...parts[part], [rest.join('.')]: value }
  }
  const own: Partial<CountyValues> = {
    ...(draft.ageRule === plan.ageRule ? {} : { ageRule: draft.ageRule }),
    ...(draft.completionNeedsReview === plan.completionNeedsReview ? {} : { completionNeedsReview: draft.completionNeedsReview }),
  }
  return { body: { ...parts, ...own } as unknown as JsonObject, unread }
}

function readField({ kind }: WayField, text: string): string | number | null {
  if (text === '') return null
  if (kind === 'text') return text
  if (kind === 'day') return text.slice(5)
  const number = readNumber(text, kind === 'money' ? 2 : 0)
  return number === null || kind === 'number' ? number : Math.round(number * 100)
}

/** Labels of everything in which two cycles differ, for 从什么到什么. */
export function differingFields(before: PlanCycle, after: PlanCycle): WayField[] {
  return wayGroups(after).flatMap(([, group]) => group).filter((field) => wayText(before, field) !== wayText(after, field))
}
