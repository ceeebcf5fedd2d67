import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { createApi } from '../api/client.ts'
import type { Bridge } from '../api/client.ts'
import { LedgerPaper } from './LedgerPaper.tsx'
import { loadLedger } from './loadLedger.ts'
import type { LedgerInput } from './loadLedger.ts'
import { marginTexts, pageOf, writeMarginBoxes } from './marginTexts.ts'

/**
 * Puts the ledger that the address names on the page. The window that prints it watches <html>: data-ready when everything stands there,
 * data-failed with a sentence when it does not, data-done and data-total on the way.
 */
export async function printLedger(bridge: Bridge, root: HTMLElement, now: () => Date): Promise<void> {
  const marks = root.ownerDocument.documentElement.dataset
  try {
    const input = JSON.parse(decodeURIComponent(location.hash.slice(1))) as LedgerInput
    const api = createApi(bridge)
    const [ledger, session] = await Promise.all([
      loadLedger(api, input, (done, total) => {
        marks.done = String(done)
        marks.total = String(total)
      }),
      api.call('session.state', {}),
    ])
    if (!ledger.ok) {
      marks.failed = ledger.message
      return
    }
    const texts = marginTexts(now(), session.ok ? (session.value.current?.name ?? '') : '', input.masking)
    writeMarginBoxes(root.ownerDocument, texts)
    flushSync(() => createRoot(root).render(<LedgerPaper {...ledger.value} />))
    await fontsFor(root, `${texts.left}${texts.right}${pageOf('0123456789', '')}`)
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
