import { mkdirSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { commitAction } from '../../db/journal/commit.ts'
import type { Intent } from '../../db/journal/commit.ts'
import { nodeStoreDeps } from '../../db/deps.ts'
import { instrumentVersion } from '../../domain/assessment/index.ts'
import type { DocumentEntity, JsonObject } from '../../domain/journal/change.ts'
import { cycleOfYear } from '../../domain/plan/index.ts'
import { completeRecord, isRecordKind } from '../../domain/records/index.ts'
import { localDay } from '../../electron/store/clock.ts'
import { createSession } from '../../electron/store/session.ts'
import { assessmentBody, consentBody, infoCheckBody, registrationBody, serviceBody } from '../../test/e2e/support/bodies.ts'
import { makePerson } from './people.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'

/**
 * A store as a county would have it: persons by the roster, last year's cases, this year's at every stage.
 * Written as the app writes; only that the county has received it is set afterwards.
 */

export const benchUser = { name: '测速员', password: 'long enough to measure' } as const

export interface MadeStore {
  readonly persons: number
  readonly records: number
  readonly ms: number
}

/** Persons in one action, as an import of a town. */
const personsAtOnce = 2000
const someId = '01890a5d-ac96-774b-bcce-b302099a8057'

export async function makeStore(options: {
  readonly folder: string
  readonly people: number
  readonly seed: number
  readonly onProgress: (persons: number) => void
}): Promise<MadeStore> {
  const { folder, people } = options
  mkdirSync(folder, { recursive: true })
  const deps = nodeStoreDeps()
  const today = localDay(deps.now())
  const session = createSession({ folder, deps, kdf: 'floor', folderProblem: null, emit: () => undefined, today: () => today })
  const made = await session.setUp({
    countyCode: '210199', countyName: '示范县', userName: benchUser.name, role: 'office', password: benchUser.password,
  })
  if (!made.ok) throw new Error(made.error.message)
  const random = createRandom(options.seed)
  const by = { actorId: made.value.userId }
  let records = 0
  const began = performance.now()
  for (let from = 0; from < people; from += personsAtOnce) {
    const intents = function* (): Generator<Intent> {
      for (let order = from; order < Math.min(people, from + personsAtOnce); order += 1) {
        const personId = deps.newId()
        const values = Object.entries(makePerson(order, people, random)).map(([field, after]) => [field, { after, basedOn: null }])
        yield { kind: 'patch', entity: 'person', entityId: personId, personId, fields: Object.fromEntries(values) }
        for (const intent of casesOf(personId, today, random, deps.newId)) {
          records += 1
          yield intent
        }
      }
    }
    commitAction(session.store(), by, intents(), { keepChanges: false })
    options.onProgress(Math.min(people, from + personsAtOnce))
  }
  const ms = performance.now() - began
  receiveAllBut(session.store().sqlite, Math.ceil(people / 50))
  session.lock()
  return { persons: people, records, ms }
}

/** A county of this size has receipts for nearly everything: only the newest changes are still on this computer alone. */
function receiveAllBut(sqlite: Database, newest: number): void {
  sqlite
    .transaction(() => {
      const last = sqlite.prepare('select max(seq) - ? from change').pluck().get(newest) as number
      sqlite.prepare(`update delivery set state = 'accepted', server_seq = (select seq from change where id = change_id) where change_id in (select id from change where seq <= ?)`).run(last)
      sqlite.prepare(`update document set mark = 'received' where head_change_id in (select id from change where seq <= ?)`).run(last)
      sqlite.prepare(`update person set mark = 'received' where id not in (select file_id from change where seq > ?)`).run(last)
    })
    .immediate()
}

/** Steps done: all of last year's for most, this year's up to anywhere. */
function* casesOf(personId: string, today: string, random: Random, newId: () => string): Generator<Intent> {
  const year = Number(today.slice(0, 4))
  if (random.percent(70)) yield* oneCase(personId, `${year - 1}-0${1 + random.below(9)}-1${random.below(9)}`, 4, newId)
  const steps = random.percent(40) ? 0 : 1 + random.below(4)
  if (steps > 0) yield* oneCase(personId, dayOfYear(today, random), steps, newId)
}

function dayOfYear(today: string, random: Random): string {
  const first = Date.parse(`${today.slice(0, 4)}-01-01`)
  const days = Math.floor((Date.parse(today) - first) / 86_400_000)
  return new Date(first + random.below(days + 1) * 86_400_000).toISOString().slice(0, 10)
}

function* oneCase(personId: string, day: string, steps: number, newId: () => string): Generator<Intent> {
  const create = (entity: DocumentEntity, body: JsonObject, entityId = newId()): Intent => ({ kind: 'create', entity, entityId, personId, body })
  const bodies = bodiesOn(day)
  const of = (kind: string) => ({ ...(bodies[kind] as JsonObject), personId })
  yield create('infoCheck', of('infoCheck'))
  if (steps > 1) {
    const consentId = newId()
    yield create('consent', of('consent'), consentId)
    yield create('capabilityAssessment', { ...of('capabilityAssessment'), consentId })
  }
  if (steps > 2) yield create('demandRegistration', of('demandRegistration'))
  if (steps > 3) yield create('serviceRecord', of('serviceRecord'))
}

const knownDays = new Map<string, { readonly [kind: string]: JsonObject }>()

/** Complete records of a day as the app would keep them, but for whose they are. */
function bodiesOn(day: string): { readonly [kind: string]: JsonObject } {
  let bodies = knownDays.get(day)
  if (bodies === undefined) {
    const staff = { checkerId: someId, assessorId: someId, clerkId: someId, staffId: someId, orgId: '210199', instrumentVersion }
    bodies = Object.fromEntries(
      Object.entries({
        infoCheck: infoCheckBody(day),
        consent: consentBody(day, 'ASSESSMENT'),
        capabilityAssessment: assessmentBody(day, someId),
        demandRegistration: registrationBody(day),
        serviceRecord: serviceBody(day),
      }).map(([kind, body]) => [kind, completed(kind, { ...staff, ...body }, day)]),
    )
    knownDays.set(day, bodies)
  }
  return bodies
}

function completed(kind: string, body: object, day: string): JsonObject {
  if (!isRecordKind(kind)) throw new Error(`${kind} is no record`)
  const year = day.slice(0, 4)
  const draft = { ...body, personId: someId, cycleYear: year }
  const record = completeRecord(kind, draft, { today: day, lastKnownDate: day, cycle: cycleOfYear(year) })
  if (!record.ok) throw new Error(`${kind}: ${record.error.map((problem) => `${problem.field} ${problem.message}`).join(', ')}`)
  return record.value as unknown as JsonObject
}
