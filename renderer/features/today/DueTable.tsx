import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { DueMark, SyncMark } from '../../components/Marks.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'

interface DueTableProps {
  readonly title: string
  readonly note?: string
  readonly list: Output<'persons.today'>['overdue']
  readonly today: string
  readonly onAll: () => void
}

export function DueTable({ title, note, list, today, onAll }: DueTableProps) {
  const { t } = useTranslation()
  const words = usePersonWords()
  const id = useId()
  if (list.total === 0) return null
  const trail = list.rows.map((row) => row.id)
  return (
    <section aria-labelledby={id}>
      <div className="part-head">
        <h2 id={id}>{title} <span className="count">{list.total}</span></h2>
        {note !== undefined && <span className="small soft">{note}</span>}
        {list.total > list.rows.length && <Button kind="quiet" size="sm" className="more" onPress={onAll}>{t('today.all', { count: list.total })}</Button>}
      </div>
      <table className="plain-table due-table">
        <thead>
          <tr>
            <th scope="col" className="due-name">{t('today.column.name')}</th><th scope="col" className="due-age">{t('today.column.sexAge')}</th>
            <th scope="col" className="due-place">{t('today.column.place')}</th><th scope="col">{t('today.column.next')}</th><th scope="col" className="due-mark">{t('today.column.mark')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <PersonLink row={row} trail={trail} />
                <span className="due-under small soft">{words.place(row)}</span>
              </th>
              <td className="nowrap">{words.sexAge(row)}</td>
              <td className="due-place">{row.town} <span className="soft">{row.village}</span></td>
              <td>
                {row.nextStep !== null && <>{t(`common.stepShort.s${row.nextStep}`)} </>}
                {row.dueOn !== null && <DueMark dueOn={row.dueOn} today={today} />}
              </td>
              <td className="due-mark"><SyncMark mark={row.mark} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
