import { join } from 'node:path'
import { buildApp } from '../build/build.ts'
import { run } from '../setup/command.mjs'
import { root } from '../setup/paths.mjs'
import { checkBoundaries } from './boundaries.ts'
import { oneCheck, type Gate } from './gate.ts'

export const typesGate: Gate = {
  name: 'types',
  run: () => nodeTool('@native/typescript/bin/tsc', '--noEmit'),
}

export const lintGate: Gate = {
  name: 'lint',
  run: () => nodeTool('eslint/bin/eslint.js', '.', '--max-warnings=0'),
}

export const boundariesGate: Gate = {
  name: 'boundaries',
  run: async () => {
    const found = await checkBoundaries(root)
    return oneCheck(found.ok, found.report)
  },
}

export const buildGate: Gate = {
  name: 'build',
  run: () =>
    buildApp(root).then(
      () => oneCheck(true, ''),
      (error: unknown) => oneCheck(false, error instanceof Error ? error.message : String(error)),
    ),
}

async function nodeTool(tool: string, ...args: string[]) {
  const { code, output } = await run(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root })
  return oneCheck(code === 0, output)
}
