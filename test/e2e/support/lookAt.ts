import AxeBuilder from '@axe-core/playwright'
import type { RunningApp } from './app.ts'

/** What axe finds on the screen as it stands, in words; empty when all is well (WCAG 2.2 AA). */
export async function violationsOf(app: RunningApp, screen: string): Promise<string[]> {
  const result = await new AxeBuilder({ page: app.page })
    // One page, one frame: the legacy mode opens no second page, which the app would forbid.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return result.violations.flatMap((violation) => violation.nodes.map((node) => `${screen}: ${violation.id}: ${node.target.join(' ')}`))
}

/** Asks until there is an answer. For what another process does in its own time: sending, pulling. */
export async function until<T>(words: string, ask: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + 60_000
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    if (Date.now() > end) throw new Error(`waited in vain: ${words}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
