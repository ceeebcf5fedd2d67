import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { nodeStoreDeps } from '../../db/deps.ts'
import { commitAction } from '../../db/journal/commit.ts'
import type { Intent } from '../../db/journal/commit.ts'
import { ok, problem } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { localDay } from '../../electron/store/clock.ts'
import { createSession } from '../../electron/store/session.ts'
import { createBodies } from './bodies.ts'
import { chooseScene } from './chooseScene.ts'
import { createHouseholds } from './households.ts'
import { intentsOf } from './intents.ts'
import type { Making } from './intents.ts'
import { createNumbers } from './numbers.ts'
import { createRandom } from './random.ts'
import { planReviews } from './reviews.ts'
import type { ReviewCounts } from './reviews.ts'
import { keepTally } from './tally.ts'
import type { Tally } from './tally.ts'

/** A store as a county would have it after three years, written as the app writes. The same seed on the same day makes the same people. */

export interface CountyToMake {
  /** Must not exist yet, or be empty. */
  readonly folder: string
  readonly people: number
  readonly seed: number
  /** Of all its users. */
  readonly password: string
  readonly onProgress: (persons: number) => void
}

export interface MadeCounty extends Tally {
  readonly county: string
  readonly cycleYear: string
  readonly on: string
  readonly seed: number
  readonly reviews: ReviewCounts
  readonly ms: number
}

/** Persons in one action at most. */
const personsAtOnce = 2000
const counsellors = ['示范员甲', '示范员乙'] as const

export async function makeCounty({ folder, people, seed, password, onProgress }: CountyToMake): Promise<Result<MadeCounty>> {
  if (existsSync(folder) && readdirSync(folder).length > 0) return problem('folderInUse', `${folder} 里已经有东西，没有写。请换一个空文件夹`)
  mkdirSync(folder, { recursive: true })
  const deps = nodeStoreDeps()
  const today = localDay(deps.now())
  const session = createSession({ folder, deps, kdf: 'floor', folderProblem: null, emit: () => undefined, today: () => today })
  const made = await session.setUp({ countyCode: '210199', countyName: '示范县', userName: '示范县办公室', role: 'office', password })
  if (!made.ok) return made
  const staff: string[] = []
  for (const name of counsellors) {
    const added = await session.addUser({ name, role: 'counsellor', password })
    if (!added.ok) return added
    staff.push(added.value.userId)
  }
  const began = performance.now()
  const tally = keepTally(today)
  const random = createRandom(seed)
  const numbers = createNumbers()
  const households = createHouseholds(random, Number(today.slice(0, 4)))
  const makings = staff.map((responsibleId) => ({ bodies: createBodies(responsibleId), newId: () => deps.newId(), responsibleId, today }))
  const atOnce = Math.min(personsAtOnce, Math.ceil(people / (2 * staff.length)))
  function* intents(from: number, making: Making): Generator<Intent> {
    for (let order = from; order < Math.min(people, from + atOnce); order += 1) {
      const alone = chooseScene(random, numbers, today)
      const scene = { ...alone, household: households.of(alone) }
      let records = -1
      for (const intent of intentsOf(scene, making)) {
        records += 1
        yield intent
      }
      tally.add(scene, records)
    }
  }
  for (let from = 0; from < people; from += atOnce) {
    const making = makings[(from / atOnce) % makings.length] as Making
    commitAction(session.store(), { actorId: making.responsibleId }, intents(from, making), { keepChanges: false })
    onProgress(Math.min(people, from + atOnce))
  }
  const reviews = planReviews(session.store(), today.slice(0, 4), () => deps.newId(), made.value.userId)
  for (const [authorId, heads] of reviews.byAuthors) {
    commitAction(session.store(), { actorId: authorId }, heads.map(reviews.submission), { keepChanges: false })
  }
  commitAction(session.store(), { actorId: made.value.userId }, reviews.decisions, { keepChanges: false })
  receiveAllBut(session.store().sqlite, Math.ceil(people / 50))
  session.lock()
  return ok({ county: '210199', cycleYear: today.slice(0, 4), on: today, seed, ...tally.sum(), reviews: reviews.counts, ms: Math.round(performance.now() - began) })
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
