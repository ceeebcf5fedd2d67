/** What a gate found: how many checks went well, how many did not, and what a person must read about the latter. */
export type GateResult = { passed: number; failed: number; report: string }

export type Gate = { name: string; run: () => Promise<GateResult> }

/** A gate that is one check. */
export function oneCheck(ok: boolean, report: string): GateResult {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, report: ok ? '' : report }
}

/** Runs a gate, says how it went, and turns a crash of the gate itself into a failure. */
export async function runGate(gate: Gate, say: (line: string) => void): Promise<GateResult> {
  const began = Date.now()
  const result = await gate
    .run()
    .catch((error: unknown) => oneCheck(false, error instanceof Error ? (error.stack ?? error.message) : String(error)))
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  say(`${result.failed === 0 ? '✓' : '✗'} ${gate.name} (${seconds} s)`)
  if (result.report) say(result.report.trimEnd())
  return result
}

/** The line with which `npm test` ends. */
export function closingLine(results: readonly GateResult[]): string {
  const sum = (pick: (result: GateResult) => number) => results.reduce((total, result) => total + pick(result), 0)
  return `${sum((r) => r.passed)} passed, ${sum((r) => r.failed)} failed`
}
