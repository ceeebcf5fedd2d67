const { contextBridge, ipcRenderer } = require('electron')

globalThis.preloadSecret = 'not for the page'

const attempt = (action) => {
  try {
    return action()
  } catch (error) {
    return error.message
  }
}

contextBridge.exposeInMainWorld('api', {
  version: 3,
  nested: { list: [1, { deep: () => '深' }] },
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  on: (channel, listener) => {
    const relay = (_event, ...args) => listener(...args)
    ipcRenderer.on(channel, relay)
    return () => ipcRenderer.removeListener(channel, relay)
  },
  add: (callback, value) => callback(value) + 1,
  later: (callback) => Promise.resolve().then(() => callback('晚')),
  fail: () => {
    throw new RangeError('同步错误')
  },
  failLater: async () => {
    throw new RangeError('异步错误')
  },
  same: (value) => value,
  requireFs: () => attempt(() => require('fs')),
  sendSync: () => attempt(() => ipcRenderer.sendSync('x')),
})

window.addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute('data-preload', 'ran'))
