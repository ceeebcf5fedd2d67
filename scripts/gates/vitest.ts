import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runHere } from '../setup/command.mjs'
import { root } from '../setup/paths.mjs'
import type { Gate, GateResult } from './gate.ts'

/** All tests, or those that a filter names; their output goes straight to the terminal. */
export function testsGate(filters: readonly string[]): Gate {
  return { name: 'tests', run: () => runTests(filters, root) }
}

/** Runs vitest in a project folder and counts. */
export async function runTests(filters: readonly string[], base: string): Promise<GateResult> {
  const folder = await mkdtemp(join(tmpdir(), 'four-ones-tests-'))
  const file = join(folder, 'report.json')
  try {
    const code = await runHere(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        ...filters,
        '--allowOnly=false',
        '--silent=passed-only',
        '--slowTestThreshold=10000',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      // A build in this process leaves NODE_ENV=production behind, and React without what its tests need.
      { cwd: base, env: { ...process.env, NODE_ENV: 'test' } },
    )
    return countTests(code, await readFile(file, 'utf8').catch(() => null))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Report = {
  testResults: { name: string; status: string; message?: string; assertionResults: { status: string }[] }[]
}

/**
 * Counts from vitest's JSON report. A file that did not load counts as one failure, and so does a run that ended badly without a
 * failed test (an error outside of any test, a crash, no report at all). A skipped test is a failure too: here nothing is skipped.
 */
export function countTests(exitCode: number, json: string | null): GateResult {
  if (json === null) return { passed: 0, failed: 1, report: 'vitest ended without a report.' }
  const { testResults } = JSON.parse(json) as Report
  const statuses = testResults.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = statuses.filter((status) => status === 'passed').length
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = statuses.length - passed + brokenFiles
  if (exitCode !== 0 && failed === 0) return { passed, failed: 1, report: 'vitest failed outside of any test; see above.' }
  return { passed, failed, report: '' }
}
