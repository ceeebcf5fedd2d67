import type { Bridge } from './bridge.ts'
import type { Codec } from './codec.ts'

export interface PreloadSettings {
  /** The function through which the main process delivers; its name is random and known in this world alone. */
  inbox: string
  file: string
  process: Record<string, unknown>
}

type Body = (require: (name: string) => unknown, module: { exports: object }, exports: object, process: object) => void

/**
 * What a sandboxed preload script finds around itself: require('electron'), process, module. Runs in the preload's world as pasted
 * text, so nothing here may refer outside itself.
 */
export function runPreload(
  settings: PreloadSettings,
  codec: Codec,
  bridge: Bridge,
  post: (text: string) => void,
  body: Body,
): void {
  type Listener = (event: object, ...args: unknown[]) => void
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const waiting = new Map<number, { channel: string; resolve(value: unknown): void; reject(error: Error): void }>()
  let lastId = 0

  function refuse(what: string): never {
    throw new Error(`electron stand-in: ${what} is not implemented in preload scripts`)
  }
  function strict<T extends object>(object: T, label: string): T {
    const harmless = ['then', 'toJSON', 'default', '__esModule']
    return new Proxy(object, {
      get: (target, key) =>
        typeof key === 'symbol' || key in target || harmless.includes(key)
          ? (Reflect.get(target, key) as unknown)
          : refuse(`${label}.${key}`),
    })
  }

  function ship(kind: string, id: number, channel: string, args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    post(`${JSON.stringify([kind, id, channel])}\n${codec.encode(args)}`)
  }
  function add(channel: string, listener: Listener, once: boolean) {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  function remove(channel: string, listener: Listener) {
    const left = listeners.get(channel) ?? []
    const at = left.findLastIndex((entry) => entry.listener === listener)
    listeners.set(channel, at < 0 ? left : left.toSpliced(at, 1))
    return ipcRenderer
  }

  const ipcRenderer: object = strict(
    {
      on: (channel: string, listener: Listener) => add(channel, listener, false),
      addListener: (channel: string, listener: Listener) => add(channel, listener, false),
      once: (channel: string, listener: Listener) => add(channel, listener, true),
      off: remove,
      removeListener: remove,
      removeAllListeners(channel: string) {
        listeners.delete(channel)
        return ipcRenderer
      },
      listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
      send: (channel: string, ...args: unknown[]) => ship('send', 0, channel, args),
      invoke: (channel: string, ...args: unknown[]) =>
        new Promise((resolve, reject) => {
          const id = ++lastId
          ship('invoke', id, channel, args)
          waiting.set(id, { channel, resolve, reject })
        }),
    },
    'ipcRenderer',
  )

  function deliver(kind: 'message' | 'answer' | 'error', key: string | number, text: string): void {
    if (kind === 'message') {
      const args = codec.decode(text) as unknown[]
      const channel = key as string
      for (const { listener, once } of listeners.get(channel) ?? []) {
        if (once) remove(channel, listener)
        listener({ sender: ipcRenderer, ports: [] }, ...args)
      }
      return
    }
    const call = waiting.get(key as number)
    waiting.delete(key as number)
    if (kind === 'answer') call?.resolve(codec.decode(text))
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${text}`))
  }
  Object.defineProperty(globalThis, settings.inbox, { value: deliver })

  const contextBridge = strict(
    {
      exposeInMainWorld(key: string, api: unknown): void {
        if (api === ipcRenderer) refuse('exposing ipcRenderer itself (Electron gives the page an empty object)')
        bridge.expose(key, api)
      },
    },
    'contextBridge',
  )
  const electron = strict({ contextBridge, ipcRenderer }, 'electron')
  const require = (name: string) => (/^electron(\/(renderer|common))?$/.test(name) ? electron : refuse(`require('${name}')`))
  const module = { exports: {} }
  try {
    body.call(module.exports, require, module, module.exports, strict(settings.process, 'process'))
  } catch (error) {
    console.error(`Unable to load preload script: ${settings.file}`)
    console.error(error)
    ship('preload-error', 0, settings.file, [error instanceof Error ? error : new Error(String(error))])
  }
}
