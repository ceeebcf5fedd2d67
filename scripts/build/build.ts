import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { fingerprint } from './fingerprint.ts'
import { targets, type Target } from './targets.ts'

/** Builds the targets whose inputs changed since their last build; gives the names of those that it built. */
export async function buildApp(root: string): Promise<string[]> {
  const built: string[] = []
  for (const target of targets) if (await buildTarget(root, target)) built.push(target.name)
  return built
}

/** What stands for a finished build lies beside it, never in it. */
async function buildTarget(root: string, target: Target): Promise<boolean> {
  const done = join(root, 'dist', target.name)
  const stamp = join(root, 'dist', `.${target.name}.inputs`)
  const inputs = await fingerprint(root, target.inputs)
  if (existsSync(done) && (await readFile(stamp, 'utf8').catch(() => '')) === inputs) return false

  // Built aside and then put in place, so that a failed build or a second one at the same time leaves a whole app behind.
  const aside = join(root, 'dist', `.${target.name}.${process.pid}`)
  await mkdir(join(root, 'dist'), { recursive: true })
  try {
    await build(target.config(root, aside))
    await rm(stamp, { force: true })
    await rm(done, { recursive: true, force: true })
    await rename(aside, done)
    await writeFile(stamp, inputs)
    return true
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
