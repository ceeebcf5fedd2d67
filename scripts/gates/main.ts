// What `npm test` runs once the machine is ready: every gate, or with arguments only the tests that these name.
import { closingLine, runGate, type Gate, type GateResult } from './gate.ts'
import { boundariesGate, buildGate, lintGate, typesGate } from './static.ts'
import { testsGate } from './vitest.ts'

const say = (line: string) => console.log(line)
const filters = process.argv.slice(2)

/** Tests of these areas run the built app. */
const needsApp = filters.some((filter) => /e2e|electron|scripts/.test(filter))

const results = filters.length > 0 ? await inTurn([...(needsApp ? [buildGate] : []), testsGate(filters)]) : await all()
say(closingLine(results))
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0

/** Two lanes for two cores: what reads the sources, and what builds and runs them. */
async function all(): Promise<GateResult[]> {
  const lanes = [
    [buildGate, testsGate([])],
    [typesGate, boundariesGate, lintGate],
  ]
  return (await Promise.all(lanes.map(inTurn))).flat()
}

async function inTurn(gates: readonly Gate[]): Promise<GateResult[]> {
  const results: GateResult[] = []
  for (const gate of gates) results.push(await runGate(gate, say))
  return results
}
