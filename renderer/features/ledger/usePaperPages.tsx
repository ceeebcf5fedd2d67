import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { LedgerPaper } from '../../print/LedgerPaper.tsx'
import type { LedgerRows } from './useLedgerRows.ts'
import { heightsIn } from './heightsIn.ts'
import { paginate } from './paginate.ts'
import type { PaperHeights, PaperPage } from './paginate.ts'

interface Measured {
  readonly of: LedgerRows['rows']
  readonly heights: PaperHeights
}

/** Where the print would break: the paper is laid out out of sight, with its own fonts, and measured. */
export function usePaperPages(ledger: LedgerRows): { readonly pages: readonly PaperPage[]; readonly measure: ReactNode } {
  const { head, rows, isWhole } = ledger
  const box = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState<Measured | null>(null)
  // Rows are only ever added at the end: what was measured stays.
  const known = measured !== null && rows.length > measured.of.length && rows[0] === measured.of[0] ? measured : null
  const from = known?.of.length ?? 0
  const isMeasured = measured?.of === rows

  useEffect(() => {
    if (isMeasured || head === null) return
    let wanted = true
    const ready = 'fonts' in document ? document.fonts.ready : Promise.resolve()
    void ready.then(() => {
      if (!wanted || box.current === null) return
      const heights = heightsIn(box.current)
      setMeasured({ of: rows, heights: known === null ? heights : { ...heights, rows: [...known.heights.rows, ...heights.rows] } })
    })
    return () => {
      wanted = false
    }
  }, [head, rows, isMeasured, known])

  const measure = isMeasured || head === null ? null : (
    <div className="paper-measure" aria-hidden="true" inert ref={box}><LedgerPaper head={head} rows={rows.slice(from)} /></div>
  )
  return { pages: measured === null || head === null || rows.length === 0 ? [] : paginate(measured.heights, isWhole && isMeasured), measure }
}
