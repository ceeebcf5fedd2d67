import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { ImportPreview } from '../../api/client.ts'
import { isTyping } from '../../app/useFrameKeys.ts'
import { Button } from '../../components/Button.tsx'
import { DataGrid } from '../../components/DataGrid.tsx'
import { Notice } from '../../components/Notice.tsx'
import { usePages } from '../../components/usePages.ts'
import type { NavItem } from './sections.ts'
import { useItemTitle } from './useItemTitle.ts'
import { useRowColumns } from './useRowColumns.tsx'

/** The rows of one group with what was found; J and K go from row to row. */
export function FindingRows({ preview, item }: { readonly preview: ImportPreview; readonly item: NavItem }) {
  const { t } = useTranslation()
  const titleOf = useItemTitle()
  const { settings } = useSession()
  const [active, setActive] = useState(0)
  const grid = useRef<HTMLDivElement>(null)
  const question = useMemo(() => ({ importId: preview.importId, ...item.question }), [preview.importId, item.question])
  const pages = usePages('roster.rows', question, useCallback(() => false, []))
  const columns = useRowColumns(item)
  const total = pages.total ?? 0

  useEffect(() => {
    if (!settings.singleKeys) return
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      const key = event.key === 'j' || event.key === 'J' ? 'ArrowDown' : event.key === 'k' || event.key === 'K' ? 'ArrowUp' : null
      if (key === null || grid.current === null) return
      event.preventDefault()
      grid.current.focus()
      grid.current.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [settings.singleKeys])

  return (
    <section className="finding-rows" aria-labelledby="finding-title">
      <div className="finding-head">
        <h2 id="finding-title">{titleOf(item)}</h2>
        <p className="soft small">
          {item.explanation ?? t(`importing.sectionHint.${item.section}`)}
        </p>
      </div>
      {pages.error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={pages.reload}>{t('common.retry')}</Button>}>{pages.error.message}</Notice>}
      <div className="page-scroll finding-scroll" data-region tabIndex={-1}>
        <DataGrid
          label={t('importing.rowsOf', { title: titleOf(item) })}
          columns={columns}
          total={total}
          rowAt={pages.rowAt}
          need={pages.need}
          rowKey={(row) => `${row.sheet}/${String(row.row)}`}
          active={active}
          onActive={setActive}
          gridRef={grid}
        />
      </div>
    </section>
  )
}
