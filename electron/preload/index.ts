import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, eventChannel } from '../api/channels.ts'
import type { Answer, AppEvent, Bridge, MethodName } from '../api/contract.ts'
import { methodNames } from '../api/methods.ts'

/** All that the page can reach: the methods of the contract by name, and what the app tells it. Nothing of Electron or Node passes through. */

const known: ReadonlySet<string> = new Set(methodNames)
const unknownMethod: Answer<MethodName> = {
  ok: false,
  error: { code: 'unknownMethod', message: '这个版本的四个一没有这一步。请关掉再打开一次' },
}

const bridge: Bridge = {
  call(name, input) {
    if (!known.has(name)) return Promise.resolve(unknownMethod as Answer<typeof name>)
    return ipcRenderer.invoke(callChannel, name, input) as Promise<Answer<typeof name>>
  },
  listen(onEvent) {
    const receive = (_event: unknown, event: AppEvent): void => onEvent(event)
    ipcRenderer.on(eventChannel, receive)
    return () => {
      ipcRenderer.removeListener(eventChannel, receive)
    }
  },
}

contextBridge.exposeInMainWorld('fourOnes', bridge)
