// `npm start`: gets the machine ready, builds what changed and opens the app. Without a display it walks the main job headlessly.
import { setUp } from './setup/setup.mjs'

await setUp()
const { start } = await import('./setup/start.mjs')
process.exitCode = await start(process.argv.slice(2))
