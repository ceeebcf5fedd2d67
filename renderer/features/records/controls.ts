import type { FieldProblem, JsonObject } from '../../api/client.ts'
import { isAsSuggested } from '../../../domain/records/index.ts'
import { adviceOfDraft, advisedLists } from './adviceOf.ts'
import { answersOf } from './answers.ts'
import type { FileFacts } from './fileFacts.ts'
import { isEmpty, valueAt, withoutValue } from './formSpec.ts'
import type { FieldSpec, FormSpec, GroupSpec } from './formSpec.ts'

/** Which fields are on the screen, where a problem is shown among them, and what of a draft is handed in. */

export interface ShownGroup {
  readonly label: GroupSpec['label']
  readonly fields: readonly FieldSpec[]
}

export function shownGroups(spec: FormSpec, body: JsonObject, facts: FileFacts): ShownGroup[] {
  return spec.groups
    .filter((group) => group.show?.(body, facts) ?? true)
    .map((group) => ({ label: group.label, fields: group.fields.filter((field) => field.show?.(body, facts) ?? true) }))
    .filter((group) => group.fields.length > 0)
}

/** Paths of everything that can take the focus or show an error, from top to bottom. */
export function controlsOf(groups: readonly ShownGroup[], body: JsonObject): string[] {
  return groups.flatMap((group) => group.fields.flatMap((field) => pathsOf(field, body)))
}

const adviceControls = ['advice', 'suggestedForms', 'reasonIfChanged', 'suggestedFamilies', 'accommodations', 'suggestedTraining']

function pathsOf(field: FieldSpec, body: JsonObject): string[] {
  const { path } = field
  const list = Array.isArray(body[path]) ? body[path] : []
  if (field.kind === 'rows') {
    const rows = list.length === 0 ? [{}] : list
    return [path, ...rows.flatMap((_, i) => (field.columns ?? []).map((column) => `${path}.${i}.${column.path}`))]
  }
  if (path === 'advice') return adviceControls
  if (path === 'attachments') return [path, ...list.flatMap((_, i) => [`${path}.${i}.name`, `${path}.${i}.location`])]
  if (path === 'changes') return [path, ...list.map((change) => `changes.${String((change as { field?: unknown }).field)}`)]
  if (path === 'review') return ['reviewOf', 'unchanged.certificate', 'unchanged.health', 'unchanged.job']
  return [path]
}

/** The control at which a problem is shown: its own, the nearest that holds it, or the first within it. null: none is on the screen. */
export function homeOf(controls: readonly string[], path: string): string | null {
  const keys = path.split('.')
  for (let length = keys.length; length > 0; length -= 1) {
    const at = keys.slice(0, length).join('.')
    if (controls.includes(at)) return at
  }
  return controls.find((control) => control.startsWith(`${path}.`)) ?? null
}

export interface PlacedProblem extends FieldProblem {
  /** Its control; null when it belongs to no field on the screen. */
  readonly at: string | null
}

/** Problems in the order of the form; one for each control. */
export function placed(problems: readonly FieldProblem[], controls: readonly string[]): PlacedProblem[] {
  const seen = new Set<string>()
  return problems
    .map((problem) => ({ ...problem, at: homeOf(controls, problem.path) }))
    .sort((a, b) => rank(a.at) - rank(b.at))
    .filter(({ at, path }) => !seen.has(at ?? `?${path}`) && seen.add(at ?? `?${path}`))

  function rank(at: string | null): number {
    return at === null ? controls.length : controls.indexOf(at)
  }
}

/** Nothing is there yet. A change that was written is there, right or wrong; of the items, what was known beforehand is no answer. */
export function isBlankAt(body: JsonObject, path: string): boolean {
  if (path === 'items') return answersOf(body).every(({ code }) => code.startsWith('W'))
  return !path.startsWith('changes.') && isEmpty(valueAt(body, path))
}

/** Answers that the form keeps beside the record while it is being filled in. */
export const besides = ['consentDrafts', 'visit'] as const

/** What is handed in: answers whose question fell away stay in the draft only. */
export function handedIn(spec: FormSpec, body: JsonObject, facts: FileFacts): JsonObject {
  let result: JsonObject = body
  for (const path of besides) result = withoutValue(result, path)
  for (const group of spec.groups) {
    const isGroupShown = group.show?.(body, facts) ?? true
    for (const field of group.fields) {
      if (!isGroupShown || !(field.show?.(body, facts) ?? true)) result = [field.path, ...(field.also ?? [])].reduce(withoutValue, result)
    }
  }
  return spec.kind === 'capabilityAssessment' ? assessmentHandedIn(result, facts) : result
}

function assessmentHandedIn(body: JsonObject, facts: FileFacts): JsonObject {
  if (!isEmpty(body.reviewOf)) return withoutValue(body, 'advised')
  const fresh = ['reviewOf', 'unchanged', 'advised'].reduce(withoutValue, body)
  const advice = adviceOfDraft(fresh, facts.profile)
  const advised = advisedLists(advice)
  const seen = advice.score.flags.length === 0 && fresh.accommodations === undefined ? { ...fresh, accommodations: [] } : fresh
  const kept = advised === null ? seen : { ...seen, advised }
  return isAsAdvised(kept, facts) ? withoutValue(kept, 'reasonIfChanged') : kept
}

/** Forms of work, families and training are those that the answers suggest. */
export function isAsAdvised(body: JsonObject, facts: FileFacts): boolean {
  const advised = advisedLists(adviceOfDraft(body, facts.profile))
  return advised === null || isAsSuggested(body, advised)
}
