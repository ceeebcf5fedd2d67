import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cycleIn } from '../../db/cycle.ts'
import { commitAction } from '../../db/journal/commit.ts'
import type { Intent } from '../../db/journal/commit.ts'
import { undoAction } from '../../db/journal/undo.ts'
import { changesOfFile } from '../../db/journal/rows.ts'
import { never } from '../../db/projection/case.ts'
import { catchUp, catchUpAll } from '../../db/projection/catchUp.ts'
import { stepsFromText } from '../../db/projection/caseText.ts'
import { foldDocuments } from '../../db/projection/documents.ts'
import { ensureCycle, rebuild } from '../../db/projection/rebuild.ts'
import { countersOn } from '../../db/projection/counters.ts'
import { valuesHistory } from '../../db/queries/countyValues.ts'
import { personFacts } from '../../db/queries/file.ts'
import type { Store } from '../../db/store.ts'
import { caseOf, countersAt } from '../../domain/cycle/index.ts'
import type { CaseFacts } from '../../domain/cycle/index.ts'
import type { Json, JsonObject } from '../../domain/journal/change.ts'
import { addDays, countyValuesId } from '../../domain/plan/index.ts'
import { attempts } from '../domain/cycle/facts.ts'
import { actorId, createTestStore, dumpEntities, personIntent } from './helpers.ts'
import { documentIntent, infoCheckBody, registrationBody, samplePerson, serviceBody } from './samples.ts'

/** 1.3: completion is derived, never stored as truth. What rows and counters say is, on every day, what the rules say of the journal, whatever happened. */

const by = { actorId }
const years = ['2025', '2026'] as const
const day = fc.integer({ min: 0, max: 600 }).map((days) => addDays('2025-06-01', days))
const who = fc.nat({ max: 3 })

/** One thing that people do. */
type Deed = (world: World) => void
interface World {
  readonly store: Store
  readonly ids: readonly string[]
  readonly actions: string[]
}

function write(world: World, intents: Intent[]): void {
  world.actions.push(commitAction(world.store, by, intents).actionId)
}

const checks = fc.record({ who, day, kind: fc.constantFrom('need', 'noNeed', 'excluded', 'unreachable', 'refused') }).map(({ who: at, day: on, kind }): Deed => (world) => {
  const personId = world.ids[at] as string
  const { hasEmploymentNeed: _need, employmentState: _state, ...bare } = infoCheckBody(on, true)
  const bodies: Readonly<Record<string, JsonObject>> = {
    need: infoCheckBody(on, true), noNeed: infoCheckBody(on, false),
    excluded: { ...bare, result: 'EXCLUDED', exclusionReason: 'MOVED_OUT' },
    unreachable: { ...bare, result: 'UNREACHABLE', attempts: attempts([on, 'PHONE'], [addDays(on, -1), 'HOME_VISIT'], [on, 'PHONE']) as unknown as Json },
    refused: { ...bare, result: 'REFUSED' },
  }
  write(world, [documentIntent('infoCheck', world.store.deps.newId(), personId, bodies[kind] as JsonObject)])
})

const others = fc.record({ who, day, kind: fc.constantFrom('registration', 'service', 'exclusion', 'period') }).map(({ who: at, day: on, kind }): Deed => (world) => {
  const [personId, id] = [world.ids[at] as string, world.store.deps.newId()]
  const intent: Readonly<Record<string, () => Intent>> = {
    registration: () => documentIntent('demandRegistration', id, personId, registrationBody(on, addDays(on, 180))),
    service: () => documentIntent('serviceRecord', id, personId, { ...serviceBody(on, addDays(on, 30)), serviceType: '02' }),
    exclusion: () => documentIntent('exclusion', id, personId, { date: on, reason: 'IMPRISONED', evidence: '判决书', endedOn: addDays(on, 90) }),
    period: () => documentIntent('employmentPeriod', id, personId, { startOn: on, state: 'EMPLOYED', endOn: addDays(on, 60) }),
  }
  write(world, [(intent[kind] as () => Intent)()])
})

/** The newest document of a person is voided, or written anew for another day. */
const mended = fc.record({ who, day, isVoid: fc.boolean() }).map(({ who: at, day: on, isVoid }): Deed => (world) => {
  const personId = world.ids[at] as string
  const document = foldDocuments(changesOfFile(world.store.sqlite, personId)).findLast(({ state }) => !state.voided && state.body !== null)
  if (document === undefined || document.state.headId === null) return
  const target = { entity: document.entity as 'infoCheck', entityId: document.id, personId }
  const body: JsonObject = { ...document.state.body, checkedOn: on, registeredOn: on, servedOn: on, date: on, cycleYear: on.slice(0, 4) }
  write(world, [isVoid ? { kind: 'void', ...target, reason: '填错了人', voids: document.state.headId } : { kind: 'succeed', ...target, body, replaces: document.state.headId }])
})

