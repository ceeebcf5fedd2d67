import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { findChromium } from '../electron-standin/locate.mjs'
import { run } from './command.mjs'
import { withProgress } from './progress.mjs'

const advice =
  'No Chrome, Edge or Chromium was found on this machine. Install one (on Debian: apt-get install chromium) and run the command again.'

/**
 * A browser for the screens and for printing: one that is installed, or Debian's own where we may install it.
 * @returns {Promise<string | null>} its program, or null after a sentence on what to install
 */
export async function ensureBrowser() {
  const found = findChromium()
  if (found) return found
  if (await isDebianRoot()) {
    const { code, output } = await withProgress('Installing Chromium from the packages of Debian', installOnDebian)
    const installed = findChromium()
    if (installed) return installed
    process.stderr.write(code === 0 ? '' : output)
  }
  process.stderr.write(`${advice}\n`)
  return null
}

async function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const system = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return /^ID=debian$/m.test(system)
}

async function installOnDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-qq'], { env })
  const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
  return { code: install.code, output: update.output + install.output }
}
