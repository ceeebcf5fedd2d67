import { expect, test } from 'vitest'
import { contract } from '../../electron/api/contract.ts'
import type { MethodName } from '../../electron/api/contract.ts'
import { methodNames } from '../../electron/api/methods.ts'
import { roles } from '../../electron/api/schemas/common.ts'
import type { Role } from '../../electron/api/schemas/common.ts'
import { mainMethods } from '../../electron/store/context.ts'
import { checkCall, longestOf } from '../../electron/store/gate.ts'
import { handlers } from '../../electron/store/handlers/index.ts'
import { openDesk, setUpDesk } from './store/desk.ts'

const names = Object.keys(contract) as MethodName[]
const allowedRole = (name: MethodName): Role | null => (contract[name].roles === 'anyone' ? null : (contract[name].roles as readonly Role[])[0] ?? null)

test('the preload script wraps exactly the methods of the contract', () => {
  expect([...methodNames]).toEqual(names)
})

test('every method runs in one place', () => {
  expect(names.filter((name) => contract[name].runs === 'main')).toEqual([...mainMethods])
  expect(Object.keys(handlers).sort()).toEqual(names.filter((name) => contract[name].runs === 'store').sort())
})

test.each(names)('%s refuses a wrong type, an unknown field and an oversized input', (name) => {
  const role = allowedRole(name)
  for (const input of [undefined, null, 7, 'text', [], true]) {
    expect(checkCall(name, input, role)).toMatchObject({ ok: false, error: { code: 'badInput' } })
  }
  const unknownField = checkCall(name, { neverHeardOf: 1 }, role)
  expect(unknownField).toMatchObject({ ok: false, error: { code: 'badInput' } })
  expect(!unknownField.ok && unknownField.error.fields?.some((field) => field.message.includes('多了一项'))).toBe(true)
  expect(checkCall(name, { text: 'x'.repeat(longestOf(name)) }, role)).toMatchObject({ ok: false, error: { code: 'inputTooLarge' } })
  const circle: { self?: unknown } = {}
  circle.self = circle
  expect(checkCall(name, circle, role)).toMatchObject({ ok: false, error: { code: 'badInput' } })
})

test.each(names)('%s refuses every role that may not, with a sentence', (name) => {
  const { roles: allowed } = contract[name]
  for (const role of roles) {
    const answer = checkCall(name, {}, role)
    const refused = !answer.ok && answer.error.code === 'notAllowed'
    expect(refused).toBe(allowed !== 'anyone' && !(allowed as readonly Role[]).includes(role))
    if (!answer.ok) expect(answer.error.message).toMatch(/[一-鿿]/)
  }
})

test('while locked everything is refused but what opens the store', async () => {
  const desk = await setUpDesk()
  await desk.get('session.lock', {})
  const open: string[] = []
  for (const name of names) {
    const answer = await desk.raw(name, {})
    if (answer.ok || answer.error.code !== 'locked') open.push(name)
  }
  expect(open).toEqual(names.filter((name) => contract[name].roles === 'anyone'))
})

test('the worker itself holds the role against the contract, whatever the main process let through', async () => {
  const desk = await setUpDesk({ role: 'counsellor' })
  expect(await desk.raw('session.addUser', { name: '甲', role: 'office', password: 'long-enough' })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
})

test('names that are no methods are refused, also those that every object has', async () => {
  const desk = openDesk()
  for (const name of ['toString', '__proto__', 'constructor', 'session', '', null, 3, {}, 'session.state ']) {
    expect(await desk.raw(name, {})).toMatchObject({ ok: false, error: { code: 'unknownMethod' } })
  }
})

test('the sentence for a field says what to do', () => {
  const short = checkCall('session.setUp', { countyCode: '210199', countyName: '示例县', userName: '', role: 'office', password: 'short' }, null)
  expect(short).toMatchObject({
    ok: false,
    error: { fields: [{ path: 'userName', message: '这里还没有填' }, { path: 'password', message: '这里至少要 8 个字' }] },
  })
})
