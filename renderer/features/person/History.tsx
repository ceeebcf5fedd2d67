import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { AsAtButton } from './asAt/AsAtButton.tsx'
import { HistoryEntry } from './history/HistoryEntry.tsx'

type Entry = PersonFile['timeline'][number]

interface HistoryProps {
  readonly file: PersonFile
  /** To a past day; left out where one is being looked at. */
  readonly onLookBack?: (day: string) => void
}

/** 经过: who did what and when, from what to what; newest first, under days. */
export function History({ file, onLookBack }: HistoryProps) {
  const { t, i18n } = useTranslation()
  const today = useSession().state.today
  const days = new Map<string, Entry[]>()
  for (const entry of file.timeline) {
    const day = localDay(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it must scroll by keys, also where nothing inside takes the focus
    <aside className="history" aria-labelledby="history-title" data-region tabIndex={0}>
      <div className="history-head">
        <h2 id="history-title">{t('person.history')}</h2>
        {onLookBack !== undefined && <AsAtButton onLook={onLookBack} />}
      </div>
      {file.timeline.length === 0 && <p className="soft small">{t('person.noHistory')}</p>}
      {[...days].map(([day, entries]) => (
        <section key={day}>
          <h3>{day === today ? t('common.today') : day.slice(0, 4) === today.slice(0, 4) ? t('common.monthDay', { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) }) : day}</h3>
          <ul>
            {entries.map((entry, index) => (
              <li key={`${entry.actionId}${entry.what}${String(index)}`}>
                <time dateTime={entry.at}>{new Date(entry.at).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit', hour12: false })}</time>
                <HistoryEntry entry={entry} file={file} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  )
}

function localDay(instant: string): string {
  const moment = new Date(instant)
  return `${String(moment.getFullYear())}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
}
