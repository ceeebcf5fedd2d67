import type { Database } from 'better-sqlite3'
import { hashInput } from '../../domain/journal/change.ts'
import type { Change, DocumentEntity, Json, JsonObject, LivingEntity, PatchField } from '../../domain/journal/change.ts'
import type { DraftKey } from '../drafts.ts'
import { deleteDraft } from '../drafts.ts'
import { readMeta, writeMeta } from '../meta.ts'
import { preparedValue } from '../prepared.ts'
import { createProjector } from '../projection/project.ts'
import type { Store } from '../store.ts'
import { fileIdOf, insertChange, insertDelivery } from './rows.ts'

/** What a command wants written. Rules are checked before this; from here on nothing is refused. */
export type Intent =
  | {
      readonly kind: 'patch'
      readonly entity: LivingEntity
      readonly entityId: string
      readonly personId: string | null
      readonly fields: { readonly [field: string]: PatchField }
    }
  | {
      readonly kind: 'create'
      readonly entity: DocumentEntity
      readonly entityId: string
      readonly personId: string | null
      readonly body: JsonObject
    }
  | {
      readonly kind: 'succeed'
      readonly entity: DocumentEntity
      readonly entityId: string
      readonly personId: string | null
      readonly body: JsonObject
      /** The change that holds the version to be succeeded. */
      readonly replaces: string
    }
  | {
      readonly kind: 'void'
      readonly entity: DocumentEntity
      readonly entityId: string
      readonly personId: string | null
      readonly reason: string
      readonly voids: string
    }
  | {
      readonly kind: 'settle'
      readonly entity: LivingEntity
      readonly entityId: string
      readonly personId: string | null
      readonly field: string
      readonly after: Json
      readonly heads: readonly string[]
    }
  | {
      /** This file is read as that of `into` from now on. */
      readonly kind: 'merge'
      readonly entity: 'person'
      readonly entityId: string
      readonly personId: string
      readonly into: string
      readonly seen: { readonly [writer: string]: number }
    }
  | {
      readonly kind: 'unmerge'
      readonly entity: 'person'
      readonly entityId: string
      readonly personId: string
      /** The merges that end. */
      readonly merges: readonly string[]
    }
  | {
      /** Empties every change of the person by law; what was sent is emptied elsewhere when this arrives there. */
      readonly kind: 'erase'
      readonly entity: 'person'
      readonly entityId: string
      readonly personId: string
      /** A code of domain/codes/erasure.ts: nothing typed, which could name the person. */
      readonly ground: string
      /** The day by which it had to be done. */
      readonly deadline?: string
    }

export interface CommitOptions {
  readonly actionId?: string
  readonly clearDraft?: DraftKey
  /** For long actions: called every 1,000 changes; to stop and leave nothing behind, throw. */
  readonly onProgress?: (written: number) => void
  /** false: `changes` of the answer stays empty, so that 100,000 of them need not be held. */
  readonly keepChanges?: boolean
}

export interface Committed {
  readonly actionId: string
  /** On disk (FULL) when this is answered. */
  readonly savedAt: string
  readonly changes: Change[]
}

const changeVersion = 1

/** The only way to write: journal, delivery, entity rows, search rows and counters in one transaction. */
export function commitAction(
  store: Store,
  by: { readonly actorId: string },
  intents: Iterable<Intent>,
  options: CommitOptions = {},
): Committed {
  const { sqlite, deps } = store
  const actionId = options.actionId ?? deps.newId()
  const recordedAt = deps.now()
  const changes: Change[] = []
  const write = sqlite.transaction(() => {
    const projector = createProjector(store)
    let deviceSeq = Number(readMeta(sqlite, 'deviceSeq') ?? 0)
    let written = 0
    for (const wanted of intents) {
      const intent = inOwnFile(sqlite, wanted)
      const fields = fieldsOf(intent)
      const salt = deps.randomHex(16)
      const change: Change = {
        id: deps.newId(),
        v: changeVersion,
        actionId,
        entity: intent.entity,
        entityId: intent.entityId,
        personId: intent.personId,
        kind: intent.kind,
        fields,
        salt,
        fieldsHash: deps.sha256(hashInput(fields, salt)),
        actorId: by.actorId,
        deviceId: store.device.id,
        deviceEpoch: store.device.epoch,
        deviceSeq: ++deviceSeq,
        recordedAt,
      }
      const seq = insertChange(sqlite, change)
      insertDelivery(sqlite, change.id, 'pending', null)
      projector.add(fileIdOf(change), { ...change, seq, serverSeq: null, state: 'pending' })
      if (options.keepChanges !== false) changes.push(change)
      written += 1
      if (written % 1000 === 0) options.onProgress?.(written)
    }
    writeMeta(sqlite, 'deviceSeq', String(deviceSeq))
    projector.finish()
    if (options.clearDraft !== undefined) deleteDraft(sqlite, options.clearDraft)
  })
  write.immediate()
  return { actionId, savedAt: deps.now(), changes }
}

/** A version or a void lies in the file that the document was opened for, also where a merge shows it in another one. */
function inOwnFile(sqlite: Database, intent: Intent): Intent {
  if (intent.kind !== 'succeed' && intent.kind !== 'void') return intent
  const owner = preparedValue(sqlite, 'select opened_for from document where id = ?').get(intent.entityId)
  return typeof owner === 'string' && owner !== intent.personId ? { ...intent, personId: owner } : intent
}

function fieldsOf(intent: Intent): JsonObject {
  switch (intent.kind) {
    case 'patch':
      return intent.fields as unknown as JsonObject
    case 'create':
      return { body: intent.body }
    case 'succeed':
      return { body: intent.body, replaces: intent.replaces }
    case 'void':
      return { reason: intent.reason, voids: intent.voids }
    case 'settle':
      return { field: intent.field, after: intent.after, heads: intent.heads }
    case 'merge':
      return { into: intent.into, seen: intent.seen }
    case 'unmerge':
      return { merges: intent.merges }
    case 'erase':
      return { ground: intent.ground, ...(intent.deadline === undefined ? {} : { deadline: intent.deadline }) }
  }
}
