import { join } from 'node:path'
import { nodeStoreDeps } from '../../db/deps.ts'
import { listPersons } from '../../db/queries/list.ts'
import { openStore } from '../../db/store.ts'
import { demoCounty } from '../../domain/divisions/liaoning.ts'
import type { Answer, Input, MethodName, Output } from '../../electron/api/contract.ts'
import { startStore } from '../../electron/store/client.ts'
import { localDay } from '../../electron/store/clock.ts'
import { databaseName } from '../../electron/store/folder.ts'
import { openWithPassword } from '../../electron/vault/vault.ts'
import { readVault } from '../../electron/vault/vaultFile.ts'
import { infoCheckBody } from '../../test/e2e/support/bodies.ts'
import { measure } from './measure.ts'
import type { Job, Measured } from './measure.ts'
import { createRandom } from '../sample/random.ts'
import type { Random } from '../sample/random.ts'
import { openRaw } from './raw.ts'
import type { RawStore, SavedRows } from './raw.ts'

/** What a person at the screen waits for, asked of the real store worker: message, checks, work and answer included. */

export interface InteractiveOptions {
  readonly folder: string
  readonly seed: number
  readonly rounds: number
  /** Also what is asked around the seven jobs of the targets. */
  readonly all: boolean
  readonly onMeasured: (measured: Measured) => void
}

/** Nobody but the bench opens its stores. */
export const benchPassword = 'long enough to measure'

type Call = <M extends MethodName>(name: M, input: Input<M>) => Promise<Output<M>>
type Row = Output<'persons.list'>['rows'][number]
type Filter = Input<'persons.list'>['filter']

interface Sample {
  readonly row: Row
  readonly idNumber: string
  readonly phone: string
}

interface Bench {
  readonly call: Call
  readonly list: (input: Partial<Input<'persons.list'>>) => Promise<Output<'persons.list'>>
  readonly random: Random
  readonly rounds: number
  readonly people: number
  readonly samples: readonly Sample[]
  readonly today: string
  readonly raw: RawStore
}

export async function measureInteractive({ folder, seed, rounds, all, onMeasured }: InteractiveOptions): Promise<void> {
  const key = await databaseKey(folder)
  const client = startStore({ folder, kdf: 'floor' })
  let raw: RawStore | null = null
  try {
    const call: Call = async (name, input) => valueOf(name, await client.call(name, input))
    const { users, today, cycleYear } = await call('session.state', {})
    await call('session.unlock', { userId: users[0]?.id ?? '', password: benchPassword })
    const list: Bench['list'] = (input) => call('persons.list', { filter: {}, sort: 'due', descending: false, offset: 0, limit: 50, ...input })
    const { total: people } = await list({ limit: 1 })
    const random = createRandom(seed)
    raw = openRaw(folder, key, cycleYear, today)
    const bench: Bench = { call, list, random, rounds, people, today, raw, samples: await samplesOf(call, list, people, random) }
    const jobs = [...targetJobs(bench), ...(all ? [...searchJobs(bench), ...listJobs(bench), ...otherJobs(bench)] : []), ...(await saveJobs(bench, all))]
    for (const job of jobs) onMeasured(await measure(people, job))
    await client.close()
    onMeasured(await measure(people, openingJob(folder, key, raw)))
  } finally {
    await client.close()
    raw?.close()
  }
}

async function databaseKey(folder: string): Promise<Uint8Array> {
  const read = readVault(folder, nodeStoreDeps().now())
  const vault = read.ok ? read.value.vault : null
  const keys = vault === null ? null : await openWithPassword(vault, vault.users[0]?.id ?? '', benchPassword)
  if (keys === null) throw new Error('The password of the bench does not open this store')
  return keys.databaseKey
}

/** From the key to the first list; deriving the key from the password takes as long as it is meant to and is left out. */
function openingJob(folder: string, key: Uint8Array, raw: RawStore): Job {
  const deps = nodeStoreDeps()
  return {
    name: 'open',
    rounds: 40,
    run: () => {
      const store = openStore({ file: join(folder, databaseName), key, deps })
      if (!store.ok) throw new Error(store.error.message)
      listPersons(store.value, { filter: {}, sort: 'due', descending: false, offset: 0, limit: 50 }, localDay(deps.now()))
      store.value.close()
    },
    raw: () => raw.open(),
  }
}

async function samplesOf(call: Call, list: Bench['list'], people: number, random: Random): Promise<Sample[]> {
  const samples: Sample[] = []
  for (let index = 0; index < 100; index += 1) {
    const row = (await list({ sort: 'age', offset: random.below(people), limit: 1 })).rows[0] as Row
    const reveal = async (field: 'idNumber' | 'phone') => (await call('persons.reveal', { personId: row.id, field })).value ?? ''
    samples.push({ row, idNumber: await reveal('idNumber'), phone: await reveal('phone') })
  }
  return samples
}

/** The jobs that have a limit to be held against: each is asked once of the app and once of bare statements, with the same words. */
function targetJobs({ call, list, random, rounds, samples, raw }: Bench): Job[] {
  const find = (name: string, choose: () => string, bare: (text: string) => unknown): Job => {
    let text = ''
    return {
      name, rounds,
      before: () => (text = choose()),
      run: () => call('persons.search', { text, limit: 20 }),
      raw: () => bare(text),
    }
  }
  const person = () => random.pick(samples)
  return [
    find('find-id', () => person().idNumber, raw.findId),
    find('find-name', () => [...person().row.name].slice(0, 2).join(''), raw.findName),
    find('find-pinyin', () => random.pick(commonInitials) + random.pick(commonInitials), raw.findPinyin),
    { name: 'list-50', rounds, run: () => list({}), raw: raw.list50 },
    { name: 'dashboard', rounds, run: () => call('persons.dashboard', {}), raw: raw.dashboard },
  ]
}

