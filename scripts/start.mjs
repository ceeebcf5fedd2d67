// `npm start`: gets the machine ready, builds what changed and opens the app. Without a display it walks the main job headlessly.
import { setUp } from './setup/setup.mjs'
import { hasDisplay } from './setup/shell.mjs'
import { start } from './setup/start.mjs'

process.exitCode = (await setUp({ browser: !hasDisplay() })) ? await start(process.argv.slice(2)) : 1
