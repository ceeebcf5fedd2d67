import { expect, test } from 'vitest'
import { createTryCounter, waitAfter } from '../../../electron/vault/tries.ts'
import { newFolder } from '../folders.ts'

function clock(start: string) {
  let now = Date.parse(start)
  return { now: () => new Date(now).toISOString(), move: (seconds: number) => (now += seconds * 1000) }
}

test('the first five tries are free, then the wait grows up to an hour', () => {
  expect([1, 4, 5, 6, 7, 30].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 3600])
})

test('the count outlives a new start and is forgotten after a right try', () => {
  const folder = newFolder()
  const time = clock('2026-11-24T08:00:00.000Z')
  const first = createTryCounter(folder, time.now)
  for (let i = 0; i < 5; i += 1) first.wrong('a')
  const second = createTryCounter(folder, time.now)
  expect(second.wait('a')).toBe(30)
  expect(second.wait('b')).toBe(0)
  time.move(29)
  expect(second.wait('a')).toBe(1)
  time.move(1)
  expect(second.wait('a')).toBe(0)
  second.right('a')
  expect(createTryCounter(folder, time.now).longestWait()).toBe(0)
})

test('a clock that is set back makes the wait no longer than it was', () => {
  const time = clock('2026-11-24T08:00:00.000Z')
  const tries = createTryCounter(newFolder(), time.now)
  for (let i = 0; i < 5; i += 1) tries.wrong('a')
  time.move(-86_400)
  expect(tries.wait('a')).toBe(30)
})

test('a clock that was far ahead and is put right ends the wait after its time, not after a year', () => {
  const folder = newFolder()
  const time = clock('2027-11-24T08:00:00.000Z')
  const tries = createTryCounter(folder, time.now)
  for (let i = 0; i < 5; i += 1) tries.wrong('a')
  time.move(-365 * 86_400)
  expect(tries.wait('a')).toBe(30)
  time.move(10)
  expect(createTryCounter(folder, time.now).wait('a')).toBe(20)
  time.move(20)
  expect(tries.wait('a')).toBe(0)
})
