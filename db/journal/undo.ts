import type { Database } from 'better-sqlite3'
import type { DocumentEntity, Json, LivingEntity, PatchField } from '../../domain/journal/change.ts'
import { aliasesOf } from '../../domain/journal/alias.ts'
import { isLiving } from '../../domain/journal/change.ts'
import { foldDocument, foldLiving } from '../../domain/journal/fold.ts'
import { preparedValue } from '../prepared.ts'
import { isLinked } from '../projection/aliases.ts'
import { withdrawnField } from '../projection/personColumns.ts'
import type { Store } from '../store.ts'
import { commitAction } from './commit.ts'
import type { Intent } from './commit.ts'
import { changesOfFile } from './rows.ts'
import type { StoredChange } from './rows.ts'

/**
 * Taking back an action by new changes; the journal itself is never touched. Back goes only what still stands as the action left it: a person whom it
 * brought in and who was worked on since stays, and so does a field or a document that has moved on.
 */

export interface Undone {
  readonly actionId: string
  readonly savedAt: string
  /** Persons (or other files) in which something was taken back. */
  readonly undone: number
  /** Persons in whom something had to stay. */
  readonly kept: string[]
}

export function undoAction(
  store: Store,
  by: { readonly actorId: string },
  actionId: string,
  options: { readonly onProgress?: (written: number) => void; readonly together?: readonly string[] } = {},
): Undone {
  const { sqlite } = store
  const kept: string[] = []
  let undone = 0
  function* compensations(): Generator<Intent> {
    const actions = new Set([actionId, ...(options.together ?? [])])
    for (const fileId of new Set([...actions].flatMap((id) => filesOf(sqlite, id)))) {
      const isWorkedOn = hasDraft(sqlite, fileId) || isLinked(sqlite, fileId)
      // Several actions that said the same are taken back as if they were one: either alone would leave what the other said.
      const changes = changesOfFile(sqlite, fileId).map((change) => (actions.has(change.actionId) ? { ...change, actionId } : change))
      const back = backOf(changes, actionId, fileId, isWorkedOn)
      if (back.isKept) kept.push(fileId)
      if (back.intents.length > 0) undone += 1
      yield* back.intents
    }
  }
  const intents = [...compensations()]
  const { onProgress } = options
  const committed = commitAction(store, by, intents, { ...(onProgress === undefined ? {} : { onProgress }), keepChanges: false })
  return { actionId: committed.actionId, savedAt: committed.savedAt, undone, kept }
}

function filesOf(sqlite: Database, actionId: string): string[] {
  return preparedValue(sqlite, 'select file_id from change where action_id = ? group by file_id order by min(seq)').all(actionId) as string[]
}

/** An unfinished form is work too, though no change of the journal tells of it. */
function hasDraft(sqlite: Database, fileId: string): boolean {
  return preparedValue(sqlite, 'select 1 from draft where person_id = ? limit 1').get(fileId) !== undefined
}

interface Back {
  readonly intents: Intent[]
  readonly isKept: boolean
}

function backOf(changes: readonly StoredChange[], actionId: string, fileId: string, isBegun: boolean): Back {
  const isNew = changes[0]?.actionId === actionId && changes[0].entity === 'person'
  if (isNew) return isBegun ? { intents: [], isKept: true } : withdraw(changes, actionId, fileId)
  const intents = aliasBack(changes, actionId, fileId)
  let isKept = false
  for (const entityId of new Set(changes.filter((change) => change.actionId === actionId).map((change) => change.entityId))) {
    const own = changes.filter((change) => change.entityId === entityId)
    const back = isLiving(own[0]?.entity ?? '') ? livingBack(own, actionId) : documentBack(own, actionId)
    intents.push(...back.intents)
    isKept ||= back.isKept
  }
  return { intents, isKept }
}

/** A merge ends; the end of a merge is followed by the same merge again. */
function aliasBack(changes: readonly StoredChange[], actionId: string, personId: string): Intent[] {
  const aliases = aliasesOf(changes)
  const isOurs = (changeId: string | null) => changes.some((change) => change.id === changeId && change.actionId === actionId)
  const target = { entity: 'person', entityId: personId, personId } as const
  const standing = aliases.filter((alias) => alias.unmergeId === null && isOurs(alias.mergeId))
  const ended = aliases.filter((alias) => isOurs(alias.unmergeId))
  return [
    ...(standing.length === 0 ? [] : [{ kind: 'unmerge' as const, ...target, merges: standing.map((alias) => alias.mergeId) }]),
    ...ended.map((alias) => ({ kind: 'merge' as const, ...target, into: alias.survivorId, seen: seenBefore(changes, alias.mergeId) })),
  ]
}

function seenBefore(changes: readonly StoredChange[], mergeId: string): { [writer: string]: number } {
  const seen = changes.find((change) => change.id === mergeId)?.fields?.seen
  return typeof seen === 'object' && seen !== null ? { ...(seen as { [writer: string]: number }) } : {}
}

