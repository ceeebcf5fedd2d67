import { join } from 'node:path'
import { standInDir, standInScript } from '../electron-standin/locate.mjs'
import { ensureBrowser } from './browser.mjs'
import { runHere } from './command.mjs'
import { environment } from './node24.mjs'
import { root } from './paths.mjs'
import { findElectron, hasDisplay } from './shell.mjs'

/**
 * Builds the app and opens it, or walks through it where there is no display.
 * @param {string[]} args passed on to the app
 * @returns {Promise<number>} exit code
 */
export async function start(args) {
  const env = environment()
  // Some editors leave this in their terminals; it makes Electron a plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  const built = await runHere(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root, env })
  if (built !== 0) return built

  if (!hasDisplay()) {
    process.stderr.write('There is no display here: walking through the main job without one.\n')
    return runHere(process.execPath, [join(root, 'scripts', 'walk', 'walk.ts'), ...args], { cwd: root, env })
  }

  const electron = await findElectron()
  if (electron) return runHere(electron, [root, ...args], { cwd: root, env })
  if (!(await ensureBrowser())) return 1
  return runHere(process.execPath, [standInScript, root, ...args], {
    cwd: root,
    env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: standInDir },
  })
}
