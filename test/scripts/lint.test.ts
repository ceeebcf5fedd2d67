import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/setup/paths.mjs'

const eslint = new ESLint({ cwd: root })

/** The rules that a text breaks when it stands in for an existing file. */
async function broken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file })
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message)
}

describe('the lint', () => {
  it.each([
    [
      'a promise that nobody waits for',
      'scripts/build.ts',
      'export const f = () => { Promise.resolve() }\n',
      '@typescript-eslint/no-floating-promises',
    ],
    [
      'a promise where a truth is meant',
      'scripts/build.ts',
      'export const f = () => (Promise.resolve(true) ? 1 : 2)\n',
      '@typescript-eslint/no-misused-promises',
    ],
    ['any', 'scripts/build.ts', 'export const f = (x: any) => x\n', '@typescript-eslint/no-explicit-any'],
    ['a default export', 'scripts/build.ts', 'export default 1\n', 'no-restricted-syntax'],
    ['a file of more than 350 lines', 'scripts/build.ts', 'export {}\n'.repeat(351), 'max-lines'],
    [
      'a skipped test',
      'test/scripts/lint.test.ts',
      "import { it } from 'vitest'\nit.skip('waits', () => {})\n",
      'no-restricted-syntax',
    ],
    [
      'a hook behind a condition',
      'renderer/main.tsx',
      "import { useState } from 'react'\nexport const F = (p: { on: boolean }) => {\n  if (p.on) useState(1)\n  return null\n}\n",
      'react-hooks/rules-of-hooks',
    ],
    ['a picture without words', 'renderer/main.tsx', 'export const F = () => <img src="a.png" />\n', 'jsx-a11y/alt-text'],
  ])(
    'refuses %s',
    async (_what, file, text, rule) => {
      expect(await broken(file, text)).toContain(rule)
    },
    // The first one loads the types of the whole project.
    120_000,
  )

  it('lets a plain file through', async () => {
    expect(await broken('scripts/build.ts', 'export const one = 1\n')).toEqual([])
  })
})
