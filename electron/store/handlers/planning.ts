import { writeMeta, readMeta } from '../../../db/meta.ts'
import { agendaLists } from '../../../db/queries/agenda.ts'
import { commitAction } from '../../../db/journal/commit.ts'
import type { Intent } from '../../../db/journal/commit.ts'
import { personRows } from '../../../db/queries/file.ts'
import {
  personsByTail, townsOf, villagePersons, villagesOf, visitById, visitsBetween, visitsOfPersons, withRows,
} from '../../../db/queries/planning.ts'
import type { PlannedVisitRow, VisitOnDay } from '../../../db/queries/planning.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import { addDays, planOn } from '../../../domain/plan/index.ts'
import { nextReminder, remindersOn } from '../../../domain/reminders/reminders.ts'
import { readSheetCode } from '../../../domain/planning/sheetCode.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { ApiProblem } from '../../api/schemas/common.ts'
import type { HandlersOf, StoreContext } from '../context.ts'
import { sheetOf } from '../dayPack.ts'

type Area = 'agenda' | 'reminder' | 'villages' | 'village' | 'days' | 'day' | 'addVisits' | 'moveVisits' | 'orderVisits' | 'dropVisits' | 'dayPack' | 'openSheet'

/** So far back a visit that was not made is still shown. */
const daysBack = 14
const lastDay = '9999-12-31'

export const planning: HandlersOf<`planning.${Area}`> = {
  'planning.agenda': (context) => {
    const today = context.today()
    const visits = withRows(context.store, ownVisits(context, addDays(today, -daysBack), today), today)
    const { calendar } = planOn(today)
    const away = putAway(context)
    const next = nextReminder(calendar, today)
    return ok({
      on: today,
      visits: visits.filter((visit) => visit.on === today).map(shown),
      missed: visits.filter((visit) => visit.on < today && !visit.done).map(shown),
      lists: agendaLists(context.store, today),
      reminders: remindersOn(calendar, today).map(({ entry: { zh, en, doZh, doEn }, from, until, key }) => ({ key, zh, en, doZh, doEn, from, until, away: away.includes(key) })),
      nextReminder: next === null ? null : { zh: next.entry.zh, en: next.entry.en, from: next.from },
    })
  },

  'planning.reminder': (context, { key, away }) => {
    const others = putAway(context).filter((other) => other !== key)
    writeMeta(context.store.sqlite, putAwayKey(context), JSON.stringify(away ? [...others, key] : others))
    context.changed([])
    return ok({})
  },

  'planning.villages': (context, { town }) => {
    const towns = townsOf(context.store, context.today())
    const chosen = town !== null && towns.includes(town) ? town : (towns[0] ?? null)
    return ok({ towns, town: chosen, villages: chosen === null ? [] : villagesOf(context.store, chosen, context.today()) })
  },

  'planning.village': (context, place) => {
    const { total, rows } = villagePersons(context.store, place, context.today())
    return ok({
      total,
      rows: rows.map(({ row, asks, planned }) => ({
        row,
        asks: [...asks],
        planned: planned === null ? null : { on: planned.on, byName: planned.byName, own: planned.byId === context.user.id },
      })),
    })
  },

  'planning.days': (context) => {
    const counts = new Map<string, number>()
    for (const visit of ownVisits(context, addDays(context.today(), -daysBack), lastDay)) counts.set(visit.on, (counts.get(visit.on) ?? 0) + 1)
    return ok([...counts].map(([on, visits]) => ({ on, visits })))
  },

  'planning.day': (context, { on }) => ok({ on, visits: visitsOn(context, on).map(shown) }),

  'planning.addVisits': (context, { personIds, on, purpose }) => {
    if (on < context.today()) return fail(dayIsPast)
    const rows = personRows(context.store, [...new Set(personIds)], context.today())
    if (rows.length === 0) return fail(noPerson)
    const known = visitsOfPersons(context.store, rows.map((row) => row.id), on).filter((visit) => visit.on === on && visit.byId === context.user.id)
    const fresh = rows.filter((row) => !known.some((visit) => visit.personId === row.id))
    if (fresh.length === 0) return fail({ code: 'alreadyPlanned', message: '选的人这一天都排过了，没有再排' })
    const intents = fresh.map((row): Intent => ({
      kind: 'create', entity: 'plannedVisit', entityId: context.deps.newId(), personId: row.id,
      body: {
        personId: row.id, cycleYear: on.slice(0, 4), plannedOn: on, byId: context.user.id, byName: context.user.name,
        ...(row.town === null ? {} : { town: row.town }), ...(row.village === null ? {} : { village: row.village }),
        ...(purpose === undefined || purpose.trim() === '' ? {} : { purpose: purpose.trim() }),
      },
    }))
    return ok({ ...save(context, fresh.map((row) => row.id), intents), added: fresh.length, left: rows.length - fresh.length })
  },

  'planning.moveVisits': (context, { documentIds, on }) => {
    if (on < context.today()) return fail(dayIsPast)
    return rewrite(context, documentIds, (visit) => (visit.on === on ? null : { plannedOn: on, cycleYear: on.slice(0, 4), order: null }))
  },

  'planning.orderVisits': (context, { documentIds }) =>
    rewrite(context, documentIds, (visit) => (visit.order === documentIds.indexOf(visit.documentId) + 1 ? null : { order: documentIds.indexOf(visit.documentId) + 1 })),

  'planning.dropVisits': (context, { documentIds }) => {
    const visits = found(context, documentIds)
    if (visits.length === 0) return fail(noVisit)
    const intents = visits.map((visit): Intent => ({
      kind: 'void', entity: 'plannedVisit', entityId: visit.documentId, personId: visit.ownerId, reason: '从走访安排里拿掉', voids: visit.headId,
    }))
    return ok(save(context, visits.map((visit) => visit.personId), intents))
  },

  'planning.dayPack': (context, { on }) => {
    const visits = visitsOn(context, on).filter((visit) => !visit.done)
    if (visits.length === 0) return fail({ code: 'nothingPlanned', message: '这一天没有要走访的人，没有可印的。请先排人' })
    return ok({ on, county: context.county.name, sheets: visits.flatMap((visit) => sheetOf(context, visit) ?? []) })
  },

  'planning.openSheet': (context, { code }) => {
    const read = readSheetCode(code)
    if (!read.ok) return read
    const ids = personsByTail(context.store, read.value.tail)
    const [row] = ids.length === 1 ? personRows(context.store, ids, context.today()) : []
    if (row === undefined) return fail(ids.length > 1 ? severalSheets : noSheet)
    const { step } = read.value
    if (step === 5) return ok({ personId: row.id, name: row.name, at: 'employment' })
    // What was owed when the sheet was printed may be done by now: then the next step is the right one.
    const printed = row.steps.find((state) => state.step === step)
    const at = printed !== undefined && (printed.state === 'due' || printed.state === 'notDue') ? step : row.nextStep
    return ok({ personId: row.id, name: row.name, at: at === null || at === 0 ? '' : (String(at) as '1' | '2' | '3' | '4') })
  },
}

