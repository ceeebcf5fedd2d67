import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { Output } from '../../api/client.ts'
import type { Column } from '../../components/DataGrid.tsx'
import { Icon } from '../../components/Icon.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'

type Row = Output<'review.list'>['rows'][number]

export function useReviewColumns(chosen: ReadonlySet<string>, mayChoose: (row: Row) => boolean): readonly Column<Row>[] {
  const { t } = useTranslation()
  const words = usePersonWords()
  const { today } = useSession().state
  return useMemo(() => {
    const name: Column<Row> = {
      key: 'name', title: t('review.column.name'), rem: 10, rank: 1,
      render: (row) => (
        <span className="review-name">
          {mayChoose(row) && <span className="review-box" aria-hidden="true">{chosen.has(row.documentId) ? <Icon name="check" /> : null}</span>}
          <span className="grid-name" data-open><PersonName name={row.row.name} /></span>
        </span>
      ),
    }
    const others: Column<Row>[] = [
      { key: 'record', title: t('review.column.record'), rem: 10, rank: 1, render: (row) => <>{t(`person.what.${row.kind}`)}{row.version > 1 && <> <span className="tag">{t('review.version', { count: row.version })}</span></>}</> },
      { key: 'on', title: t('review.column.on'), rem: 5, rank: 1, render: (row) => shortDate(row.on, today) },
      { key: 'author', title: t('review.column.author'), rem: 7, rank: 2, render: (row) => row.author },
      { key: 'place', title: t('review.column.place'), rem: 10, rank: 3, render: (row) => words.place(row.row) },
      { key: 'state', title: t('review.column.state'), rem: 14, grow: 1, rank: 2, render: (row) => <Note row={row} /> },
    ]
    return [name, ...others]
  }, [t, words, today, chosen, mayChoose])
}

function Note({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const { state, reason, askedFor } = row.standing
  if (state === 'returned') return <span className="mark bad wrap"><Icon name="returned" />{t('review.reason', { reason: reason ?? '' })}</span>
  if (askedFor !== null) return <span className="mark warn wrap"><Icon name="returned" />{t('review.askedFor', { reason: askedFor })}</span>
  return row.isOwn && state === 'submitted' ? <span className="soft small">{t('review.own')}</span> : <span className="faint">{t('common.unknown')}</span>
}
