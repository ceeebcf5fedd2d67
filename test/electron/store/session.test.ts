import { existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync, openSync, writeSync, closeSync, statSync, renameSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../folders.ts'
import { openDesk, password, setUpDesk } from './desk.ts'
import { idNumberOf } from './rosterRows.ts'

async function lockedFolder() {
  const desk = await setUpDesk()
  desk.close()
  return desk
}

test('a new computer is a first run; set-up opens it, locking closes it, the password opens it again', async () => {
  const desk = openDesk()
  expect(await desk.get('session.state', {})).toMatchObject({ state: 'firstRun', users: [], current: null, message: null })
  const made = await desk.get('session.setUp', {
    countyCode: '210199', countyName: '示例县', userName: '佟立新', role: 'office', password,
  })
  expect(made.recoveryCode.split('-')).toHaveLength(6)
  expect(await desk.get('session.state', {})).toMatchObject({
    state: 'unlocked', current: { id: made.userId, name: '佟立新', role: 'office' }, county: { code: '210199' },
  })
  expect(await desk.get('session.lock', {})).toMatchObject({ state: 'locked', current: null })
  expect(desk.events.at(-1)).toMatchObject({ type: 'session', state: { state: 'locked' } })
  expect(await desk.get('session.unlock', { userId: made.userId, password })).toMatchObject({ state: 'unlocked' })
})

test('a second set-up is refused and changes nothing', async () => {
  const desk = await setUpDesk()
  const before = readFileSync(join(desk.folder, 'vault.json'), 'utf8')
  const again = await desk.call('session.setUp', { countyCode: '210199', countyName: 'x', userName: 'y', role: 'office', password })
  expect(again).toMatchObject({ ok: false, error: { code: 'alreadySetUp' } })
  expect(readFileSync(join(desk.folder, 'vault.json'), 'utf8')).toBe(before)
})

test('neither the keys nor the password lie readable in the folder', async () => {
  const desk = await setUpDesk()
  for (const name of readdirSync(desk.folder)) {
    const path = join(desk.folder, name)
    if (!statSync(path).isFile()) continue
    const bytes = readFileSync(path)
    expect(bytes.includes(password)).toBe(false)
    expect(bytes.includes(desk.recoveryCode)).toBe(false)
    expect(bytes.includes('SQLite format 3')).toBe(false)
  }
})

test('wrong passwords say what to look at, and after five there is a wait that a new start does not end', async () => {
  const desk = await setUpDesk()
  await desk.get('session.lock', {})
  const wrong = { userId: desk.userId, password: 'not this one' }
  const first = await desk.call('session.unlock', wrong)
  expect(first).toMatchObject({ ok: false, error: { code: 'wrongPassword', message: expect.stringContaining('还可以试 4 次') } })
  for (let i = 0; i < 4; i += 1) await desk.call('session.unlock', wrong)
  expect(await desk.call('session.unlock', { userId: desk.userId, password })).toMatchObject({ ok: false, error: { code: 'wait' } })
  desk.close()

  const next = openDesk({ folder: desk.folder })
  expect((await next.get('session.state', {})).waitSeconds).toBeGreaterThan(20)
  expect(await next.call('session.unlock', { userId: desk.userId, password })).toMatchObject({ ok: false, error: { code: 'wait' } })
  next.close()

  const later = openDesk({ folder: desk.folder, clockOffsetMs: 31_000 })
  expect(await later.get('session.unlock', { userId: desk.userId, password })).toMatchObject({ state: 'unlocked', waitSeconds: 0 })
})

test('guesses sent all at once do not slip past the wait', async () => {
  const desk = await setUpDesk()
  await desk.get('session.lock', {})
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => desk.call('session.unlock', { userId: desk.userId, password: `guess ${i}` })),
  )
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
  expect(codes).toEqual([...Array<string>(5).fill('wrongPassword'), ...Array<string>(3).fill('wait')])
})

test('the recovery code sets a new password; the old one is dead, the code stays good', async () => {
  const desk = await setUpDesk()
  await desk.get('session.lock', {})
  const newPassword = 'spring-2027-new'
  const typed = desk.recoveryCode.toLowerCase().replaceAll('-', ' ')
  expect(await desk.get('session.recover', { userId: desk.userId, recoveryCode: typed, newPassword })).toMatchObject({ state: 'unlocked' })
  await desk.get('session.lock', {})
  expect(await desk.call('session.unlock', { userId: desk.userId, password })).toMatchObject({ ok: false })
  expect(await desk.get('session.unlock', { userId: desk.userId, password: newPassword })).toMatchObject({ state: 'unlocked' })
})

