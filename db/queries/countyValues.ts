import { countyValuesId, countyValuesSchema } from '../../domain/plan/index.ts'
import type { CountyValues } from '../../domain/plan/index.ts'
import type { DocumentFields } from '../../domain/journal/change.ts'
import { foldDocument } from '../../domain/journal/fold.ts'
import { changesOfFile } from '../journal/rows.ts'
import type { StoredChange } from '../journal/rows.ts'
import type { Store } from '../store.ts'

/** What a county has stated for a year, and how it came to that. */

export interface ValuesVersion {
  readonly changeId: string
  readonly actionId: string
  readonly at: string
  readonly actorId: string
  /** null: taken back, the plan alone holds again. */
  readonly body: CountyValues | null
  /** Written at the same time on another computer, without knowing of the one that stands. */
  readonly isRival: boolean
}

export interface ValuesHistory {
  /** The change that the next version builds upon; null: there is none yet. */
  readonly head: string | null
  /** Newest first. */
  readonly versions: readonly ValuesVersion[]
}

export function valuesHistory(store: Store, year: string): ValuesHistory {
  const changes = changesOfFile(store.sqlite, countyValuesId(year))
  const state = foldDocument(changes)
  const rivals = new Set(state.rivals)
  return {
    head: state.voidId ?? state.headId,
    versions: changes.map((change) => versionOf(change, rivals)).reverse(),
  }
}

function versionOf(change: StoredChange, rivals: ReadonlySet<string>): ValuesVersion {
  const { id, actionId, recordedAt, actorId, fields } = change
  const body = countyValuesSchema.safeParse((fields as Partial<DocumentFields> | null)?.body)
  return { changeId: id, actionId, at: recordedAt, actorId, body: body.success ? (body.data as CountyValues) : null, isRival: rivals.has(id) }
}
