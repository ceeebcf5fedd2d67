import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { barePolicy, pagePolicy, reactAriaStyleHash } from '../../../electron/main/csp.ts'

const usePress = readFileSync(new URL('../../../node_modules/react-aria/dist/private/interactions/usePress.js', import.meta.url), 'utf8')

test('the allowed style element is the one that the installed React Aria makes', () => {
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(usePress)?.[1] ?? ''
  const template = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(usePress)?.[1] ?? ''
  const text = template.replace(/\$\{[^}]+PRESSABLE_ATTRIBUTE\}/, attribute).trim()
  expect(attribute).not.toBe('')
  expect(`sha256-${createHash('sha256').update(text).digest('base64')}`).toBe(reactAriaStyleHash)
})

test('pages load nothing from elsewhere, and nothing unsafe', () => {
  for (const policy of [pagePolicy, barePolicy]) {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  }
  expect(barePolicy).not.toContain('self')
})
