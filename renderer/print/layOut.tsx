import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { createApi } from '../api/client.ts'
import type { Api, Bridge } from '../api/client.ts'
import { pageOf, writeMarginBoxes } from './marginTexts.ts'
import type { MarginTexts } from './marginTexts.ts'

export interface LaidOut {
  readonly content: ReactNode
  readonly margins: MarginTexts
}

export type Made<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

/** Asks for what the paper shows, says how far it has come, and throws nothing that people should read: the sentence says why it did not come. */
export type MakePaper = (ask: {
  readonly api: Pick<Api, 'call'>
  /** Who prints. */
  readonly printedBy: string
  readonly onProgress: (done: number, total: number) => void
}) => Promise<Made<LaidOut>>

/**
 * Puts a paper on the page. The window that prints it watches <html>: data-ready when everything stands there, data-failed with a sentence when it does
 * not, data-done and data-total on the way.
 */
export async function layOut(bridge: Bridge, root: HTMLElement, make: MakePaper): Promise<void> {
  const marks = root.ownerDocument.documentElement.dataset
  try {
    const api = createApi(bridge)
    const session = await api.call('session.state', {})
    const made = await make({
      api,
      printedBy: session.ok ? (session.value.current?.name ?? '') : '',
      onProgress(done, total) {
        marks.done = String(done)
        marks.total = String(total)
      },
    })
    if (!made.ok) {
      marks.failed = made.message
      return
    }
    const { content, margins } = made.value
    writeMarginBoxes(root.ownerDocument, margins)
    flushSync(() => createRoot(root).render(content))
    await fontsFor(root, `${margins.left}${margins.right}${pageOf('0123456789', '')}`)
    marks.ready = 'true'
  } catch {
    marks.failed = '这一份没有排好，资料没有受影响。请再做一次'
  }
}

/** Fonts are asked for by what is laid out; what stands in the margins only is asked for by name. */
async function fontsFor(root: HTMLElement, marginText: string): Promise<void> {
  const { fonts } = root.ownerDocument
  root.getBoundingClientRect()
  await Promise.allSettled(['', 'bold '].map((weight) => fonts.load(`${weight}8pt "Four Ones Paper"`, marginText)))
  await fonts.ready
}