const noPerson = { code: 'noPerson', message: '这台电脑上没有这些人的档案。可能已经转给别人，请回名单看看' }
const noVisit = { code: 'noVisit', message: '这次走访已经不在安排里，什么都没有改' }
const dayIsPast = { code: 'dayIsPast', message: '这一天已经过了，请选今天或以后的日子', field: 'on' }
const noSheet = {
  code: 'noSheet',
  message: '单子上的人不在这台电脑的名单里。单子可能是别的电脑印的，或者人已经转给别人。请按姓名找',
}
const severalSheets = { code: 'severalSheets', message: '这个编码对得上不止一份档案。请按姓名找' }

/** What a user of this PC has put away: a matter of the screen, so that it does not travel. Of earlier years nothing needs to be kept. */
function putAway(context: StoreContext): string[] {
  const lastYear = Number(context.today().slice(0, 4)) - 1
  const keys = JSON.parse(readMeta(context.store.sqlite, putAwayKey(context)) ?? '[]') as string[]
  return keys.filter((key) => Number(key.slice(-4)) >= lastYear)
}

function putAwayKey(context: StoreContext): string {
  return `remindersAway ${context.user.id}`
}

function ownVisits(context: StoreContext, from: string, to: string): PlannedVisitRow[] {
  return visitsBetween(context.store, from, to).filter((visit) => visit.byId === context.user.id)
}

function visitsOn(context: StoreContext, on: string): VisitOnDay[] {
  return withRows(context.store, ownVisits(context, on, on), context.today())
}

function shown({ documentId, on, row, purpose, modes, asks, done }: VisitOnDay) {
  return { documentId, on, row, purpose, modes: [...modes], asks: [...asks], done }
}

function found(context: StoreContext, documentIds: readonly string[]): PlannedVisitRow[] {
  return [...new Set(documentIds)].flatMap((id) => visitById(context.store, id) ?? []).filter((visit) => visit.byId === context.user.id)
}

/** New versions of visits; null leaves one as it is. */
function rewrite(context: StoreContext, documentIds: readonly string[], changed: (visit: PlannedVisitRow) => JsonObject | null): Result<{ actionId: string; savedAt: string }, ApiProblem> {
  const visits = found(context, documentIds)
  const intents = visits.flatMap((visit): Intent[] => {
    const change = changed(visit)
    if (change === null) return []
    const body = Object.fromEntries(Object.entries({ ...bodyOf(context, visit), ...change }).filter(([, value]) => value !== null)) as JsonObject
    return [{ kind: 'succeed', entity: 'plannedVisit', entityId: visit.documentId, personId: visit.ownerId, body, replaces: visit.headId }]
  })
  if (intents.length === 0) return fail(noVisit)
  return ok(save(context, visits.map((visit) => visit.personId), intents))
}

/** The whole of the version that stands: fields of later versions of the program go along. */
function bodyOf(context: StoreContext, visit: PlannedVisitRow): JsonObject {
  const fields = context.store.sqlite.prepare('select fields from change where id = ?').pluck().get(visit.headId)
  return typeof fields === 'string' ? (JSON.parse(fields) as { body: JsonObject }).body : {}
}

function save(context: StoreContext, personIds: readonly string[], intents: readonly Intent[]) {
  const { actionId, savedAt } = commitAction(context.store, { actorId: context.user.id }, intents)
  context.changed(personIds)
  return { actionId, savedAt }
}
