import { commitAction } from '../../../db/journal/commit.ts'
import { mergePersons } from '../../../db/journal/merge.ts'
import { undoAction } from '../../../db/journal/undo.ts'
import { fileToCompare, listDuplicates, listMerges, standingMerge } from '../../../db/queries/duplicates.ts'
import { listErasures } from '../../../db/queries/erasures.ts'
import { personRows, personState } from '../../../db/queries/file.ts'
import { logReveal } from '../../../db/queries/journalLists.ts'
import { shownAs } from '../../../db/projection/aliases.ts'
import { valuesOf } from '../../../db/projection/personColumns.ts'
import { erasePerson } from '../../../db/sync/index.ts'
import { compareFiles, valuesToTake } from '../../../domain/duplicates/index.ts'
import type { Json, JsonObject } from '../../../domain/journal/change.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import type { ApiProblem } from '../../api/schemas/common.ts'
import { dropAttachments } from '../../attachments/index.ts'
import { nameOf } from '../actors.ts'
import type { HandlersOf, StoreContext } from '../context.ts'

const noPerson = { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' }
const noPair = { code: 'noPair', message: '这两份档案有一份已经不在名单里了，什么都没有改。请回疑似重复看看' }
const movedOn = { code: 'movedOn', message: '对照的时候档案里又写了新内容，什么都没有改。请重新对照一遍' }
const noMerge = { code: 'noMerge', message: '这次合并已经拆开了，不用再拆' }

type Area = 'list' | 'compare' | 'dismiss' | 'merges'
export const duplicates: HandlersOf<`duplicates.${Area}` | 'persons.merge' | 'persons.unmerge' | 'persons.erase' | 'persons.erasures'> = {
  'duplicates.list': (context, input) => ok(listDuplicates(context.store, input, context.today()) as Output<'duplicates.list'>),

  'duplicates.compare': (context, { survivorId, loserId }) => {
    const pair = pairOf(context, survivorId, loserId)
    if (!pair.ok) return pair
    const [survivorRow, loserRow] = personRows(context.store, [survivorId, loserId], context.today())
    if (survivorRow === undefined || loserRow === undefined) return fail(noPair)
    const fields = compareFiles(pair.value.survivor.values, pair.value.loser.values)
    for (const field of covered) {
      if (!fields.some((one) => one.field === field)) continue
      for (const personId of [survivorId, loserId]) logReveal(context.store, { actorId: context.user.id, personId, field })
    }
    const side = (name: 'survivor' | 'loser', row: typeof survivorRow) => ({ row, version: pair.value[name].version, records: pair.value[name].records })
    return ok({
      survivor: side('survivor', survivorRow),
      loser: side('loser', loserRow),
      fields: fields.map((one) => (one.field === 'responsibleId' ? { ...one, ...namesIn(context, one) } : one)) as unknown as Output<'duplicates.compare'>['fields'],
    })
  },

  'duplicates.dismiss': (context, { a, b }) => {
    const pair = pairOf(context, a, b)
    if (!pair.ok) return pair
    const body = { personId: a, otherId: b, on: context.today() }
    const { actionId, savedAt } = commitAction(context.store, context.by, [
      { kind: 'create', entity: 'notDuplicate', entityId: context.deps.newId(), personId: a, body },
    ])
    context.changed([a, b])
    return ok({ actionId, savedAt })
  },

  'duplicates.merges': (context) => ok(listMerges(context.store, nameOf(context))),

  'persons.merge': (context, { survivorId, loserId, choices, versions }) => {
    const pair = pairOf(context, survivorId, loserId)
    if (!pair.ok) return pair
    const { survivor, loser } = pair.value
    if (survivor.version !== versions.survivor || loser.version !== versions.loser) return fail(movedOn)
    const taken = valuesToTake(survivor.values, loser.values, choices)
    if (!taken.ok) {
      const fields = taken.error.map((path) => ({ path, message: '两份不一样，请选一个' }))
      return fail({ code: 'incomplete', message: `还有 ${fields.length} 处两份不一样，没有选留哪一个。什么都没有改`, fields })
    }
    const { actionId, savedAt } = mergePersons(context.store, context.by, { survivorId, loserId, fields: taken.value })
    context.changed([survivorId, loserId])
    const row = personRows(context.store, [survivorId], context.today())[0]
    return row === undefined ? fail(noPerson) : ok({ actionId, savedAt, row })
  },

  'persons.unmerge': (context, { mergeId }) => {
    const merge = standingMerge(context.store, mergeId)
    if (merge === null) return fail(noMerge)
    const [first = '', ...together] = merge.actionIds
    const { actionId, savedAt } = undoAction(context.store, context.by, first, { together })
    context.changed(merge.personIds)
    return ok({ actionId, savedAt })
  },

  'persons.erase': (context, { personId, ground, deadline }) => {
    const state = personState(context.store, personId)
    if (state === null || Object.keys(state.fields).length === 0) return fail(noPerson)
    const erased = erasePerson(context.store, context.by, { personId, ground, deadline })
    for (const id of erased.personIds) dropAttachments(context, id)
    context.changed(erased.personIds)
    return ok({ ...erased, personIds: [...erased.personIds] })
  },

  'persons.erasures': (context) => ok(listErasures(context.store)),
}

/** People are compared by their names. */
function namesIn(context: StoreContext, { survivor, loser }: { readonly survivor: Json; readonly loser: Json }) {
  const named = (value: Json) => (typeof value === 'string' ? nameOf(context)(value) : null)
  return { survivor: named(survivor), loser: named(loser) }
}

/** Fields that are covered elsewhere; here they are compared in full. */
const covered = ['idNumber', 'certNumber', 'phone', 'otherPhones', 'contactPhone', 'guardianPhone']

interface Side {
  readonly values: { readonly [field: string]: Json }
  readonly version: string
  readonly records: { readonly entity: string; readonly n: number }[]
}

/** Two files that are both shown, and not the same one. */
function pairOf(context: StoreContext, survivorId: string, loserId: string): Result<{ survivor: Side; loser: Side }, ApiProblem> {
  const sideOf = (personId: string): Side | null => {
    const file = fileToCompare(context.store, personId)
    const state = personState(context.store, personId)
    if (file === null || state === null || !file.isShown || shownAs(context.store.sqlite, personId) !== personId) return null
    return { values: valuesOf(state) as JsonObject, version: file.version, records: file.records }
  }
  const [survivor, loser] = [sideOf(survivorId), sideOf(loserId)]
  return survivor === null || loser === null || survivorId === loserId ? fail(noPair) : ok({ survivor, loser })
}
