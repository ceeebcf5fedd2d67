import { useTranslation } from 'react-i18next'
import type { Output, RecordKind, StepNumber } from '../../api/client.ts'
import { DueMark } from '../../components/Marks.tsx'
import { moveBetweenPersons, PersonLink } from '../../components/PersonLink.tsx'

const stepOf: Readonly<Record<RecordKind, StepNumber>> = { infoCheck: 1, capabilityAssessment: 2, demandRegistration: 3, serviceRecord: 4 }

/** Follow-ups that come due, and forms that were left half-way. */
export function TodaySide({ value }: { readonly value: Output<'persons.today'> }) {
  const { t, i18n } = useTranslation()
  if (value.followUps.length === 0 && value.drafts.length === 0) return null
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys go from name to name; each name is a link
    <aside className="today-side" aria-label={[t('today.followUps'), t('today.drafts')].join('、')} data-region tabIndex={-1} onKeyDown={moveBetweenPersons}>
      {value.followUps.length > 0 && (
        <section>
          <div className="part-head"><h2>{t('today.followUps')} <span className="count">{value.followUps.length}</span></h2></div>
          <ul>
            {value.followUps.map((each) => (
              <li key={`${each.row.id}${each.on}`} className="side-item">
                <PersonLink row={each.row} trail={value.followUps.map((other) => other.row.id)} step={4} />
                <span className="soft small">{each.row.village ?? each.row.town}</span>
                <DueMark dueOn={each.on} today={value.on} />
              </li>
            ))}
          </ul>
        </section>
      )}
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
    </aside>
  )
}

/** 10:42 for today, the day otherwise. */
function shortMoment(instant: string, today: string, language: string): string {
  const moment = new Date(instant)
  const day = `${String(moment.getFullYear())}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
  return day === today ? moment.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false }) : day.slice(5)
}
