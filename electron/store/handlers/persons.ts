import { cycleIn } from '../../../db/cycle.ts'
import { commitAction } from '../../../db/journal/commit.ts'
import type { Intent } from '../../../db/journal/commit.ts'
import { fileAsAt, knownSince } from '../../../db/queries/asAt.ts'
import { personFile, personRows, personState, shownByNumber } from '../../../db/queries/file.ts'
import type { PersonParts } from '../../../db/queries/file.ts'
import { logReveal } from '../../../db/queries/journalLists.ts'
import { listPersons, places } from '../../../db/queries/list.ts'
import { dashboard, todayLists } from '../../../db/queries/overview.ts'
import { searchPersons } from '../../../db/queries/search.ts'
import { caseOf } from '../../../domain/cycle/index.ts'
import { standingOf } from '../../../domain/consent/index.ts'
import type { Json, JsonObject, PatchField } from '../../../domain/journal/change.ts'
import { patchOf } from '../../../domain/journal/fold.ts'
import type { LivingState } from '../../../domain/journal/fold.ts'
import { completeRecord, personHints } from '../../../domain/records/index.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import type { ApiProblem } from '../../api/schemas/common.ts'
import { nameOf } from '../actors.ts'
import type { HandlersOf, StoreContext } from '../context.ts'
import { isEditable } from '../records/changes.ts'
import { knownFile, standingDocuments } from '../records/knownFile.ts'
import { withMasks } from '../records/masks.ts'

