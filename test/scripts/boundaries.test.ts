import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBoundaries } from '../../scripts/gates/boundaries.ts'
import { root } from '../../scripts/setup/paths.mjs'

/** A project in which every arrow points the right way. */
const sound: Record<string, string> = {
  'domain/person.ts': "import { z } from 'zod'\nexport const person = z.string()",
  'db/rows.ts': "import { person } from '../domain/person.ts'\nexport const rows = [person]",
  'electron/api/contract.ts': "import { person } from '../../domain/person.ts'\nexport type Call = typeof person",
  'electron/main/index.ts': "import { app } from 'electron'\nimport { rows } from '../../db/rows.ts'\nconsole.log(app, rows)",
  'electron/preload/index.ts': "import type { Call } from '../api/contract.ts'\nexport type Bridge = Call",
  'renderer/main.tsx': "import type { Call } from '../electron/api/contract.ts'\nexport const App = (call: Call) => call",
  'server/main.ts': "import { person } from '../domain/person.ts'\nconsole.log(person)",
  'scripts/roster.ts': "import { rows } from '../db/rows.ts'\nconsole.log(rows)",
}

describe('the boundaries check', () => {
  let project: string
  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'four-ones-arrows-'))
    await cp(join(root, '.dependency-cruiser.cjs'), join(project, '.dependency-cruiser.cjs'))
    await cp(join(root, 'tsconfig.json'), join(project, 'tsconfig.json'))
    await cp(join(root, 'package.json'), join(project, 'package.json'))
    await symlink(join(root, 'node_modules'), join(project, 'node_modules'))
  })
  afterEach(() => rm(project, { recursive: true, force: true }))

  async function check(changed: Record<string, string> = {}) {
    for (const [name, body] of Object.entries({ ...sound, ...changed })) {
      await mkdir(dirname(join(project, name)), { recursive: true })
      await writeFile(join(project, name), body)
    }
    return checkBoundaries(project)
  }

  it('lets a sound project through', async () => {
    expect(await check()).toMatchObject({ ok: true, report: '' })
  })

  it.each([
    [
      'domain that reads the store',
      'domain-reaches',
      'domain/person.ts',
      "import { rows } from '../db/rows.ts'\nexport const person = rows",
    ],
    [
      'domain that uses Node',
      'domain-is-pure',
      'domain/person.ts',
      "import { readFileSync } from 'node:fs'\nexport const person = readFileSync",
    ],
    [
      'domain that uses another package',
      'domain-is-pure',
      'domain/person.ts',
      "import { v7 } from 'uuid'\nexport const person = v7",
    ],
    [
      'a store that knows the shell',
      'db-reaches',
      'db/rows.ts',
      "import type { Call } from '../electron/api/contract.ts'\nexport const rows: Call[] = []",
    ],
    [
      'a page that reads the store',
      'renderer-reaches',
      'renderer/main.tsx',
      "import { rows } from '../db/rows.ts'\nexport const App = () => rows",
    ],
    [
      'a page that uses Node',
      'pages-have-no-node',
      'renderer/main.tsx',
      "import { join } from 'node:path'\nexport const App = join",
    ],
    [
      'a page that knows the main process',
      'renderer-reaches',
      'renderer/main.tsx',
      "import '../electron/main/index.ts'\nexport const App = null",
    ],
    [
      'a contract that knows the main process',
      'contract-reaches',
      'electron/api/contract.ts',
      "import '../main/index.ts'\nexport type Call = string",
    ],
    [
      'a server that reads the local store',
      'server-reaches',
      'server/main.ts',
      "import { rows } from '../db/rows.ts'\nconsole.log(rows)",
    ],
    ['a server that knows Electron', 'only-the-shell', 'server/main.ts', "import { app } from 'electron'\nconsole.log(app)"],
    ['a command that knows Electron', 'only-the-shell', 'scripts/roster.ts', "import { app } from 'electron'\nconsole.log(app)"],
    ['a circle', 'no-cycles', 'domain/person.ts', "import { other } from './other.ts'\nexport const person = other"],
    ['an import of nothing', 'no-missing', 'db/rows.ts', "import { gone } from './gone.ts'\nexport const rows = gone"],
  ])('refuses %s', async (_what, rule, file, body) => {
    const { ok, report } = await check({
      [file]: body,
      'domain/other.ts': "import { person } from './person.ts'\nexport const other = () => person",
    })
    expect(ok).toBe(false)
    expect(
      report
        .split('\n')
        .filter((line) => line.includes(file))
        .join(),
    ).toContain(`  ${rule}`)
  })

  it('refuses a file that nothing reaches', async () => {
    const { report } = await check({ 'db/forgotten.ts': 'export const forgotten = 1' })
    expect(report.trim()).toBe('no-orphans: db/forgotten.ts')
  })

  it('refuses to pass when it saw nothing', async () => {
    await mkdir(join(project, 'domain'))
    await writeFile(join(project, 'vitest.config.ts'), 'export {}')
    const { ok, report } = await checkBoundaries(project)
    expect({ ok, report: report.trim() }).toEqual({ ok: false, report: 'the check saw no module at all' })
  })
})
