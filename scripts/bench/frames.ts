import type { Page } from 'playwright-core'

/** What the page shows frame by frame while something is done to it. */
export interface FrameReport {
  readonly frames: number
  /** Milliseconds between frames. */
  readonly p50: number
  readonly p95: number
  readonly max: number
  /** Frames that came more than 50 ms after the one before. */
  readonly long: number
  /** Share of frames in which a row in sight was not drawn yet. */
  readonly blank: number
  readonly seconds: number
}

interface Recorder {
  times: number[]
  blank: number
  running: boolean
}

declare global {
  interface Window {
    benchFrames: Recorder
    benchNewRows: Promise<number>
  }
}

/** Frames from now until `act` is through and the page has come to rest. */
export async function recordFrames(page: Page, act: () => Promise<void>): Promise<FrameReport> {
  await page.evaluate(() => {
    const recorder = { times: [] as number[], blank: 0, running: true }
    window.benchFrames = recorder
    const scroller = document.querySelector('.page-scroll') as HTMLElement
    const isBlank = () => {
      const box = scroller.getBoundingClientRect()
      // Below the head of the grid, and at the foot: a row with its text must be there.
      return [0.25, 0.6, 0.95].some((part) => {
        const row = document.elementFromPoint(box.left + 60, box.top + box.height * part)?.closest('.grid-body .grid-row')
        return row === null || row === undefined || row.classList.contains('waiting')
      })
    }
    const tick = (time: number) => {
      recorder.times.push(time)
      if (isBlank()) recorder.blank += 1
      if (recorder.running) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await act()
  const { times, blank } = await page.evaluate(() => {
    window.benchFrames.running = false
    return { times: window.benchFrames.times, blank: window.benchFrames.blank }
  })
  const gaps = times.slice(1).map((time, index) => time - (times[index] as number)).sort((a, b) => a - b)
  const at = (share: number) => Math.round(gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))] ?? 0)
  return {
    frames: times.length, p50: at(0.5), p95: at(0.95), max: at(1), long: gaps.filter((gap) => gap > 50).length,
    blank: Math.round((blank / Math.max(1, times.length)) * 100) / 100,
    seconds: Math.round(((times.at(-1) ?? 0) - (times[0] ?? 0)) / 100) / 10,
  }
}

/** Milliseconds from the key or click of `act` until the rows in sight are others than before. */
export async function untilNewRows(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const rows = () => {
      const grid = document.querySelector('[role=grid]')
      const texts = [...document.querySelectorAll('.grid-body .grid-row')].slice(0, 15).map((row) => row.textContent)
      return [grid?.getAttribute('aria-rowcount'), ...texts].join('|')
    }
    // Rows, or the words that there are none.
    const isThere = () => document.querySelector('[role=grid]') === null || document.querySelector('.grid-body .grid-row:not(.waiting)') !== null
    const before = rows()
    let from = 0
    const began = (event: Event) => {
      from = event.timeStamp
    }
    for (const type of ['keydown', 'click', 'input']) window.addEventListener(type, began, { capture: true })
    window.benchNewRows = new Promise((resolve) => {
      const look = () => {
        if (from > 0 && rows() !== before && isThere()) {
          for (const type of ['keydown', 'click', 'input']) window.removeEventListener(type, began, { capture: true })
          resolve(performance.now() - from)
        } else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  })
  await act()
  const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('no new rows in 30 seconds')), 30_000).unref())
  return Math.round(await Promise.race([page.evaluate(() => window.benchNewRows), late]))
}
