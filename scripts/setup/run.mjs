// What package.json puts before every script of ours: `node scripts/setup/run.mjs FILE ...` runs FILE under Node 24, whatever Node
// and npm are on the path.
import { runOnNode24 } from './node24.mjs'

process.exitCode = await runOnNode24(process.argv.slice(2))
