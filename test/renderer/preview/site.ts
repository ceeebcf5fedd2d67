import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

/** The renderer over the bridge of made-up people, without the shell. */
export const previewSite: InlineConfig = {
  configFile: false,
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: '../../../out/preview', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 3000 },
  logLevel: 'error',
}
