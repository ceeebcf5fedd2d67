import { expect, it } from 'vitest'
import { createCodec } from '../../../scripts/electron-standin/codec.ts'

const codec = createCodec(
  (bytes) => Buffer.from(bytes).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
)
const back = (value: unknown) => codec.decode(codec.encode(value))

it('keeps everything that a structured clone keeps', () => {
  const value = {
    nothing: undefined,
    none: null,
    numbers: [Number.NaN, -0, Number.POSITIVE_INFINITY, 0.1],
    big: 12n,
    at: new Date(5),
    bad: new Date(Number.NaN),
    pattern: /x/gi,
    map: new Map([[{ key: 1 }, ['二']]]),
    set: new Set(['集']),
    bytes: new Uint8Array([1, 2, 255]).subarray(1),
    buffer: new Float64Array([1.5]).buffer,
  }
  expect(back(value)).toStrictEqual(value)
})

it('keeps a value that points back into itself', () => {
  const parent: { children: unknown[]; again?: unknown } = { children: [] }
  parent.children.push({ parent })
  parent.again = parent.children
  const copy = back(parent) as typeof parent
  expect((copy.children[0] as { parent: unknown }).parent).toBe(copy)
  expect(copy.again).toBe(copy.children)
})

it('keeps the kind, the words and the cause of an error', () => {
  const copy = back(new RangeError('外', { cause: new Error('内') })) as Error
  expect(copy).toBeInstanceOf(RangeError)
  expect(copy.message).toBe('外')
  expect((copy.cause as Error).message).toBe('内')
})

it('treats a key called __proto__ as data', () => {
  const copy = back(JSON.parse('{"__proto__": {"admin": true}}')) as { admin?: boolean }
  expect(copy.admin).toBeUndefined()
  expect(Object.keys(copy)).toEqual(['__proto__'])
})

it('refuses functions and symbols in the words of Electron', () => {
  expect(() => codec.encode({ run: () => 1 })).toThrow('An object could not be cloned.')
  expect(() => codec.encode(Symbol('x'))).toThrow('An object could not be cloned.')
})