/** A person whom the action brought in leaves the lists, with the documents that came along, unless somebody has worked on them since. */
function withdraw(changes: readonly StoredChange[], actionId: string, personId: string): Back {
  if (changes.some((change) => change.actionId !== actionId)) return { intents: [], isKept: true }
  const fields: { [field: string]: PatchField } = { [withdrawnField]: { after: true, basedOn: null } }
  const documents = [...new Set(changes.filter((change) => change.entity !== 'person').map((change) => change.entityId))]
  const voids = documents.flatMap((id) => documentBack(changes.filter((change) => change.entityId === id), actionId).intents)
  return { intents: [...voids, { kind: 'patch', entity: 'person', entityId: personId, personId, fields }], isKept: false }
}

/** Fields that still show what the action set get the value from before it. */
function livingBack(changes: readonly StoredChange[], actionId: string): Back {
  const first = changes[0] as StoredChange
  const now = foldLiving(changes)
  const before = foldLiving(changes.filter((change) => change.actionId !== actionId))
  const ids = new Set(changes.filter((change) => change.actionId === actionId).map((change) => change.id))
  const fields: { [field: string]: PatchField } = {}
  let isKept = false
  for (const field of fieldsSet(changes, actionId)) {
    const head = now.fields[field]
    const setter = head?.changeIds[0]
    if (head === undefined || setter === undefined || !ids.has(setter)) {
      isKept = true
      continue
    }
    const after: Json = before.fields[field]?.value ?? null
    fields[field] = { after, basedOn: head.changeIds.at(-1) ?? null }
  }
  if (Object.keys(fields).length === 0) return { intents: [], isKept }
  const { entityId, personId } = first
  return { intents: [{ kind: 'patch', entity: first.entity as LivingEntity, entityId, personId, fields }], isKept }
}

function fieldsSet(changes: readonly StoredChange[], actionId: string): Set<string> {
  const fields = new Set<string>()
  for (const change of changes) {
    if (change.actionId !== actionId || change.fields === null) continue
    if (change.kind === 'patch') for (const field of Object.keys(change.fields)) fields.add(field)
    if (change.kind === 'settle' && typeof change.fields.field === 'string') fields.add(change.fields.field)
  }
  return fields
}

/** A new document is voided; a new version is followed by the one before it; a void is followed by the version that it took away. */
function documentBack(changes: readonly StoredChange[], actionId: string): Back {
  const first = changes[0] as StoredChange
  const state = foldDocument(changes)
  const target = { entity: first.entity as DocumentEntity, entityId: first.entityId, personId: first.personId }
  const madeVoid = changes.find((change) => change.id === state.voidId)
  if (madeVoid !== undefined) {
    if (madeVoid.actionId !== actionId || state.body === null) return { intents: [], isKept: true }
    return { intents: [{ kind: 'succeed', ...target, body: state.body, replaces: madeVoid.id }], isKept: false }
  }
  const head = changes.find((change) => change.id === state.headId)
  // Nothing is left of what an erasure has emptied.
  if (head === undefined || head.actionId !== actionId || state.body === null) return { intents: [], isKept: true }
  const before = foldDocument(changes.filter((change) => change.actionId !== actionId))
  if (before.voided || before.body === null) {
    return { intents: [{ kind: 'void', ...target, reason: before.voidReason ?? '撤销', voids: head.id }], isKept: false }
  }
  return { intents: [{ kind: 'succeed', ...target, body: before.body, replaces: head.id }], isKept: false }
}

/**
 * What completing a record changed elsewhere in the file, for when the record turns out to be void: documents that name it as their source, and these
 * fields of the person, as far as they still stand as it left them. `changes`: of all files that are or were read together with its own.
 */
export function effectsBack(changes: readonly StoredChange[], documentId: string, fields: readonly string[]): Intent[] {
  const actions = new Set(changes.filter((change) => change.entityId === documentId).map((change) => change.actionId))
  const isOurs = (changeId: string | null | undefined) => changes.some((change) => change.id === changeId && actions.has(change.actionId))
  const intents: Intent[] = []
  for (const entityId of new Set(changes.filter((change) => change.kind === 'create').map((change) => change.entityId))) {
    const own = changes.filter((change) => change.entityId === entityId)
    const { entity, personId } = own[0] as StoredChange
    const { body, headId, voided } = foldDocument(own)
    if (headId === null || voided || body?.sourceId !== documentId || !isOurs(headId)) continue
    intents.push({ kind: 'void', entity: entity as DocumentEntity, entityId, personId, reason: '来源的记录作废', voids: headId })
  }
  for (const personId of new Set(changes.flatMap((change) => (change.entity === 'person' ? [change.entityId] : [])))) {
    const own = changes.filter((change) => change.entity === 'person' && change.entityId === personId)
    const now = foldLiving(own)
    const before = foldLiving(own.filter((change) => !actions.has(change.actionId)))
    const patch: { [field: string]: PatchField } = {}
    for (const field of fields) {
      const head = now.fields[field]
      if (head !== undefined && isOurs(head.changeIds[0])) {
        patch[field] = { after: before.fields[field]?.value ?? null, basedOn: head.changeIds.at(-1) ?? null }
      }
    }
    if (Object.keys(patch).length > 0) intents.push({ kind: 'patch', entity: 'person', entityId: personId, personId, fields: patch })
  }
  return intents
}
