import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** All style sheets hold on every page: a class of one screen that another screen also uses lays the other one out. */
it('gives each class its look in one style sheet only', () => {
  const sheetsOf = new Map<string, Set<string>>()
  for (const sheet of globSync('renderer/**/*.css', { cwd: process.cwd() })) {
    const text = readFileSync(join(process.cwd(), sheet), 'utf8').replace(/\/\*[^]*?\*\//g, '')
    for (const [, name = ''] of text.matchAll(/(?:^|[{}])\s*\.([\w-]+)\s*\{/g)) sheetsOf.set(name, (sheetsOf.get(name) ?? new Set()).add(sheet))
  }
  const shared = [...sheetsOf].filter(([, sheets]) => sheets.size > 1).map(([name, sheets]) => `${name}: ${[...sheets].sort().join(', ')}`)
  expect(shared).toEqual([])
})
