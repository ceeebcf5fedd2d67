import { ensureBrowser } from './browser.mjs'
import { ensureNodeLink, isNode24, runOnNode24 } from './node24.mjs'
import { ensurePackages } from './packages.mjs'

/**
 * Makes a fresh checkout ready: packages, a browser where one is needed, Node 24. When this process is
 * an older Node, the same command is run again under Node 24 and this process ends with its exit code.
 * @param {{ browser: boolean }} needs
 * @returns {Promise<boolean>} false when the browser is missing; what to install has been said then
 */
export async function setUp({ browser }) {
  const [found] = await Promise.all([browser ? ensureBrowser() : null, ensurePackages()])
  if (browser && !found) return false
  await ensureNodeLink()
  if (!isNode24()) process.exit(await runOnNode24(process.argv.slice(1)))
  return true
}