const fields = fc.record({ who, field: fc.constantFrom<[string, Json]>(['birthDate', '1965-11-20'], ['birthDate', '2010-03-03'], ['certStatus', 'CANCELLED'], ['hukouTown', '南塔镇'], ['employmentState', 'EMPLOYED']) })
  .map(({ who: at, field: [name, after] }): Deed => (world) => write(world, [personIntent(world.ids[at] as string, { [name]: after })]))

const undone = fc.nat().map((which): Deed => (world) => {
  const action = world.actions[which % Math.max(1, world.actions.length)]
  if (action !== undefined) undoAction(world.store, by, action)
})

const countySets = fc.record({
  year: fc.constantFrom(...years),
  own: fc.constantFrom({ dueOn: { infoCheck: '03-31' } }, { thresholds: { unreachableAttempts: 4 } }, { ageRule: 'CDPF_2012' }, { completionNeedsReview: true }, { dueOn: { serviceRecord: '09-30' }, thresholds: { longTermUnemployedMonths: 6 } }, {}),
  atOnce: fc.integer({ min: 1, max: 3 }),
}).map(({ year, own, atOnce }): Deed => (world) => {
  const { head } = valuesHistory(world.store, year)
  const target = { entity: 'countyValues', entityId: countyValuesId(year), personId: null, body: { cycleYear: year, planId: 'LN-2025-2027', planVersion: 2, ...own } as unknown as JsonObject } as const
  write(world, [head === null ? { kind: 'create', ...target } : { kind: 'succeed', ...target, replaces: head }])
  // Some files are written by the new rules already while people go on.
  catchUp(world.store, atOnce)
})

const history = fc.array(fc.oneof({ weight: 4, arbitrary: checks }, { weight: 4, arbitrary: others }, { weight: 2, arbitrary: mended }, fields, undone, countySets), { minLength: 1, maxLength: 14 })

interface Row {
  readonly target_from: string
  readonly target_until: string
  readonly has_need: number | null
  readonly next_step: number
  readonly due_on: string
  readonly steps: string
}

function rowOf(store: Store, id: string, year: string): Row | undefined {
  return store.sqlite.prepare('select c.* from case_state c join person p on p.no = c.no where p.id = ? and c.cycle_year = ?').get(id, year) as Row | undefined
}

it('1.3 completion as derived from the journal is completion as the rows have it, over random histories in a real store', () => {
  fc.assert(
    fc.property(history, fc.array(day, { minLength: 3, maxLength: 3 }), (deeds, days) => {
      const { store } = createTestStore({ now: '2026-12-28T02:00:00.000Z' })
      ensureCycle(store, '2025')
      const ids = [0, 1, 2, 3].map(() => store.deps.newId())
      const world: World = { store, ids, actions: [] }
      commitAction(store, by, ids.map((id, order) => personIntent(id, { ...samplePerson(30 + order), householdId: null })))
      for (const deed of deeds) deed(world)
      catchUpAll(store)
      for (const year of years) {
        const cycle = cycleIn(store.sqlite, year)
        const facts = new Map(ids.map((id) => [id, personFacts(store, id) as CaseFacts]))
        for (const id of ids) {
          const row = rowOf(store, id, year) as Row
          const state = caseOf(facts.get(id) as CaseFacts, cycle)
          expect([row.target_from, row.target_until]).toEqual(state.target === null ? ['', ''] : [state.target.from, state.target.until ?? never])
          expect(row.has_need).toBe(state.need === null ? null : Number(state.need))
          expect(stepsFromText(row.steps).map((step) => [step.state, step.doneOn, step.documentId])).toEqual(state.steps.map((step) => [step.state, step.doneOn, step.documentId]))
          expect(row.next_step).toBe(state.steps.find(({ step }) => step === state.nextStep)?.no ?? (state.stage === 'DONE' ? 5 : 0))
        }
        for (const on of days) {
          const derived: { [name: string]: number } = {}
          for (const id of ids) for (const name of countersAt(facts.get(id) as CaseFacts, cycle, on)) derived[name] = (derived[name] ?? 0) + 1
          const sums: { [name: string]: number } = {}
          for (const { name, n } of countersOn(store.sqlite, year, on)) sums[name] = (sums[name] ?? 0) + n
          expect(sums).toEqual(derived)
        }
      }
      const rows = dumpEntities(store)
      rebuild(store)
      expect(dumpEntities(store)).toEqual(rows)
      store.close()
    }),
    { numRuns: 30 },
  )
}, 120_000)
