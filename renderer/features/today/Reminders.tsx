import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import type { Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { DueMark } from '../../components/Marks.tsx'
import { codeLanguage } from '../../i18n/index.ts'

type Reminder = Output<'planning.agenda'>['reminders'][number]

/** Days of the calendar that are near. One that is settled is put away until the next year; it can be looked at all the same. */
export function Reminders({ reminders, today, onChanged }: { readonly reminders: readonly Reminder[]; readonly today: string; readonly onChanged: () => void }) {
  const { t, i18n } = useTranslation()
  const api = useApi()
  const [showsAway, setShowsAway] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  const away = reminders.filter((reminder) => reminder.away).length
  const shown = reminders.filter((reminder) => showsAway || !reminder.away)
  if (reminders.length === 0) return null
  const isEnglish = codeLanguage(i18n.language) === 'en'

  async function put(reminder: Reminder) {
    const answer = await api.call('planning.reminder', { key: reminder.key, away: !reminder.away })
    if (!answer.ok) return
    onChanged()
    head.current?.focus()
  }
  return (
    <section>
      <div className="part-head">
        <h2 tabIndex={-1} ref={head}>{t('today.reminders')} <span className="count">{reminders.length - away}</span></h2>
        {away > 0 && <Button kind="quiet" size="sm" className="more" aria-expanded={showsAway} onPress={() => setShowsAway(!showsAway)}>{t('today.away', { count: away })}</Button>}
      </div>
      <ul>
        {shown.map((reminder) => (
          <li key={reminder.key} className="side-item reminder">
            <b>{isEnglish ? reminder.en : reminder.zh}</b>
            {reminder.from <= today ? <span className="small soft">{t('today.until', { date: reminder.until.slice(5) })}</span> : <DueMark dueOn={reminder.from} today={today} />}
            <p className="small soft">{isEnglish ? reminder.doEn : reminder.doZh}</p>
            <Button kind="quiet" size="sm" onPress={() => void put(reminder)}>
              {t(reminder.away ? 'today.putBack' : 'today.putAway')}<span className="hidden-text"> {isEnglish ? reminder.en : reminder.zh}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
