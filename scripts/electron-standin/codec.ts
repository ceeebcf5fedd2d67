/**
 * Values that can be structured-cloned <-> JSON text, for IPC. One function without outside references: its text also runs in the
 * preload's world. Objects are numbered in the order in which they are met, so that a value may point back into itself.
 */
export function createCodec(toBase64: (bytes: Uint8Array) => string, fromBase64: (text: string) => Uint8Array) {
  const views = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  }
  const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
  type ViewName = keyof typeof views
  type ErrorName = keyof typeof errors
  type Parts = Record<string, unknown>

  const kindOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1)
  const refused = () => new Error('An object could not be cloned.')
  // A key called __proto__ is data here as anywhere.
  const put = (target: Parts, key: string, value: unknown) =>
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })

  function encode(root: unknown): string {
    const met = new Map<object, number>()

    function write(value: unknown): unknown {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (value === undefined) return ['undefined']
      if (typeof value === 'number')
        return Number.isFinite(value) && !Object.is(value, -0) ? value : ['number', Object.is(value, -0) ? '-0' : String(value)]
      if (typeof value === 'bigint') return ['bigint', String(value)]
      if (typeof value !== 'object') throw refused()
      const known = met.get(value)
      if (known !== undefined) return ['again', known]
      met.set(value, met.size)
      return writeObject(value)
    }

    function writeObject(value: object): unknown {
      if (Array.isArray(value)) return ['list', ...Array.from(value, write)]
      if (value instanceof Map) return ['map', ...Array.from(value, ([key, item]) => [write(key), write(item)])]
      if (value instanceof Set) return ['set', ...Array.from(value, write)]
      if (value instanceof Date) return ['date', value.getTime()]
      if (value instanceof RegExp) return ['regexp', value.source, value.flags]
      if (value instanceof Error) return ['error', value.name, value.message, value.stack, write(value.cause)]
      const kind = kindOf(value)
      if (kind === 'ArrayBuffer') return ['buffer', toBase64(new Uint8Array(value as ArrayBuffer))]
      if (kind in views) {
        const view = value as Uint8Array
        return ['view', kind, toBase64(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))]
      }
      if (kind !== 'Object') throw refused()
      const parts: Parts = {}
      for (const [key, item] of Object.entries(value)) put(parts, key, write(item))
      return parts
    }

    let copy: unknown
    try {
      // First the real thing: it drops prototypes, reads getters and refuses what Electron refuses.
      copy = structuredClone(root)
    } catch {
      throw refused()
    }
    return JSON.stringify(write(copy))
  }

  function decode(text: string): unknown {
    const met: object[] = []
    const remember = <T extends object>(value: T): T => {
      met.push(value)
      return value
    }
    const bytes = (base64: unknown) => fromBase64(base64 as string).slice().buffer as ArrayBuffer

    function read(written: unknown): unknown {
      if (written === null || typeof written !== 'object') return written
      if (!Array.isArray(written)) {
        const parts: Parts = remember({})
        for (const [key, item] of Object.entries(written)) put(parts, key, read(item))
        return parts
      }
      const [tag, ...rest] = written as [string, ...unknown[]]
      switch (tag) {
        case 'undefined':
          return undefined
        case 'number':
          return Number(rest[0])
        case 'bigint':
          return BigInt(rest[0] as string)
        case 'again':
          return met[rest[0] as number]
        case 'list': {
          const list: unknown[] = remember([])
          for (const item of rest) list.push(read(item))
          return list
        }
        case 'map': {
          const map = remember(new Map<unknown, unknown>())
          for (const [key, item] of rest as [unknown, unknown][]) map.set(read(key), read(item))
          return map
        }
        case 'set': {
          const set = remember(new Set<unknown>())
          for (const item of rest) set.add(read(item))
          return set
        }
        case 'date':
          return remember(new Date((rest[0] as number | null) ?? Number.NaN))
        case 'regexp':
          return remember(new RegExp(rest[0] as string, rest[1] as string))
        case 'buffer':
          return remember(bytes(rest[0]))
        case 'view':
          return remember(new views[rest[0] as ViewName](bytes(rest[1])))
        case 'error': {
          const error = remember(new (errors[rest[0] as ErrorName] ?? Error)(rest[1] as string))
          error.stack = (rest[2] as string | undefined) ?? ''
          const cause = read(rest[3])
          if (cause !== undefined) Object.defineProperty(error, 'cause', { value: cause, writable: true, configurable: true })
          return error
        }
        default:
          throw new Error(`electron stand-in: unknown tag ${tag} in a message`)
      }
    }
    return read(JSON.parse(text))
  }

  return { encode, decode }
}

export type Codec = ReturnType<typeof createCodec>