const commonInitials = [...'wlzcyxhsjm']

function searchJobs({ call, random, rounds, samples }: Bench): Job[] {
  const name = () => [...random.pick(samples).row.name]
  const job = (title: string, text: () => string): Job => ({ name: title, rounds, run: () => call('persons.search', { text: text(), limit: 20 }) })
  return [
    job('find-id-tail', () => random.pick(samples).idNumber.slice(-4)),
    job('find-phone', () => random.pick(samples).phone),
    job('find-one-character', () => name()[0] as string),
  ]
}

function listJobs({ list, random, rounds, people, samples }: Bench): Job[] {
  const sorts = ['due', 'name', 'town', 'age'] as const
  const filters: readonly Filter[] = [
    ...demoCounty.towns.map(({ name }) => ({ town: name })),
    ...demoCounty.towns.map(({ name, villages }) => ({ town: name, village: villages[0] })),
    ...([1, 2, 3, 4, 'done', 'none'] as const).flatMap((step) => [{ step }, { step, population: 'need' as const }]),
    ...(['overdue', 'week', 'month'] as const).map((due) => ({ due })),
    ...['BLIND', 'DIBAO', 'MULTI_DISABLED_HOUSEHOLD', 'AGED_4050'].map((flag) => ({ flags: [flag] })),
    { toVerify: true }, { mark: 'local' }, { mark: 'received' }, { population: 'target' },
    { town: demoCounty.towns[0]?.name, step: 2, flags: ['DIBAO'] },
  ]
  const typed = (title: string, text: () => string): Job => ({ name: title, rounds, run: () => list({ filter: { text: text() } }) })
  return [
    {
      name: 'list-200-anywhere', rounds,
      run: () => list({ sort: random.pick(sorts), descending: random.percent(50), offset: 200 * random.below(Math.ceil(people / 200)), limit: 200 }),
    },
    ...sorts.map((sort): Job => ({
      name: `list-50-filters-${sort}`, rounds: filters.length, run: (round) => list({ filter: filters[round] as Filter, sort }),
    })),
    typed('list-50-typed-character', () => random.pick([...random.pick(samples).row.name])),
    typed('list-50-typed-initial', () => random.pick(commonInitials)),
    typed('list-50-typed-digits', () => random.pick(samples).idNumber.slice(-3)),
  ]
}

function otherJobs({ call, random, rounds, samples, today }: Bench): Job[] {
  const personId = () => random.pick(samples).row.id
  return [
    { name: 'today', rounds, run: () => call('persons.today', {}) },
    { name: 'places', rounds, run: () => call('persons.places', {}) },
    { name: 'open-person', rounds, run: () => call('persons.get', { personId: personId() }) },
    {
      name: 'save-draft', rounds,
      run: (round) =>
        call('drafts.save', {
          kind: 'infoCheck', personId: personId(), documentId: null, field: 'note',
          body: { ...infoCheckBody(today), note: `第 ${round} 次` } as Input<'drafts.save'>['body'],
        }),
    },
  ]
}

/** Saving itself, and what screens ask again when something was saved. */
async function saveJobs({ call, list, rounds, today, raw }: Bench, all: boolean): Promise<Job[]> {
  const cycleYear = today.slice(0, 4)
  const again: readonly (readonly [string, () => unknown])[] = [
    ['list-50-after-save', () => list({})],
    ['list-200-late-after-save', () => list({ sort: 'name', descending: true, offset: 10_000, limit: 200 })],
    ['list-50-step-after-save', () => list({ filter: { step: 2, population: 'target' } })],
    ['dashboard-after-save', () => call('persons.dashboard', {})],
    ['today-after-save', () => call('persons.today', {})],
    ['places-after-save', () => call('persons.places', {})],
  ]
  const few = all ? Math.min(20, rounds) : 0
  const persons: string[] = []
  while (persons.length < rounds + few * again.length) {
    const { rows } = await list({ filter: { population: 'target', step: 1 }, sort: 'name', offset: persons.length, limit: 200 })
    if (rows.length === 0) throw new Error('Too few persons wait for their first step; make a larger store')
    persons.push(...rows.map((row) => row.id))
  }
  const bodies: Input<'records.complete'>[] = []
  for (const personId of persons) {
    const { body } = await call('records.prefill', { kind: 'infoCheck', personId, cycleYear })
    bodies.push({ kind: 'infoCheck', personId, cycleYear, body: { ...body, ...infoCheckBody(today) } as typeof body, replaces: null })
  }
  const saveNext = () => call('records.complete', bodies.pop() as Input<'records.complete'>)
  let saved = ''
  let rows: SavedRows | null = null
  return [
    {
      name: 'save-step', rounds,
      before: (round) => (round === 0 ? raw.copy() : undefined),
      run: async () => (saved = (await saveNext()).actionId),
      beforeRaw: () => (rows = raw.rowsOf(saved)),
      raw: () => raw.save(rows as SavedRows),
    },
    ...(all ? again : []).map(([name, run]): Job => ({ name, rounds: few, before: saveNext, run })),
  ]
}

function valueOf<M extends MethodName>(name: M, answer: Answer<M>): Output<M> {
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message} ${JSON.stringify(answer.error.fields ?? [])}`)
  return answer.value as Output<M>
}