const noPerson = { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' }

type Area = 'asAt' | 'list' | 'search' | 'places' | 'dashboard' | 'today' | 'get' | 'reveal' | 'update' | 'create' | 'assign' | 'verify'

export const persons: HandlersOf<`persons.${Area}`> = {
  'persons.list': (context, input) => ok(listPersons(context.store, input, context.today())),
  'persons.search': (context, input) => ok(searchPersons(context.store, input, context.today())),
  'persons.places': (context) => ok(places(context.store, context.today())),
  'persons.dashboard': (context) => ok(dashboard(context.store, context.today())),
  'persons.today': (context) => ok(todayLists(context.store, context.today())),

  'persons.get': (context, { personId }) => {
    const today = context.today()
    const file = personFile(context.store, personId, today, nameOf(context))
    if (file === null) return fail(noPerson)
    return ok(fileAnswer(context, file, today))
  },

  'persons.asAt': (context, { personId, day }) => {
    const today = context.today()
    if (day > today) return fail({ code: 'future', message: `这一天还没到。今天是 ${today.slice(5)}`, field: 'day' })
    const since = knownSince(context.store, personId)
    if (since === null) return fail(noPerson)
    const file = fileAsAt(context.store, personId, day, nameOf(context))
    return ok({ file: file === null ? null : fileAnswer(context, file, day), since })
  },

  'persons.reveal': (context, { personId, field }) => {
    const value = personState(context.store, personId)?.fields[field]?.value
    logReveal(context.store, { actorId: context.user.id, personId, field })
    return ok({ value: typeof value === 'string' ? value : null })
  },

  'persons.update': (context, { personId, fields, basedOn }) => {
    const state = personState(context.store, personId)
    if (state === null) return fail(noPerson)
    const stray = Object.keys(fields).find((field) => !isEditable(field))
    if (stray !== undefined) return fail({ code: 'notInFile', message: '这一项不能在档案里直接改，什么都没有改', field: stray })
    const refusal = photoRefusal(context, personId, fields as JsonObject)
    if (refusal !== null) return fail(refusal)
    const patch: { [field: string]: PatchField } = {}
    for (const [field, after] of Object.entries(fields)) {
      // Asked together with another one, and still empty.
      if (after === null && (state.fields[field]?.value ?? null) === null && Object.keys(fields).length > 1) continue
      patch[field] = { after: after as Json, basedOn: basedOn[field] ?? null }
    }
    const values = Object.fromEntries(Object.entries(state.fields).map(([field, head]) => [field, head.value]))
    const checked = checkPerson(context, { ...values, ...(fields as JsonObject) }, Object.keys(fields))
    if (!checked.ok) return checked
    // Who corrects a field has looked at it: its 待核实 mark goes with the correction.
    const marks = patchOf(state, { verification: marksWithout(state, Object.keys(fields)) })
    const isMarked = isObject(state.fields.verification?.value)
    // A certificate number that a person typed is no longer one that was put together (推得).
    const typed = 'certNumber' in fields && state.fields.certDerived?.value === true ? patchOf(state, { certDerived: false }) : {}
    const all = { ...patch, ...typed, ...(isMarked ? marks : {}) }
    return ok(save(context, personId, [{ kind: 'patch', entity: 'person', entityId: personId, personId, fields: all }]))
  },

  'persons.create': (context, { fields }) => {
    const checked = checkPerson(context, fields as JsonObject, Object.keys(fields).concat('name', 'idNumber'))
    if (!checked.ok) return checked
    const known = shownByNumber(context.store, checked.value.idNumber)
    if (known !== null) {
      return fail({ code: 'samePerson', message: `这个证件号的人已经在名单里：${known}。请打开那份档案`, field: 'idNumber' })
    }
    const personId = context.deps.newId()
    const written = save(context, personId, [
      { kind: 'patch', entity: 'person', entityId: personId, personId, fields: patchOf(null, checked.value) },
    ])
    const row = personRows(context.store, [personId], context.today())[0]
    return row === undefined ? fail(noPerson) : ok({ ...written, row })
  },

  'persons.assign': (context, { personIds, responsibleId }) => {
    // Whoever has left this device since the list was shown is passed over: nothing is known here to build upon.
    const states = personIds.flatMap((personId) => {
      const state = personState(context.store, personId)
      return state === null ? [] : [{ personId, state }]
    })
    if (states.length === 0) return fail(noPerson)
    const intents = states.flatMap(({ personId, state }): Intent[] => {
      const fields = patchOf(state, { responsibleId })
      return Object.keys(fields).length === 0 ? [] : [{ kind: 'patch', entity: 'person', entityId: personId, personId, fields }]
    })
    const { actionId, savedAt } = commitAction(context.store, { actorId: context.user.id }, intents)
    context.changed(personIds)
    return ok({ actionId, savedAt })
  },

  'persons.verify': (context, { personId, field }) => {
    const state = personState(context.store, personId)
    if (state === null) return fail(noPerson)
    const rest = marksWithout(state, [field])
    const seen: JsonObject = field === 'certNumber' ? { verification: rest, certDerived: false } : { verification: rest }
    return ok(save(context, personId, [{ kind: 'patch', entity: 'person', entityId: personId, personId, fields: patchOf(state, seen) }]))
  },
}

/** A photo is kept only where the person has agreed to photos, and has not taken that back (PIPL art. 29). */
function photoRefusal(context: StoreContext, personId: string, fields: JsonObject): ApiProblem | null {
  if ((fields.photo ?? null) === null) return null
  const file = knownFile(context.store, personId)
  const consents = file === null ? [] : standingDocuments(file).filter(({ entity }) => entity === 'consent')
  if (standingOf('PHOTO', consents).state === 'given') return null
  return { code: 'noConsent', message: '先要本人同意拍照和使用照片，照片没有存', field: 'photo' }
}

/** A file as the page gets it: numbers covered. */
function fileAnswer(context: StoreContext, file: PersonParts, day: string): Output<'persons.get'> {
  return {
    row: file.row,
    fields: withMasks(file.fields) as Output<'persons.get'>['fields'],
    heads: file.heads,
    verify: file.verify,
    hints: personHints(file.fields),
    groups: file.groups,
    documents: file.documents as Output<'persons.get'>['documents'],
    orderWarnings: caseOf(file.facts, cycleIn(context.store.sqlite, day.slice(0, 4))).orderWarnings.map((warning) => warning.message),
    timeline: file.timeline as Output<'persons.get'>['timeline'],
    ...(file.joined.length === 0 ? {} : { joined: file.joined }),
  }
}

function save(context: StoreContext, personId: string, intents: Intent[]) {
  const { actionId, savedAt } = commitAction(context.store, { actorId: context.user.id }, intents)
  context.changed([personId])
  return { actionId, savedAt }
}

/** Only what is being written now is checked: a file with older gaps must still take a new phone number. */
function checkPerson(context: StoreContext, values: JsonObject, touched: readonly string[]): Result<JsonObject, ApiProblem> {
  const today = context.today()
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const checked = completeRecord('person', given, { today, lastKnownDate: today, cycle: cycleIn(context.store.sqlite, today.slice(0, 4)) })
  if (checked.ok) return ok(checked.value as unknown as JsonObject)
  const problems = checked.error.filter((problem) => touched.includes(problem.field.split('.')[0] ?? ''))
  if (problems.length === 0) return ok(given)
  const fields = problems.map(({ field, message }) => ({ path: field, message }))
  return fail({ code: 'incomplete', message: problems.length === 1 ? (problems[0]?.message ?? '') : `有 ${problems.length} 处要改，已标出`, fields })
}

/** The 待核实 marks that stay when these fields have been looked at. */
function marksWithout(state: LivingState, fields: readonly string[]): JsonObject {
  const marks = state.fields.verification?.value
  return Object.fromEntries(Object.entries(isObject(marks) ? marks : {}).filter(([name]) => !fields.includes(name)))
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

