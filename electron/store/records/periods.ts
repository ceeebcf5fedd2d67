import type { Intent } from '../../../db/journal/commit.ts'
import { documentById } from '../../../db/queries/file.ts'
import { periodsOf } from '../../../domain/cycle/index.ts'
import { closingsOf } from '../../../domain/employment/index.ts'
import type { Period } from '../../../domain/employment/index.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import type { StoreContext } from '../context.ts'
import type { KnownFile } from './knownFile.ts'

/** Periods that end because another one begins, each as a new version in the file that it was opened for. */
export function closingIntents(context: StoreContext, file: KnownFile, added: Period): Intent[] {
  return closingsOf(added, periodsOf(file.facts).standing).flatMap(({ id, body }): Intent[] => {
    const document = documentById(context.store, id)
    if (document === null || document.headId === null) return []
    return [{ kind: 'succeed', entity: 'employmentPeriod', entityId: id, personId: document.personId, body, replaces: document.headId }]
  })
}

/** A period that a check or a service opened hangs on it only as long as it says the same: once a person puts state or beginning right, it stands by itself. */
export function ownPeriod(record: JsonObject, file: KnownFile, documentId: string | null): JsonObject {
  const former = file.facts.documents.find(({ id }) => id === documentId)?.body
  if (former === undefined || (former.state === record.state && former.startOn === record.startOn)) return record
  const { source: _source, sourceId: _sourceId, ...rest } = record
  return rest
}
