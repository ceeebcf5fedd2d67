import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { SyncMark } from '../../components/Marks.tsx'
import { useFieldWords } from './useFieldWords.ts'

/** What a look at the paper changes. */
const seenFields: ReadonlySet<string> = new Set(['verification', 'certDerived'])

type Entry = PersonFile['timeline'][number]

/** 经过: who did what and when, from what to what; newest first, under days. */
export function History({ file }: { readonly file: PersonFile }) {
  const { t, i18n } = useTranslation()
  const today = useSession().state.today
  const days = new Map<string, Entry[]>()
  for (const entry of file.timeline) {
    const day = localDay(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing inside takes the focus, and it must scroll by keys
    <aside className="history" aria-labelledby="history-title" data-region tabIndex={0}>
      <h2 id="history-title">{t('person.history')}</h2>
      {file.timeline.length === 0 && <p className="soft small">{t('person.noHistory')}</p>}
      {[...days].map(([day, entries]) => (
        <section key={day}>
          <h3>{day === today ? t('common.today') : day.slice(0, 4) === today.slice(0, 4) ? t('common.monthDay', { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) }) : day}</h3>
          <ul>
            {entries.map((entry, index) => (
              <li key={`${entry.actionId}${entry.what}${String(index)}`}>
                <time dateTime={entry.at}>{new Date(entry.at).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit', hour12: false })}</time>
                <HistoryEntry entry={entry} other={file.joined?.find((one) => one.personId === entry.openedFor)?.name} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  )
}

/** `other`: the name on the file that it was written in, where two were merged. */
function HistoryEntry({ entry, other }: { readonly entry: Entry; readonly other: string | undefined }) {
  const { t, i18n } = useTranslation()
  const fields = useFieldWords()
  const [entity = '', kind = ''] = entry.what.split('.')
  const listed = listing(entry)
  const did = listed !== null ? t(`person.did.${listed}`) : i18n.exists(`person.did.${kind || entity}`) ? t(`person.did.${(kind || entity) as 'patch'}`) : kind
  const what = listed === null && i18n.exists(`person.what.${entity}`) ? t(`person.what.${entity as 'person'}`) : ''
  const changes = entity === 'person' ? entry.fields.filter((field) => fields.isKnown(field.field)) : []
  return (
    <div>
      <p>{did} <b>{what}</b></p>
      {changes.slice(0, 6).map((change) => (
        <p key={change.field}>
          <b>{fields.label(change.field)}</b>{t('common.colon')}{fields.words(change.field, change.from) ?? t('common.unknown')} → {fields.words(change.field, change.to) ?? t('common.unknown')}
        </p>
      ))}
      {changes.length > 6 && <p className="soft">{t('person.moreFields', { count: changes.length - 6 })}</p>}
      {entry.reason !== null && <p>{entry.reason}</p>}
      {other !== undefined && <p className="soft">{t('duplicates.openedFor', { name: other })}</p>}
      <p className="history-who"><span>{entry.actor}</span><SyncMark mark={entry.mark} /></p>
    </div>
  )
}

/** Changes that are told by what they mean: onto the list, off it, back, and a look at the paper. */
function listing({ what, fields }: Entry): 'entered' | 'left' | 'returned' | 'verify' | null {
  if (what !== 'person.patch') return null
  const withdrawn = fields.find((change) => change.field === 'withdrawn')
  if (withdrawn !== undefined) return withdrawn.to === 'true' ? 'left' : 'returned'
  if (fields.length > 0 && fields.every((change) => seenFields.has(change.field))) return 'verify'
  return fields.some((change) => change.field === 'idNumber' && change.from === null) ? 'entered' : null
}

function localDay(instant: string): string {
  const moment = new Date(instant)
  return `${String(moment.getFullYear())}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
}
