import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Where things lie. `home` is the folder of the built main process, dist/main. */

export interface Places {
  readonly pages: string
  readonly preload: string
  readonly worker: URL
  readonly store: string
  readonly logs: string
}

export function placesOf(options: {
  readonly mainUrl: string
  readonly userData: string
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}): Places {
  const home = dirname(fileURLToPath(options.mainUrl))
  return {
    pages: join(home, '..', 'renderer'),
    preload: join(home, '..', 'preload', 'index.cjs'),
    worker: pathToFileURL(join(home, 'store-worker.js')),
    store: storeFolder(options),
    logs: join(options.userData, 'logs'),
  }
}

/** `--store=DIR` before FOUR_ONES_STORE before the user's own folder. */
function storeFolder(options: Parameters<typeof placesOf>[0]): string {
  const flag = options.argv.find((argument) => argument.startsWith('--store='))?.slice('--store='.length)
  const chosen = flag || options.env['FOUR_ONES_STORE']
  return chosen ? resolve(chosen) : join(options.userData, 'store')
}
