import { hydratePostgres } from './postgres.mjs'
import { ensurePackages } from './packages.mjs'
import { ensureNodeLink, isNode24, runOnNode24 } from './node24.mjs'

/**
 * Makes a fresh checkout ready: packages, the links inside PostgreSQL, Node 24. When this process is an older Node, the same command
 * is run again under Node 24 and this process ends with its exit code.
 */
export async function setUp() {
  await ensurePackages()
  await Promise.all([hydratePostgres(), ensureNodeLink()])
  if (isNode24()) return
  process.exit(await runOnNode24(process.argv.slice(1)))
}
