import { documentEntities, isLiving } from '../../domain/journal/change.ts'
import type { PlacedChange } from '../../domain/journal/change.ts'
import { foldDocument, foldLiving } from '../../domain/journal/fold.ts'

/** What a change meets at the county, by the same fold that devices use. */

export interface OpenQuestion {
  readonly field: string
  readonly headChangeId: string | null
  readonly rivalChangeId: string
}

/** `history`: all changes of one entity in the county's order. */
export function openQuestions(history: readonly PlacedChange[]): OpenQuestion[] {
  if (!foldsByField(history)) {
    const state = foldDocument(history)
    return state.rivals.map((rivalChangeId) => ({ field: 'document', headChangeId: state.headId, rivalChangeId }))
  }
  return Object.entries(foldLiving(history).fields).flatMap(([field, head]) =>
    head.rivals.map((rival) => ({ field, headChangeId: head.changeIds.at(-1) ?? null, rivalChangeId: rival.changeId })),
  )
}

/** The fields that the last change of the history leaves open. */
export function contestedBy(history: readonly PlacedChange[], changeId: string): string[] {
  if (history.length < 2) return []
  return openQuestions(history).filter((question) => question.rivalChangeId === changeId).map((question) => question.field)
}

/** An entity that this version does not know is taken by the kind of its changes. */
function foldsByField(history: readonly PlacedChange[]): boolean {
  const entity = history[0]?.entity ?? ''
  if (isLiving(entity)) return true
  if ((documentEntities as readonly string[]).includes(entity)) return false
  return history.some((change) => change.kind === 'patch')
}
