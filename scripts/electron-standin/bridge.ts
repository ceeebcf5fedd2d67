/**
 * contextBridge between the page's world and the preload's world of the same document: synchronous events with a secret name, whose
 * `detail` Chromium structured-clones from world to world. Runs in both worlds as pasted text, so nothing here may refer outside itself.
 */
export function createBridge(secret: string, side: 'page' | 'preload') {
  type Packed = readonly [tag: string, value: unknown]
  type Message = { op: string; id?: number; key?: string; value?: Packed; args?: Packed[]; ok?: boolean; error?: string }
  type AnyFunction = (...args: unknown[]) => unknown

  const outgoing = `${secret}-from-${side}`
  const incoming = `${secret}-from-${side === 'page' ? 'preload' : 'page'}`
  // The page may replace these later; the bridge keeps the ones that it began with.
  const Envelope = CustomEvent
  const dispatch = window.dispatchEvent.bind(window)
  const clone = structuredClone

  const lent = new Map<number, AnyFunction>()
  const lentIds = new WeakMap<AnyFunction, number>()
  const borrowed = new WeakMap<AnyFunction, number>()
  const promised = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let lastId = 0
  let answer: Message | undefined

  const messageOf = (error: unknown) =>
    error instanceof Error ? error.message : 'An unknown exception was thrown in the other world'

  function pack(value: unknown, within: readonly object[] = []): Packed {
    if (typeof value === 'function') return packFunction(value as AnyFunction)
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (typeof value !== 'object' || value === null) return ['plain', value]
    if (value instanceof Promise) return packPromise(value)
    if (value instanceof Error) return ['error', value.message]
    try {
      return ['plain', clone(value)]
    } catch {
      // Something inside cannot be cloned: it may be a function or a promise, which cross in their own way.
    }
    const isList = Array.isArray(value)
    if (!isList && Object.prototype.toString.call(value) !== '[object Object]') throw new Error('An object could not be cloned.')
    if (within.includes(value))
      throw new Error('electron stand-in: a cyclic object with functions through contextBridge is not implemented')
    const deeper = [...within, value]
    if (isList) return ['list', value.map((item) => pack(item, deeper))]
    return ['object', Object.entries(value).map(([key, item]) => [key, pack(item, deeper)])]
  }

  function packFunction(value: AnyFunction): Packed {
    const home = borrowed.get(value)
    if (home !== undefined) return ['yours', home]
    let id = lentIds.get(value)
    if (id === undefined) {
      id = ++lastId
      lentIds.set(value, id)
      lent.set(id, value)
    }
    return ['function', id]
  }

  function packPromise(promise: Promise<unknown>): Packed {
    const id = ++lastId
    const fail = (error: unknown) => ask({ op: 'settle', id, ok: false, error: messageOf(error) })
    promise.then((value) => ask({ op: 'settle', id, ok: true, value: pack(value) })).catch(fail)
    return ['promise', id]
  }

  function unpack([tag, value]: Packed): unknown {
    switch (tag) {
      case 'yours':
        return lent.get(value as number)
      case 'error':
        return new Error(value as string)
      case 'list':
        return (value as Packed[]).map(unpack)
      case 'object':
        return Object.fromEntries((value as [string, Packed][]).map(([key, item]) => [key, unpack(item)]))
      case 'promise':
        return new Promise((resolve, reject) => promised.set(value as number, { resolve, reject }))
      case 'function':
        return unpackFunction(value as number)
      default:
        return value
    }
  }

  function unpackFunction(id: number): AnyFunction {
    const stub = (...args: unknown[]) => {
      const { error, value } = ask({ op: 'call', id, args: args.map((item) => pack(item)) })
      if (error !== undefined) throw new Error(error)
      return unpack(value ?? ['plain', undefined])
    }
    borrowed.set(stub, id)
    return stub
  }

  function ask(message: Message): Message {
    const outer = answer
    answer = undefined
    try {
      dispatch(new Envelope(outgoing, { detail: message }))
      if (!answer) throw new Error('electron stand-in: the other world did not answer')
      return answer
    } finally {
      answer = outer
    }
  }

  function freeze(value: unknown): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    if (ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
    Object.freeze(value)
    Object.values(value).forEach(freeze)
    return value
  }

  const operations: Record<string, (message: Message) => Partial<Message>> = {
    call: ({ id = 0, args = [] }) => {
      try {
        return { value: pack(lent.get(id)?.(...args.map(unpack))) }
      } catch (error) {
        return { error: messageOf(error) }
      }
    },
    settle: ({ id = 0, ok, value, error }) => {
      const waiting = promised.get(id)
      promised.delete(id)
      if (ok) waiting?.resolve(unpack(value ?? ['plain', undefined]))
      else waiting?.reject(new Error(error))
      return {}
    },
    expose: ({ key = '', value }) => {
      if (key in window) return { error: 'Cannot bind an API on top of an existing property on the window object' }
      Object.defineProperty(window, key, { value: freeze(unpack(value ?? ['plain', undefined])), enumerable: true })
      return {}
    },
  }

  window.addEventListener(
    incoming,
    (event) => {
      const message = (event as CustomEvent<Message | null>).detail
      if (!message) return
      if (message.op === 'answer') answer = message
      else dispatch(new Envelope(outgoing, { detail: { ...operations[message.op]?.(message), op: 'answer' } }))
    },
    true,
  )

  return {
    expose(key: string, api: unknown): void {
      const { error } = ask({ op: 'expose', key, value: pack(api) })
      if (error !== undefined) throw new Error(error)
    },
  }
}

export type Bridge = ReturnType<typeof createBridge>
