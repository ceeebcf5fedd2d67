import { cycleIn } from '../../../db/cycle.ts'
import { commitAction } from '../../../db/journal/commit.ts'
import type { Intent } from '../../../db/journal/commit.ts'
import { changesOfAction, changesOfFile } from '../../../db/journal/rows.ts'
import type { StoredChange } from '../../../db/journal/rows.ts'
import { effectsBack, undoAction } from '../../../db/journal/undo.ts'
import { groupOf, relatedTo, shownAs } from '../../../db/projection/aliases.ts'
import { documentById, documentVersions, householdOf } from '../../../db/queries/file.ts'
import { patchOf } from '../../../domain/journal/fold.ts'
import type { DocumentEntity, JsonObject } from '../../../domain/journal/change.ts'
import { countedGroups, groupsOn } from '../../../domain/groups/index.ts'
import { happenedOn, recordHints } from '../../../domain/records/index.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Problem } from '../../../domain/result.ts'
import { effectsOf, reopenedBy } from '../../../domain/visit/effects.ts'
import type { Revision } from '../../../domain/visit/effects.ts'
import { prefillOf } from '../../../domain/visit/prefill.ts'
import type { Output } from '../../api/contract.ts'
import type { HandlersOf, StoreContext } from '../context.ts'
import { changeFaults, seenBy, withOldValues } from '../records/changes.ts'
import { checkDraft, employmentStateNow, orderWarnings } from '../records/completion.ts'
import { placementFaults } from '../records/placementFaults.ts'
import { shareAttachments } from '../../attachments/index.ts'
import { nameOf } from '../actors.ts'
import { knownFile, standingDocuments } from '../records/knownFile.ts'
import type { KnownFile } from '../records/knownFile.ts'
import { closingIntents, ownPeriod } from '../records/periods.ts'

/** The contract's type of a record whose fields the schema of its kind has checked. */
type Loose = NonNullable<Output<'drafts.get'>>['body']

