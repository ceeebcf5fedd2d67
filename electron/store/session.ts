import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { openStore } from '../../db/store.ts'
import type { Store, StoreDeps } from '../../db/store.ts'
import { cycleOf } from '../../domain/plan/index.ts'
import { fail, ok, problem } from '../../domain/result.ts'
import type { Problem, Result } from '../../domain/result.ts'
import type { AppEvent, Input, Output } from '../api/contract.ts'
import type { Role } from '../api/schemas/common.ts'
import type { SessionState } from '../api/schemas/session.ts'
import { wrapForCounty } from '../vault/countyRecovery.ts'
import { calibrate, kdfFloor } from '../vault/keyDerivation.ts'
import type { KdfCost } from '../vault/keyDerivation.ts'
import { createTryCounter, freeTries } from '../vault/tries.ts'
import type { TryCounter } from '../vault/tries.ts'
import { createVault, openWithPassword, recoverWithCode, withNewPassword, withNewUser } from '../vault/vault.ts'
import type { OpenKeys } from '../vault/vault.ts'
import { readVault, vaultExists, writeVault } from '../vault/vaultFile.ts'
import type { VaultFile } from '../vault/vaultFile.ts'
import { ProblemError } from './context.ts'
import type { County } from './context.ts'
import { databaseExists, databaseName, finishSettingUp, startSettingUp } from './folder.ts'
import { lockedProblem } from './gate.ts'
import { createHandOverTurn } from './handOverTurn.ts'
import type { HandOverTurn, Turn } from './handOverTurn.ts'
import { problemOfError, problems } from './problems.ts'
import { troubleOf } from './trouble.ts'
import type { Trouble } from './trouble.ts'

/** Who is at this computer, and whether the store is open. The keys live here and nowhere else, and only while somebody is signed in. */

export interface SessionOptions {
  readonly folder: string
  readonly deps: StoreDeps
  /** 'floor' skips the measuring at set-up and takes the least that is allowed. */
  readonly kdf: 'calibrated' | 'floor'
  /** A folder that may not be used: its problem is all there is to say. */
  readonly folderProblem: Problem | null
  readonly emit: (event: AppEvent) => void
  readonly today: () => string
}

export interface Session {
  state(): SessionState
  /** null while locked. */
  current(): OpenKeys['user'] | null
  /** These four throw `ProblemError` 'locked' when nobody is signed in. */
  user(): OpenKeys['user']
  store(): Store
  keys(): OpenKeys
  county(): County
  setUp(input: Input<'session.setUp'>): Promise<Result<Output<'session.setUp'>>>
  unlock(input: Input<'session.unlock'>): Promise<Result<SessionState>>
  recover(input: Input<'session.recover'>): Promise<Result<SessionState>>
  addUser(input: Input<'session.addUser'>): Promise<Result<Output<'session.addUser'>>>
  changePassword(input: Input<'session.changePassword'>): Promise<Result<Record<string, never>>>
  /** The county decides what a user of an enrolled device may do; until the next lock. */
  adoptRole(role: Role): void
  /** Lets the county open this store when password and recovery code are lost; kept in the vault. */
  setCountyRecovery(county: { readonly keyId: string; readonly publicKey: KeyObject }): void
  /** Closes the database and forgets the keys. `reason` is shown on the lock screen. */
  lock(reason?: string): SessionState
  /** null: the screen is with whoever signed in. */
  handOver(): Turn | null
  beginHandOver(state: Turn['state'], paperLocation: string): SessionState
  settled: HandOverTurn['settle']
  handOverDone: HandOverTurn['done']
  /** Only with the password of whoever signed in; wrong tries wait as at the lock screen. */
  endHandOver(password: string): Promise<Result<SessionState>>
  /** Called after the store was opened and before it is closed. */
  onOpen(run: (store: Store) => void): void
  onClose(run: () => void): void
}

