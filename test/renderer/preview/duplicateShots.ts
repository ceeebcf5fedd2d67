import type { Page } from 'playwright-core'

/** Pictures of the likely duplicates, for shots.ts. */

interface DuplicateShot {
  readonly name: string
  readonly query: string
  readonly hash: string
  readonly act?: (page: Page) => Promise<void>
}

const pair = '/duplicates/compare/0199a000-0000-7000-8000-000000000006/0199a000-0000-7000-8000-000000000041'

export const duplicateShots: readonly DuplicateShot[] = [
  { name: 'duplicates', query: 'role=office', hash: '/duplicates' },
  { name: 'duplicates-compare', query: 'role=office', hash: pair },
  { name: 'duplicates-open', query: 'role=office', hash: pair, act: async (page) => {
    await page.getByText('请逐项选').or(page.getByText('in which they differ')).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('还有 4 项').or(page.getByText('not chosen yet')).waitFor()
  } },
  { name: 'duplicates-merged', query: 'role=office', hash: '/duplicates/merged' },
  { name: 'duplicates-none', query: 'role=office&persons=0', hash: '/duplicates' },
]
