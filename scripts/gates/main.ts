// What `npm test` runs once the machine is ready: every gate, or with arguments only the tests that these name.
import { closingLine, runGate, type Gate, type GateResult } from './gate.ts'
import { boundariesGate, buildGate, lintGate, typesGate } from './static.ts'
import { testsGate } from './vitest.ts'

const heartbeatMs = 15_000
const say = (line: string) => console.log(line)
const filters = process.argv.slice(2)

/** Tests of these areas run the built app. */
const needsApp = filters.some((filter) => /e2e|electron|scripts/.test(filter))

const all: Gate[][] = [
  [buildGate, testsGate([])],
  [typesGate, boundariesGate, lintGate],
]
const chosen: Gate[][] = [[...(needsApp ? [buildGate] : []), testsGate(filters)]]

const results = await inLanes(filters.length > 0 ? chosen : all)
say(closingLine(results))
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0

/** Two lanes for two cores: what builds and runs the sources, and what only reads them. */
async function inLanes(lanes: readonly Gate[][]): Promise<GateResult[]> {
  const began = Date.now()
  const running = new Set<string>()
  const heartbeat = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1000)
    process.stderr.write(`  ... ${seconds} s, still at it: ${[...running].join(', ')}\n`)
  }, heartbeatMs)
  const results = await Promise.all(lanes.map((gates) => inTurn(gates, running)))
  clearInterval(heartbeat)
  return results.flat()
}

async function inTurn(gates: readonly Gate[], running: Set<string>): Promise<GateResult[]> {
  const results: GateResult[] = []
  for (const gate of gates) {
    running.add(gate.name)
    results.push(await runGate(gate, say))
    running.delete(gate.name)
  }
  return results
}
