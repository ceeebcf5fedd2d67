import { EventEmitter } from 'node:events'
import { createCodec } from './codec.ts'
import { preventable, strict } from './strict.ts'

export const codec = createCodec(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
)

type InvokeHandler = (event: object, ...args: unknown[]) => unknown

const handlers = new Map<string, InvokeHandler>()

class IpcMain extends EventEmitter {
  handle(channel: string, handler: InvokeHandler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function') throw new TypeError(`The handler for '${channel}' is no function`)
    handlers.set(channel, handler)
  }
  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      handlers.delete(channel)
      return handler(event, ...args)
    })
  }
  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = strict(new IpcMain(), 'ipcMain')

export interface Sender {
  sender: { send(channel: string, ...args: unknown[]): void }
  senderFrame: object
}
export type Deliver = (kind: 'message' | 'answer' | 'error', key: string | number, text: string) => void

/** A message of a preload script: `[kind, id, channel]` on the first line, the encoded arguments on the second. */
export async function receiveMessage(
  text: string,
  from: Sender,
  deliver: Deliver,
  onPreloadError: (file: string, error: Error) => void,
): Promise<void> {
  const end = text.indexOf('\n')
  const [kind, id, channel] = JSON.parse(text.slice(0, end)) as [string, number, string]
  const args = codec.decode(text.slice(end + 1)) as unknown[]
  const event = preventable({
    ...from,
    type: 'frame',
    frameId: 1,
    processId: 1,
    ports: [],
    reply: (to: string, ...rest: unknown[]) => from.sender.send(to, ...rest),
  })
  if (kind === 'preload-error') return onPreloadError(channel, args[0] as Error)
  if (kind === 'send') {
    ipcMain.emit(channel, event, ...args)
    return
  }
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    deliver('answer', id, codec.encode(await handler(event, ...args)))
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    deliver('error', id, String(error))
  }
}
