import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closingLine, oneCheck, runGate } from '../../scripts/gates/gate.ts'
import { countTests } from '../../scripts/gates/vitest.ts'
import { run } from '../../scripts/setup/command.mjs'
import { root } from '../../scripts/setup/paths.mjs'

describe('the closing line', () => {
  it('sums the gates and the tests', () => {
    const results = [oneCheck(true, ''), oneCheck(false, 'why'), { passed: 40, failed: 2, report: '' }]
    expect(closingLine(results)).toBe('41 passed, 3 failed')
  })

  it('counts a gate that crashes as failed and says why', async () => {
    const said: string[] = []
    const result = await runGate({ name: 'types', run: () => Promise.reject(new Error('no compiler')) }, (line) =>
      said.push(line),
    )
    expect(closingLine([result])).toBe('0 passed, 1 failed')
    expect(said.join('\n')).toContain('no compiler')
  })
})

describe('the counts of a vitest run', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'four-ones-count-'))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function count(files: Record<string, string>) {
    for (const [name, body] of Object.entries(files)) {
      await writeFile(join(folder, name), `import { expect, it } from 'vitest'\n${body}`)
    }
    const report = join(folder, 'report.json')
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { code } = await run(process.execPath, [vitest, 'run', '--reporter=json', `--outputFile.json=${report}`], {
      cwd: folder,
    })
    return countTests(code, await readFile(report, 'utf8').catch(() => null))
  }

  it('are those of the report; a skipped test and a file that does not load are failures', async () => {
    const counts = await count({
      'a.test.ts':
        "it('holds', () => {}); it('holds too', () => {}); it('does not', () => expect(1).toBe(2)); it.skip('waits', () => {})",
      'b.test.ts': "import './missing.ts'; it('never runs', () => {})",
    })
    expect(counts).toMatchObject({ passed: 2, failed: 3 })
  })

  it('hold a failure when an error falls outside of every test', async () => {
    const counts = await count({
      'a.test.ts':
        "it('holds', async () => { setTimeout(() => { throw new Error('late') }); await new Promise((r) => setTimeout(r, 50)) })",
    })
    expect(counts).toMatchObject({ passed: 1, failed: 1 })
  })

  it('hold a failure when no test was found and when there is no report', async () => {
    expect(await count({})).toMatchObject({ passed: 0, failed: 1 })
    expect(countTests(0, null)).toMatchObject({ passed: 0, failed: 1 })
  })
})