export function createSession(options: SessionOptions): Session {
  const { folder, deps } = options
  const openers: ((store: Store) => void)[] = []
  const closers: (() => void)[] = []
  let vault: VaultFile | null = null
  let notice: string | null = null
  let trouble: Trouble | null = null
  let open: { readonly keys: OpenKeys; readonly store: Store; readonly role: Role } | null = null
  let tries: TryCounter = createTryCounter(folder, deps.now)
  const atScreen = createHandOverTurn()

  look()

  function look(): void {
    trouble = options.folderProblem === null ? null : troubleOf(options.folderProblem)
    if (trouble !== null) return
    try {
      const read = readVault(folder, deps.now())
      if (!read.ok) trouble = troubleOf(read.error)
      else if (read.value.vault === null) trouble = databaseExists(folder) ? troubleOf(problems.vaultMissing) : null
      else {
        vault = read.value.vault
        notice = read.value.notice
        finishSettingUp(folder)
        if (!databaseExists(folder)) trouble = troubleOf(problems.databaseMissing)
      }
    } catch (error) {
      const known = problemOfError(error)
      if (known === null) throw error
      trouble = troubleOf(known)
    }
  }

  function state(): SessionState {
    const today = options.today()
    return {
      state: trouble?.state ?? (open !== null ? 'unlocked' : vault !== null ? 'locked' : 'firstRun'),
      message: trouble?.message ?? notice,
      users: (vault?.users ?? []).map((user) => ({ id: user.id, name: user.name })),
      current: current(),
      county: vault?.county ?? null,
      today,
      cycleYear: cycleOf(today).year,
      waitSeconds: tries.longestWait(),
      handOver: atScreen.current()?.state ?? null,
    }
  }

  function tell(): SessionState {
    const now = state()
    options.emit({ type: 'session', state: now })
    return now
  }

  function openWith(keys: OpenKeys): Result<SessionState> {
    if (open !== null) lock()
    const opened = openStore({
      file: join(folder, databaseName),
      key: keys.databaseKey,
      deps,
      backupFolder: join(folder, 'backup'),
      ...(vault === null ? {} : { countyCode: vault.county.code }),
      onProgress: (progress) => options.emit({ type: 'progress', unit: '步', ...progress }),
    })
    if (!opened.ok) {
      keys.databaseKey.fill(0)
      if (opened.error.code === 'storeLocked') return fail(problems.inUse)
      // What people can mend at once (space, rights) leaves the way open for the next try.
      const lasting = troubleOf(opened.error)
      if (lasting.state === 'damaged' || lasting.state === 'newerFile') trouble = lasting
      tell()
      return opened
    }
    open = { keys, store: opened.value, role: keys.user.role }
    trouble = null
    notice = null
    for (const run of openers) run(opened.value)
    return ok(tell())
  }

  function lock(reason?: string): SessionState {
    if (open !== null) {
      for (const run of closers) run()
      open.store.close()
      open.keys.databaseKey.fill(0)
      open = null
      atScreen.end()
      notice = reason ?? null
    }
    return tell()
  }

  function current(): OpenKeys['user'] | null {
    return open === null ? null : { ...open.keys.user, role: open.role }
  }

  function opened(): { readonly keys: OpenKeys; readonly store: Store; readonly role: Role } {
    if (open === null) throw new ProblemError(lockedProblem)
    return open
  }

  /** Refuses while the wait lasts, counts a wrong try, forgets the count after a right one. */
  async function tryWith<T>(who: string, attempt: () => Promise<T | null>): Promise<Result<T>> {
    const wait = tries.wait(who)
    if (wait > 0) return problem('wait', `连着输错了几次，请等 ${wait} 秒再试。资料都在`, { detail: String(wait) })
    const value = await attempt()
    if (value !== null) {
      tries.right(who)
      return ok(value)
    }
    const wrong = tries.wrong(who)
    tell()
    const left = Math.max(0, freeTries - wrong)
    const then = left > 0 ? `还可以试 ${left} 次` : `请等 ${tries.wait(who)} 秒再试`
    return problem('wrongPassword', `密码不对。看看大写锁和输入法；${then}`, { field: 'password' })
  }

  async function cost(): Promise<KdfCost> {
    return options.kdf === 'floor' ? kdfFloor : calibrate()
  }

  function usable(): Result<VaultFile> {
    if (trouble !== null) return fail({ code: trouble.state, message: trouble.message })
    return vault === null ? problem('firstRun', '这台电脑还没有设过密码，请先设好') : ok(vault)
  }

  /** One after the other: two guesses at once would both slip past the wait. */
  let turn: Promise<unknown> = Promise.resolve()
  function inTurn<I, T>(run: (input: I) => Promise<T>): (input: I) => Promise<T> {
    return (input) => {
      const mine = turn.then(() => run(input))
      turn = mine.catch(() => undefined)
      return mine
    }
  }

  return {
    state,
    lock,
    current,
    user: () => ({ ...opened().keys.user, role: opened().role }),
    adoptRole(role) {
      if (open === null || open.role === role) return
      open = { ...open, role }
      tell()
    },
    store: () => opened().store,
    keys: () => opened().keys,
    county: () => {
      opened()
      return (vault as VaultFile).county
    },
    handOver: () => atScreen.current(),
    beginHandOver(state, paperLocation) {
      atScreen.begin({ state, paperLocation })
      return tell()
    },
    settled: (what) => atScreen.settle(what),
    handOverDone: (personId) => atScreen.done(personId),
    endHandOver: inTurn(async (password) => {
      const { keys } = opened()
      const proved = await tryWith(keys.user.id, () => openWithPassword(vault as VaultFile, keys.user.id, password))
      if (!proved.ok) return proved
      proved.value.databaseKey.fill(0)
      atScreen.end()
      return ok(tell())
    }),
    onOpen: (run) => openers.push(run),
    onClose: (run) => closers.push(run),

    setUp: inTurn(async (input) => {
      if (trouble !== null) return fail({ code: trouble.state, message: trouble.message })
      if (vault !== null || vaultExists(folder) || databaseExists(folder)) {
        return problem('alreadySetUp', '这台电脑已经设过密码了。输密码就能打开')
      }
      const user = { id: deps.newId(), name: input.userName.trim(), role: input.role, password: input.password }
      const made = await createVault({ code: input.countyCode, name: input.countyName.trim() }, user, await cost(), deps.now())
      const created = openStore({ file: startSettingUp(folder), key: made.keys.databaseKey, deps, create: true })
      if (!created.ok) return created
      created.value.close()
      writeVault(folder, made.vault)
      finishSettingUp(folder)
      vault = made.vault
      tries = createTryCounter(folder, deps.now)
      const state = openWith(made.keys)
      return state.ok ? ok({ recoveryCode: made.recoveryCode, userId: user.id }) : state
    }),

    unlock: inTurn(async (input) => {
      const ready = usable()
      if (!ready.ok) return ready
      const keys = await tryWith(input.userId, () => openWithPassword(ready.value, input.userId, input.password))
      return keys.ok ? openWith(keys.value) : keys
    }),

    recover: inTurn(async (input) => {
      const ready = usable()
      if (!ready.ok) return ready
      const wait = tries.wait('recovery')
      if (wait > 0) return problem('wait', `连着输错了几次，请等 ${wait} 秒再试。资料都在`, { detail: String(wait) })
      const made = await recoverWithCode(ready.value, input.userId, input.recoveryCode, input.newPassword, deps.now())
      if (!made.ok) {
        if (made.error.code === 'recoveryCodeWrong') tries.wrong('recovery')
        return made
      }
      writeVault(folder, made.value.vault)
      vault = made.value.vault
      tries.right('recovery')
      tries.right(input.userId)
      return openWith(made.value.keys)
    }),

    addUser: inTurn(async (input) => {
      const { keys } = opened()
      const present = vault as VaultFile
      const name = input.name.trim()
      if (present.users.some((user) => user.name === name)) {
        return problem('sameName', `这台电脑上已经有叫${name}的人了，请加一个字区分`, { field: 'name' })
      }
      const user = { id: deps.newId(), name, role: input.role, password: input.password }
      const next = await withNewUser(present, user, keys.databaseKey, deps.now())
      writeVault(folder, next)
      vault = next
      tell()
      return ok({ userId: user.id })
    }),

    setCountyRecovery(county) {
      const next: VaultFile = { ...(vault as VaultFile), countyRecovery: wrapForCounty(opened().keys.databaseKey, county) }
      writeVault(folder, next)
      vault = next
    },

    changePassword: inTurn(async (input) => {
      const { keys } = opened()
      const next = await tryWith(keys.user.id, () =>
        withNewPassword(vault as VaultFile, keys.user.id, input.oldPassword, input.newPassword),
      )
      if (!next.ok) return next
      writeVault(folder, next.value)
      vault = next.value
      return ok({})
    }),
  }
}
