import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

/** A part of the app that is built on its own, and again only when one of its inputs changed. */
export type Target = {
  name: 'main' | 'preload' | 'renderer'
  inputs: readonly string[]
  config: (root: string, outDir: string) => InlineConfig
}

const tools = ['package.json', 'package-lock.json', 'scripts/build', 'scripts/build.ts']

/** The main process and the store worker: ES modules for Node, with everything inside but Electron and the database module. */
const main: Target = {
  name: 'main',
  inputs: [...tools, 'domain', 'db', 'electron'],
  config: (root, outDir) => ({
    ...common(root),
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ...output(outDir),
      ssr: true,
      target: 'node24',
      rolldownOptions: {
        input: {
          index: join(root, 'electron/main/index.ts'),
          'store-worker': join(root, 'electron/store/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  }),
}

/** A sandboxed preload script can only be one CommonJS file. */
const preload: Target = {
  name: 'preload',
  inputs: [...tools, 'domain', 'electron'],
  config: (root, outDir) => ({
    ...common(root),
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ...output(outDir),
      ssr: true,
      target: 'node24',
      rolldownOptions: {
        input: join(root, 'electron/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  }),
}

/** The pages: relative addresses, no inline script and no data: address, so that the strictest CSP fits. */
const renderer: Target = {
  name: 'renderer',
  inputs: [...tools, 'domain', 'electron/api', 'renderer'],
  config: (root, outDir) => ({
    ...common(join(root, 'renderer')),
    base: './',
    plugins: [react()],
    build: {
      ...output(outDir),
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The pages come from the disk.
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: { input: [join(root, 'renderer/index.html'), join(root, 'renderer/print.html')] },
    },
  }),
}

export const targets: readonly Target[] = [main, preload, renderer]

function common(root: string): InlineConfig {
  return { root, configFile: false, mode: 'production', logLevel: 'warn', publicDir: false }
}

function output(outDir: string) {
  return { outDir, emptyOutDir: true, minify: true, sourcemap: false, reportCompressedSize: false } as const
}
