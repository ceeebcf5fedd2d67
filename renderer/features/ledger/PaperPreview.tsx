import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'
import { LedgerPaper } from '../../print/LedgerPaper.tsx'
import { marginTexts, pageOf } from '../../print/marginTexts.ts'
import type { Masking } from '../../print/marginTexts.ts'
import type { LedgerRows } from './useLedgerRows.ts'
import { usePaperPages } from './usePaperPages.tsx'

/** A4 across, in CSS pixels. */
const sheetPx = { width: (297 * 96) / 25.4, height: (210 * 96) / 25.4 }
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2] as const
const edge = 28

interface PaperPreviewProps {
  readonly ledger: LedgerRows
  readonly masking: Masking
  readonly userName: string
}

/** Real pages with a zoom of their own, apart from the size of text. */
export function PaperPreview({ ledger, masking, userName }: PaperPreviewProps) {
  const { t } = useTranslation()
  const { head, rows, isWhole, loading, error, more, reload } = ledger
  const { pages, measure } = usePaperPages(ledger)
  const [wanted, setWanted] = useState(0)
  const [zoom, setZoom] = useState<number | 'page'>('page')
  const [shownAt] = useState(() => new Date())
  const stage = useRef<HTMLDivElement>(null)
  const fit = useFit(stage)
  const at = Math.min(wanted, Math.max(0, pages.length - 1))
  const page = pages[at]
  const scale = zoom === 'page' ? fit : zoom
  const guess = head === null || pages.length === 0 ? 0 : Math.ceil(head.total / Math.max(1, (pages.at(-1)?.to ?? 1) / pages.length))
  const count = isWhole ? pages.length : guess

  // The next rows are fetched before they are wanted.
  useEffect(() => {
    if (!isWhole && !loading && measure === null && at >= pages.length - 2) more()
  }, [isWhole, loading, measure, at, pages.length, more])
  useEffect(() => {
    if (stage.current !== null) stage.current.scrollTop = 0
  }, [at])

  function step(by: 1 | -1) {
    const above = zooms.find((each) => each > scale + 0.01)
    const below = zooms.findLast((each) => each < scale - 0.01)
    const next = by === 1 ? above : below
    if (next !== undefined) setZoom(next)
  }
  const texts = marginTexts(shownAt, userName, masking)
  return (
    <section className="preview" aria-labelledby="preview-title" data-region tabIndex={-1}>
      <div className="preview-bar">
        <h2 id="preview-title" className="hidden-text">{t('ledger.preview')}</h2>
        {page !== undefined && (
          <span className="preview-group">
            <Button kind="quiet" size="sm" icon="left" iconOnly isDisabled={at === 0} onPress={() => setWanted(at - 1)}>{t('ledger.previousPage')}</Button>
            <span role="status">{t(isWhole ? 'ledger.pageOf' : 'ledger.pageOfAbout', { page: at + 1, pages: count })}</span>
            <Button kind="quiet" size="sm" icon="right" iconOnly isDisabled={at + 1 >= pages.length} onPress={() => setWanted(at + 1)}>{t('ledger.nextPage')}</Button>
          </span>
        )}
        <span className="soft">{t('ledger.paperKind')}</span>
        <span className="preview-group preview-zoom">
          <Button kind="quiet" size="sm" icon="minus" iconOnly isDisabled={scale <= zooms[0] + 0.01} onPress={() => step(-1)}>{t('ledger.smaller')}</Button>
          <Button kind="quiet" size="sm" onPress={() => setZoom(zoom === 'page' ? 1 : 'page')}>
            {t(zoom === 'page' ? 'ledger.wholePage' : 'ledger.zoom', { percent: Math.round(scale * 100) })}
            <span className="hidden-text"> {t(zoom === 'page' ? 'ledger.toFull' : 'ledger.toWhole')}</span>
          </Button>
          <Button kind="quiet" size="sm" icon="plus" iconOnly isDisabled={scale >= 2} onPress={() => step(1)}>{t('ledger.larger')}</Button>
        </span>
      </div>
      {error !== null && <div className="preview-inset"><Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice></div>}
      {head !== null && head.total === 0 && <EmptyState>{t('ledger.empty')}</EmptyState>}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing inside takes the focus, and it must scroll by keys */}
      <div className="stage" ref={stage} role="region" aria-label={t('ledger.pagePreview', { page: at + 1 })} tabIndex={0}>
        {head !== null && page !== undefined && (
          <div className="sheet-place" style={{ width: sheetPx.width * scale, height: sheetPx.height * scale }}>
            <article className="sheet" style={{ transform: `scale(${String(scale)})` }}>
              <LedgerPaper head={head} rows={rows.slice(page.from, page.to)} isFirst={page.isFirst} isLast={page.isLast} />
              <p className="sheet-margin" lang="zh-CN"><span>{texts.left}</span><span>{pageOf(at + 1, isWhole ? pages.length : '…')}</span><strong>{texts.right}</strong></p>
            </article>
          </div>
        )}
        {measure}
      </div>
    </section>
  )
}

/** How far a whole page must shrink to stand in the stage. */
function useFit(stage: React.RefObject<HTMLDivElement | null>): number {
  const [fit, setFit] = useState(0.75)
  useLayoutEffect(() => {
    const element = stage.current
    if (element === null) return
    function measure() {
      if (element === null || element.clientWidth === 0) return
      const across = (element.clientWidth - edge) / sheetPx.width
      const down = (element.clientHeight - edge) / sheetPx.height
      // Where the page scrolls as one the stage has no height of its own: the width decides.
      setFit(Math.max(0.3, Math.min(2, down > 0.3 ? Math.min(across, down) : across)))
    }
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [stage])
  return fit
}
