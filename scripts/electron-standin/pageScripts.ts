import { randomBytes } from 'node:crypto'
import { createBridge } from './bridge.ts'
import { createCodec } from './codec.ts'
import { runPreload, type PreloadSettings } from './preloadWorld.ts'

const secret = randomBytes(16).toString('hex')

/** The isolated world of the preload, the way out of it and the way in: names that no page can guess. */
export const worldName = `preload-${secret}`
export const outbox = `out${secret}`
export const inbox = `in${secret}`

interface PageScript {
  source: string
  worldName?: string
}

/** Run at the start of every document, in this order. They run in frames too, where Electron runs no preload: only the top goes on. */
export function preloadScripts(file: string, text: string, additionalArguments: readonly string[]): PageScript[] {
  const bridgeSecret = randomBytes(16).toString('hex')
  const settings: PreloadSettings = {
    inbox,
    file,
    process: {
      platform: process.platform,
      arch: process.arch,
      versions: { node: process.versions.node },
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      isMainFrame: true,
      argv: additionalArguments,
      env: {},
    },
  }
  const page = `if (window === window.top) (${createBridge})(${JSON.stringify(bridgeSecret)}, 'page')`
  const preload = `if (window === window.top) {
  const post = globalThis.${outbox}
  delete globalThis.${outbox}
  const codec = (${createCodec})((bytes) => bytes.toBase64(), (text) => Uint8Array.fromBase64(text))
  const bridge = (${createBridge})(${JSON.stringify(bridgeSecret)}, 'preload')
  ;(${runPreload})(${JSON.stringify(settings)}, codec, bridge, post, function (require, module, exports, process) {
${text}
  })
}`
  return [{ source: page }, { source: preload, worldName }]
}
