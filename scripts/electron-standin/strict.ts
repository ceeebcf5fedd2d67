import type { EventEmitter } from 'node:events'

/** Names that loggers, promises and test tools ask of every object they meet: absent here, and no reason to stop. */
const askedOfAnything = new Set([
  'then',
  'catch',
  'finally',
  'toJSON',
  'inspect',
  'default',
  '__esModule',
  'nodeType',
  'nodeName',
  'tagName',
  'window',
  'domain',
  '$$typeof',
  'asymmetricMatch',
  'caller',
  'arguments',
  'displayName',
])

export function refuse(what: string): never {
  throw new Error(`electron stand-in: ${what} is not implemented (see scripts/electron-standin/README.md)`)
}

/** The object, except that a member it lacks throws by name instead of being undefined. */
export function strict<T extends object>(object: T, label: string): T {
  return new Proxy(object, {
    get(target, key, receiver): unknown {
      if (typeof key === 'symbol' || key in target || askedOfAnything.has(key)) return Reflect.get(target, key, receiver)
      return refuse(`${label}.${key}`)
    },
  })
}

/** A listener for an event that is never sent would wait for ever in silence: it is refused instead. */
export function onlyEvents(emitter: EventEmitter, label: string, names: readonly string[]): void {
  const known = new Set([...names, 'newListener', 'removeListener'])
  emitter.on('newListener', (name: string | symbol) => {
    if (typeof name === 'string' && !known.has(name)) refuse(`the event '${name}' of ${label}`)
  })
}

/** Something that Electron has and this project has had no use for: any use of it throws by name. */
export function absent(name: string): object {
  return new Proxy(function absentApi() {}, {
    get: (_, key) => (typeof key === 'symbol' || askedOfAnything.has(key) ? undefined : refuse(`${name}.${key}`)),
    apply: () => refuse(`${name}()`),
    construct: () => refuse(`new ${name}()`),
  })
}

export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function preventable<T extends object>(members: T): T & PreventableEvent {
  return Object.assign(members, {
    defaultPrevented: false,
    preventDefault(this: { defaultPrevented: boolean }) {
      this.defaultPrevented = true
    },
  })
}

/** Emits an event that a listener may prevent; true when nobody did. */
export function allowed(emitter: EventEmitter, name: string, ...rest: unknown[]): boolean {
  const event = preventable({})
  emitter.emit(name, event, ...rest)
  return !event.defaultPrevented
}
