import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A box that scrolls but does not hold what is placed absolutely lets hidden words stretch the page: a second scrollbar, for nothing. */
describe('boxes that scroll', () => {
  const sheets = globSync('renderer/**/*.css', { cwd: process.cwd() })

  it.each(sheets)('hold their hidden words in %s', (sheet) => {
    const rules = [...readFileSync(join(process.cwd(), sheet), 'utf8').replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    const loose = rules
      .filter(([, , body = '']) => /overflow(?:-[xy])?:\s*(?:auto|scroll)/.test(body) && !/position:\s*(?:relative|fixed|absolute|sticky)/.test(body))
      .map(([, selector = '']) => selector.trim())
      // React Aria places the box of a list itself.
      .filter((selector) => selector !== '.picker-list')
    expect(loose).toEqual([])
  })
})
