import type { Page } from 'playwright-core'

/** A visit by keyboard alone: what is pressed at which question, and how many keys that costs. */

/**
 * Keys in order; what begins with `:` is typed as words, `?` waits until that field of the record has the focus, `~` until
 * an open list offers that option. */
export type Keys = readonly string[]
export type Answers = { readonly [question: string]: Keys }

/** Counts every key that goes down, Ctrl as well, but for words typed into a field and for the signature. */
export async function countKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = window as unknown as { pressed: string[] | undefined }
    const isCounting = counted.pressed !== undefined
    counted.pressed = []
    if (isCounting) return
    window.addEventListener('keydown', (event) => {
      const target = event.target as HTMLElement
      const isText = target.matches('textarea, input:not([type=radio]):not([type=checkbox])')
      const isWord = isText && event.key.length === 1 && !event.ctrlKey && !event.altKey
      if (!isWord && target.closest('[data-question="signature"]') === null) counted.pressed?.push(event.key)
    }, true)
  })
}

export function keysPressed(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { pressed: string[] }).pressed)
}

/** The question that has the focus; `@finish` before a record is handed in; null: none. */
export function questionAt(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const held = document.activeElement
    if (held === null || held.closest('[data-finish]') !== null) return held === null ? null : '@finish'
    const row = held.closest<HTMLElement>('[data-scale-row]')?.dataset.scaleRow
    return row ?? held.closest<HTMLElement>('[data-question]')?.dataset.question ?? null
  })
}

export async function press(page: Page, keys: Keys): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('?')) await page.waitForFunction((path) => document.activeElement?.closest<HTMLElement>('[data-path]')?.dataset.path === path, key.slice(1))
    else if (key.startsWith('~')) await page.getByRole('option', { name: new RegExp(key.slice(1)) }).first().waitFor()
    else if (key.startsWith(':')) await page.keyboard.insertText(key.slice(1))
    else await page.keyboard.press(key)
  }
}

/** Which step is open, or that the visit has come to its end. */
export function stepAt(page: Page): Promise<string> {
  return page.evaluate(() => location.hash.split('/').at(-1) ?? '')
}

/** Answers question after question until the step changes or `until` has the focus. Gives the questions in the order in which they were asked. */
export async function walkStep(page: Page, step: string, answers: Answers, until: string | null = null): Promise<string[]> {
  const seen: string[] = []
  await page.waitForURL((url) => url.hash.endsWith(`/${step}`))
  while ((await stepAt(page)) === step) {
    const question = await nextQuestion(page, step, seen.at(-1) ?? null)
    if (question === null || question === until) break
    seen.push(question)
    const keys = question === '@finish' ? ['Control+Enter'] : (answers[question] ?? answers[`${question.replace(/\d+$/, '')}*`])
    if (keys === undefined) throw new Error(`step ${step}: nobody says how to answer ${question}; asked so far: ${seen.join(' ')}`)
    await press(page, keys)
  }
  return seen
}

/** Waits until the focus has gone on. null: the step is over. */
async function nextQuestion(page: Page, step: string, last: string | null): Promise<string | null> {
  const end = Date.now() + 10_000
  for (;;) {
    if ((await stepAt(page)) !== step) return null
    const question = await questionAt(page)
    if (question !== null && question !== last) return question
    if (Date.now() > end) {
      const words = await page.locator('.visit .field-error, .visit .notice').allInnerTexts()
      throw new Error(`step ${step} stays at ${String(question)}: ${words.join('；')}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
