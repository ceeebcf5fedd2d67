// `npm run build`: main process, store worker, preload script and pages into dist/.
import { buildApp } from './build/build.ts'
import { root } from './setup/paths.mjs'
import { withProgress } from './setup/progress.mjs'

try {
  const built = await withProgress('Building the app', () => buildApp(root))
  console.error(built.length > 0 ? `Built: ${built.join(', ')}.` : 'Nothing changed since the last build.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