test('the recovery code of another computer opens nothing', async () => {
  const other = await setUpDesk()
  const desk = await setUpDesk()
  await desk.get('session.lock', {})
  const answer = await desk.call('session.recover', { userId: desk.userId, recoveryCode: other.recoveryCode, newPassword: 'another-one-1' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'recoveryCodeWrong' } })
  expect(await desk.get('session.state', {})).toMatchObject({ state: 'locked' })
})

test('several people share a computer, each with a password of their own', async () => {
  const desk = await setUpDesk()
  const { userId } = await desk.get('session.addUser', { name: '苏雅', role: 'counsellor', password: 'su-ya-12345' })
  expect(await desk.call('session.addUser', { name: '苏雅', role: 'counsellor', password: 'su-ya-12345' })).toMatchObject({ ok: false, error: { code: 'sameName' } })
  await desk.get('session.lock', {})
  expect(await desk.call('session.unlock', { userId, password })).toMatchObject({ ok: false })
  expect(await desk.get('session.unlock', { userId, password: 'su-ya-12345' })).toMatchObject({ current: { name: '苏雅', role: 'counsellor' } })
  expect(await desk.call('session.addUser', { name: '甲', role: 'office', password: 'x-12345678' })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
})

test('changing the password asks for the old one, and no copy of the keys opens with it afterwards', async () => {
  const desk = await setUpDesk()
  expect(await desk.call('session.changePassword', { oldPassword: 'wrong-wrong', newPassword: 'fresh-pass-1' })).toMatchObject({ ok: false, error: { code: 'wrongPassword' } })
  expect(await desk.call('session.changePassword', { oldPassword: password, newPassword: 'fresh-pass-1' })).toMatchObject({ ok: true })
  desk.close()
  writeFileSync(join(desk.folder, 'vault.json'), 'not json')
  const next = openDesk({ folder: desk.folder })
  expect(await next.call('session.unlock', { userId: desk.userId, password })).toMatchObject({ ok: false, error: { code: 'wrongPassword' } })
  expect(await next.get('session.unlock', { userId: desk.userId, password: 'fresh-pass-1' })).toMatchObject({ state: 'unlocked' })
})

test('a role that was edited in the vault file opens nothing', async () => {
  const desk = await setUpDesk({ role: 'counsellor' })
  desk.close()
  const path = join(desk.folder, 'vault.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('"counsellor"', '"supervisor"'))
  const next = openDesk({ folder: desk.folder })
  expect(await next.call('session.unlock', { userId: desk.userId, password })).toMatchObject({ ok: false, error: { code: 'wrongPassword' } })
})

test('a damaged vault is mended from its copy, and says so; with both damaged nothing is made anew', async () => {
  const desk = await lockedFolder()
  truncateSync(join(desk.folder, 'vault.json'), 40)
  const mended = openDesk({ folder: desk.folder })
  const state = await mended.get('session.state', {})
  expect(state).toMatchObject({ state: 'locked', users: [{ id: desk.userId }] })
  expect(state.message).toContain('备份')
  expect(await mended.get('session.unlock', { userId: desk.userId, password })).toMatchObject({ state: 'unlocked', message: null })
  mended.close()

  for (const name of ['vault.json', 'vault.json.bak']) writeFileSync(join(desk.folder, name), '{"format":1}')
  const damaged = openDesk({ folder: desk.folder })
  expect(await damaged.get('session.state', {})).toMatchObject({ state: 'damaged', message: expect.stringContaining('资料还锁在') })
  expect(await damaged.call('session.setUp', { countyCode: '210199', countyName: 'x', userName: 'y', role: 'office', password })).toMatchObject({ ok: false })
  expect(readFileSync(join(desk.folder, 'vault.json'), 'utf8')).toBe('{"format":1}')
})

test('a missing vault beside a database, and a missing database beside a vault, are told and never replaced', async () => {
  const desk = await lockedFolder()
  const vault = readFileSync(join(desk.folder, 'vault.json'))
  for (const name of ['vault.json', 'vault.json.bak']) rmSync(join(desk.folder, name))
  const noVault = openDesk({ folder: desk.folder })
  expect(await noVault.get('session.state', {})).toMatchObject({ state: 'damaged', message: expect.stringContaining('vault.json') })
  expect(await noVault.call('session.setUp', { countyCode: '210199', countyName: 'x', userName: 'y', role: 'office', password })).toMatchObject({ ok: false })
  noVault.close()

  writeFileSync(join(desk.folder, 'vault.json'), vault)
  rmSync(join(desk.folder, 'four-ones.db'))
  const noDatabase = openDesk({ folder: desk.folder })
  expect(await noDatabase.get('session.state', {})).toMatchObject({ state: 'damaged', message: expect.stringContaining('four-ones.db') })
  expect(await noDatabase.call('session.unlock', { userId: desk.userId, password })).toMatchObject({ ok: false })
  expect(existsSync(join(desk.folder, 'four-ones.db'))).toBe(false)
})

test('a vault of a later version is left alone', async () => {
  const desk = await lockedFolder()
  writeFileSync(join(desk.folder, 'vault.json'), '{"format":2,"anything":[]}')
  expect(await openDesk({ folder: desk.folder }).get('session.state', {})).toMatchObject({ state: 'newerFile' })
})

const damages: [string, (file: string) => void][] = [
  ['an overwritten header', (file) => overwrite(file, 0, 100)],
  ['an overwritten first page', (file) => overwrite(file, 0, 4096)],
  ['a file cut to a part of a page', (file) => truncateSync(file, 1000)],
  ['an empty file', (file) => truncateSync(file, 0)],
]
test.each(damages)('%s gives a sentence, keeps the bytes and makes no empty database', async (_name, damage) => {
  const desk = await lockedFolder()
  const file = join(desk.folder, 'four-ones.db')
  damage(file)
  const before = readFileSync(file)
  const next = openDesk({ folder: desk.folder })
  const answer = await next.call('session.unlock', { userId: desk.userId, password })
  expect(answer).toMatchObject({ ok: false, error: { message: expect.stringMatching(/没有(改动|新建)|安全/) } })
  expect(await next.get('session.state', {})).toMatchObject({ state: 'damaged', current: null, message: expect.any(String) })
  expect(await next.call('persons.places', {})).toMatchObject({ ok: false, error: { code: 'locked' } })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('damage deep inside the file shows as a sentence at the first call that meets it, and writes are not lost in silence', async () => {
  const desk = await setUpDesk()
  for (let n = 0; n < 60; n += 1) {
    await desk.get('persons.create', { fields: { name: '甲', idNumber: idNumberOf(n) } })
  }
  desk.close()
  const file = join(desk.folder, 'four-ones.db')
  const size = statSync(file).size
  for (let page = 3; page < size / 4096; page += 1) overwrite(file, page * 4096 + 100, 2000)
  const next = openDesk({ folder: desk.folder })
  const unlocked = await next.call('session.unlock', { userId: desk.userId, password })
  const list = unlocked.ok ? await next.call('persons.list', { filter: {}, sort: 'name', descending: false, offset: 0, limit: 50 }) : unlocked
  expect(list).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^store(Damaged|Unreadable)$/), message: expect.stringMatching(/备份/) } })
  const saved = await next.call('persons.create', { fields: { name: '乙', idNumber: idNumberOf(99) } })
  expect(saved.ok).toBe(false)
})

