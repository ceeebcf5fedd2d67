import { createServer } from 'vite'
import { previewSite } from './site.ts'

/** Serves the preview for looking and changing: `node test/renderer/preview/serve.ts`. */
const server = await createServer({ ...previewSite, plugins: [...(previewSite.plugins ?? []), withoutPolicy()], server: { host: '127.0.0.1' } })
await server.listen()
server.printUrls()

/** The development server adds scripts and styles of its own, which the strict policy of the page forbids. */
function withoutPolicy() {
  return {
    name: 'without-policy',
    transformIndexHtml: (html: string) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
  }
}