const noPerson = { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' }
const noDocument = { code: 'noDocument', message: '没有找到这份记录，可能已经作废。请回档案看看' }

export const records: HandlersOf<
  'records.prefill' | 'records.check' | 'records.complete' | 'records.void' | 'records.versions' | 'journal.undo'
> = {
  'records.prefill': (context, { kind, personId, cycleYear }) => {
    const file = knownFile(context.store, personId)
    if (file === null) return fail(noPerson)
    const documents = standingDocuments(file)
    const previous = documents.find((document) => document.entity === kind)
    const body = prefillOf(kind, {
      personId, cycleYear, today: context.today(), user: context.user, unit: context.county.code, person: file.person,
      employmentState: employmentStateNow(file, context.today()),
      placementCheckMonths: cycleIn(context.store.sqlite, cycleYear).thresholds.placementCheckMonths,
      registrationMonths: cycleIn(context.store.sqlite, cycleYear).thresholds.registrationMonths,
      flags: groupsOn(countedGroups(file.facts, cycleIn(context.store.sqlite, cycleYear).thresholds, householdOf(context.store, file.person, context.today())), context.today()).map((group) => group.flag),
      documents,
    })
    return ok({ body: body as Loose, previous: previous === undefined ? null : previousOf(kind, previous.body) })
  },

  'records.check': (context, { kind, personId, cycleYear, body }) => {
    const file = knownFile(context.store, personId)
    if (file === null) return fail(noPerson)
    const checked = checkDraft(context, file, kind, cycleYear, body as JsonObject)
    const problems = checked.ok ? [] : checked.error.map(({ field, message }) => ({ path: field, message }))
    const added = checked.ok ? { id: '', entity: kind, body: checked.value } : null
    const hints = recordHints(kind, checked.ok ? checked.value : (body as JsonObject), cycleIn(context.store.sqlite, cycleYear)).map(({ field, message }) => ({ path: field, message }))
    return ok({ problems, hints, warnings: orderWarnings(context, file, cycleYear, added) })
  },

  'records.complete': (context, { kind, personId, cycleYear, body, replaces }) => {
    const file = knownFile(context.store, personId)
    if (file === null) return fail(noPerson)
    const checked = checkDraft(context, file, kind, cycleYear, body as JsonObject)
    if (!checked.ok) {
      const fields = checked.error.map(({ field, message }) => ({ path: field, message }))
      return fail({ code: 'incomplete', message: `有 ${fields.length} 处要改，已标出。按 Ctrl+E 去第一处`, fields })
    }
    const record = kind === 'infoCheck'
      ? withOldValues(checked.value, file.person)
      : kind === 'employmentPeriod' ? ownPeriod(checked.value, file, replaces?.documentId ?? null) : checked.value
    const faults = kind === 'infoCheck' ? changeFaults(context, file, record) : kind === 'placementCheck' ? placementFaults(file, record) : []
    if (faults.length > 0) return fail({ code: 'incomplete', message: faults[0]?.message ?? '', fields: faults })
    // Read together by a merge, a record is put right in the file that it was opened for.
    const owner = replaces === null ? personId : (documentById(context.store, replaces.documentId)?.personId ?? null)
    if (owner === null || shownAs(context.store.sqlite, owner) !== shownAs(context.store.sqlite, personId)) return fail(noDocument)
    for (const id of groupOf(context.store.sqlite, owner).members) if (id !== owner) shareAttachments(context, id, owner, record)
    const documentId = replaces?.documentId ?? context.deps.newId()
    const main: Intent = replaces === null
      ? { kind: 'create', entity: kind as DocumentEntity, entityId: documentId, personId, body: record }
      : { kind: 'succeed', entity: kind as DocumentEntity, entityId: documentId, personId: owner, body: { ...record, personId: owner }, replaces: replaces.changeId }
    const saved = commitAction(
      context.store,
      { actorId: context.user.id },
      [main, ...effectIntents(context, file, kind, record, documentId, seenBy(body as JsonObject))],
      { clearDraft: { kind, personId, documentId: replaces?.documentId ?? null } },
    )
    context.changed([shownAs(context.store.sqlite, personId)])
    const warnings = orderWarnings(context, file, cycleYear, { id: documentId, entity: kind, body: record })
    return ok({ actionId: saved.actionId, savedAt: saved.savedAt, documentId, changeId: saved.changes[0]?.id ?? '', warnings })
  },

  'records.void': (context, { documentId, reason }) => {
    const document = documentById(context.store, documentId)
    if (document === null || document.personId === null || document.headId === null) return fail(noDocument)
    if (document.voided) return fail({ code: 'alreadyVoid', message: '这份记录已经作废了，不用再作废' })
    const { personId } = document
    const shownIn = shownAs(context.store.sqlite, personId)
    const saved = commitAction(context.store, { actorId: context.user.id }, [
      { kind: 'void', entity: document.entity as DocumentEntity, entityId: documentId, personId, reason, voids: document.headId },
      ...(withEffects.includes(document.entity) ? effectsBack(relatedTo(context.store.sqlite, personId).flatMap((id) => changesOfFile(context.store.sqlite, id)), documentId, workFields) : []),
      ...(document.entity === 'placementCheck' ? reopenIntents(context, personId, documentId) : []),
    ])
    context.changed([shownIn])
    return ok({ actionId: saved.actionId, savedAt: saved.savedAt })
  },

  'records.versions': (context, { documentId }) => {
    const versions = documentVersions(context.store, documentId, nameOf(context))
    return ok(versions.map((version) => ({ ...version, body: version.body as Loose | null })))
  },

  'journal.undo': (context, { actionId }) => {
    const refusal = undoRefusal(changesOfAction(context.store.sqlite, actionId), context.user)
    if (refusal !== null) return fail(refusal)
    const undone = undoAction(context.store, { actorId: context.user.id }, actionId)
    if (undone.undone === 0) return fail(movedOn)
    context.changed(null)
    return ok({ actionId: undone.actionId, savedAt: undone.savedAt })
  },
}

/** Records that say whether somebody works, and the fields of the person that they set by it: void, they must not go on saying so. */
const withEffects: readonly string[] = ['infoCheck', 'serviceRecord', 'placementCheck']
const workFields = ['employmentState', 'employmentStateOn', 'employmentForm', 'unemployedReason', 'livingSource', 'unemployedSince']

const movedOn = { code: 'movedOn', message: '后来又改过，这一步没有撤销，什么都没有改。请打开档案看看现在的内容' }

/** A step is taken back by whoever made it. What the office brought in goes back with the import, within its days. */
function undoRefusal(changes: readonly StoredChange[], user: StoreContext['user']): Problem | null {
  if (changes.length === 0) return { code: 'noSuchAction', message: '这台电脑上没有这一步，什么都没有改' }
  if (changes.some((change) => change.actorId !== user.id)) {
    return { code: 'othersWork', message: '这一步是别人做的，要由他来撤销。什么都没有改' }
  }
  if (changes.some((change) => change.entity === 'rosterImport')) {
    return { code: 'useImports', message: '导入的名单请在“导入”里撤销，什么都没有改' }
  }
  if (user.role === 'counsellor' && changes.some((change) => change.entity === 'review')) {
    return { code: 'submitted', message: '已经提交审核，撤不回来了。内容要改，请更正那份记录，再提交新的一版' }
  }
  return null
}

function effectIntents(context: StoreContext, file: KnownFile, kind: string, body: JsonObject, documentId: string, seen: ReadonlyMap<string, string | null>): Intent[] {
  const effects = effectsOf(kind, body, documentId, {
    person: file.person,
    employmentState: employmentStateNow(file, context.today()),
    documents: standingDocuments(file),
  })
  const { personId } = file
  const intents: Intent[] = revisionIntents(context, effects.revised)
  const patch = patchOf(file.living, effects.person)
  // Where the county's value moved on while the form lay open, both are kept and a person is asked.
  for (const [field, basedOn] of seen) if (patch[field] !== undefined) patch[field] = { ...patch[field], basedOn }
  if (Object.keys(patch).length > 0) intents.push({ kind: 'patch', entity: 'person', entityId: personId, personId, fields: patch })
  if (kind === 'employmentPeriod') intents.push(...closingIntents(context, file, { id: documentId, body }))
  if (effects.period !== null) {
    const id = context.deps.newId()
    intents.push({ kind: 'create', entity: 'employmentPeriod', entityId: id, personId, body: effects.period }, ...closingIntents(context, file, { id, body: effects.period }))
  }
  return intents
}

/** Periods that a record writes anew, each upon the version that stands. */
function revisionIntents(context: StoreContext, revised: readonly Revision[]): Intent[] {
  return revised.flatMap(({ documentId, body }): Intent[] => {
    const document = documentById(context.store, documentId)
    if (document === null || document.headId === null || document.voided) return []
    return [{ kind: 'succeed', entity: 'employmentPeriod', entityId: documentId, personId: document.personId, body, replaces: document.headId }]
  })
}

/** A job that was said to be left goes on when that word falls. */
function reopenIntents(context: StoreContext, personId: string, checkId: string): Intent[] {
  const file = knownFile(context.store, shownAs(context.store.sqlite, personId))
  return file === null ? [] : revisionIntents(context, reopenedBy(checkId, standingDocuments(file)))
}

function previousOf(kind: string, body: JsonObject) {
  return { body: body as Loose, on: happenedOn(kind, body) ?? '', cycleYear: String(body.cycleYear ?? '') }
}
