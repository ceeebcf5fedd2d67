import { useTranslation } from 'react-i18next'
import type { Output, RecordKind, StepNumber } from '../../api/client.ts'
import { moveBetweenPersons, PersonLink } from '../../components/PersonLink.tsx'
import { useQuery } from '../../api/useQuery.ts'
import { OpenRequests } from '../person/rights/OpenRequests.tsx'
import { AgendaList } from './AgendaList.tsx'
import { Reminders } from './Reminders.tsx'

const stepOf: Readonly<Record<RecordKind, StepNumber>> = { infoCheck: 1, capabilityAssessment: 2, demandRegistration: 3, serviceRecord: 4 }

interface TodaySideProps {
  readonly value: Output<'persons.today'>
  readonly agenda: Output<'planning.agenda'> | null
  readonly onChanged: () => void
}

/** What files ask for by a day, forms that were left half-way, and days of the calendar. */
export function TodaySide({ value, agenda, onChanged }: TodaySideProps) {
  const { t, i18n } = useTranslation()
  const lists = agenda?.lists ?? []
  const reminders = agenda?.reminders ?? []
  const requests = useQuery('rights.open', {}).value ?? []
  if (lists.length === 0 && value.drafts.length === 0 && reminders.length === 0 && requests.length === 0) return null
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys go from name to name; each name is a link
    <aside className="today-side" aria-label={t('today.side')} data-region tabIndex={-1} onKeyDown={moveBetweenPersons}>
      <OpenRequests requests={requests} today={value.on} />
      {lists.map((list) => <AgendaList key={list.kind} list={list} today={value.on} />)}
      {value.drafts.length > 0 && (
        <section>
          <div className="part-head">
            <h2>{t('today.drafts')} <span className="count">{value.drafts.length}</span></h2>
            <span className="small soft">{t('today.backToField')}</span>
          </div>
          <ul>
            {value.drafts.map((each) => (
              <li key={`${each.row.id}${each.kind}`} className="side-item">
                <PersonLink row={each.row} trail={value.drafts.map((other) => other.row.id)} step={stepOf[each.kind]} />
                <span className="soft small">{t(`common.stepShort.s${stepOf[each.kind]}`)}</span>
                <time className="small soft" dateTime={each.savedAt}>{shortMoment(each.savedAt, value.on, i18n.language)}</time>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Reminders reminders={reminders} today={value.on} onChanged={onChanged} />
    </aside>
  )
}

/** 10:42 for today, the day otherwise. */
function shortMoment(instant: string, today: string, language: string): string {
  const moment = new Date(instant)
  const day = `${String(moment.getFullYear())}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
  return day === today ? moment.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false }) : day.slice(5)
}
