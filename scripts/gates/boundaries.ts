import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { root } from '../setup/paths.mjs'

const folders = ['domain', 'db', 'electron', 'renderer', 'server', 'scripts', 'test']
const source = /\.(ts|tsx|mjs|cjs|js)$/

/** Checks the arrows between the folders. A check that did not see every source file is no check, so it fails too. */
export async function checkBoundaries(base: string): Promise<{ ok: boolean; report: string; seen: number }> {
  const options = await extractOptions(join(base, '.dependency-cruiser.cjs'))
  const present = await readdir(base)
  const { output } = await cruise(
    folders.filter((folder) => present.includes(folder)),
    { ...options, baseDir: base, validate: true, outputType: undefined },
    undefined,
    { tsConfig: extractTsConfig(join(base, 'tsconfig.json')) },
  )
  const { modules, summary } = output as ICruiseResult
  const seen = new Set(modules.map((module) => module.source))
  const unseen = (await sourceFiles(base)).filter((file) => !seen.has(file))
  const lines = [
    ...summary.violations.map(({ rule, from, to }) => `  ${rule.name}: ${from === to ? from : `${from} -> ${to}`}`),
    ...unseen.map((file) => `  not seen by the check: ${file}`),
    ...(modules.length === 0 ? ['  the check saw no module at all'] : []),
  ]
  return { ok: lines.length === 0, report: lines.join('\n'), seen: modules.length }
}

async function sourceFiles(base: string): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders) {
    const entries = await readdir(join(base, folder), { recursive: true }).catch(() => [])
    found.push(...entries.filter((name) => source.test(name)).map((name) => `${folder}/${name.split(sep).join('/')}`))
  }
  return found
}

if (import.meta.main) {
  const { ok, report, seen } = await checkBoundaries(root)
  console.log(ok ? `The arrows hold in ${seen} modules.` : report)
  process.exitCode = ok ? 0 : 1
}