test('a database of a later version is left alone and says so', async () => {
  const desk = await setUpDesk()
  desk.raiseVersion()
  desk.close()
  const next = openDesk({ folder: desk.folder })
  expect(await next.call('session.unlock', { userId: desk.userId, password })).toMatchObject({ ok: false, error: { code: 'storeNewer' } })
  expect(await next.get('session.state', {})).toMatchObject({ state: 'newerFile', message: expect.stringContaining('新版') })
})

test('a file in the place of the folder is named, and stays', async () => {
  const path = join(newFolder(), 'store')
  writeFileSync(path, 'something of somebody')
  const desk = openDesk({ folder: path })
  expect(await desk.get('session.state', {})).toMatchObject({ state: 'folderReadOnly', message: expect.stringContaining('同名') })
  expect(readFileSync(path, 'utf8')).toBe('something of somebody')
})

test('a second program on the same folder gets a sentence, and the first goes on', async () => {
  const desk = await setUpDesk()
  const second = openDesk({ folder: desk.folder })
  expect(await second.call('session.state', {})).toMatchObject({ ok: false, error: { code: 'inUse' } })
  expect(await second.call('session.unlock', { userId: desk.userId, password })).toMatchObject({ ok: false, error: { code: 'inUse' } })
  expect(await desk.get('session.state', {})).toMatchObject({ state: 'unlocked' })
})

test('a set-up that broke off before the vault was written starts over; one after it is finished at the next start', async () => {
  const desk = await lockedFolder()
  const place = join(desk.folder, 'setting-up')
  mkdirSync(place)
  for (const name of readdirSync(desk.folder)) if (name.startsWith('four-ones.db')) renameSync(join(desk.folder, name), join(place, name))
  const next = openDesk({ folder: desk.folder })
  expect(await next.get('session.unlock', { userId: desk.userId, password })).toMatchObject({ state: 'unlocked' })
  next.close()

  const early = newFolder()
  mkdirSync(join(early, 'setting-up'))
  writeFileSync(join(early, 'setting-up', 'four-ones.db'), 'half')
  expect(await openDesk({ folder: early }).get('session.state', {})).toMatchObject({ state: 'firstRun' })
})

function overwrite(file: string, from: number, bytes: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, from)
  closeSync(handle)
}
