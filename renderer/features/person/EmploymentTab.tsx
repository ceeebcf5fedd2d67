import { useTranslation } from 'react-i18next'
import type { PersonFile } from '../../api/client.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SyncMark } from '../../components/Marks.tsx'
import { useFieldWords } from './useFieldWords.ts'

const shown = ['employmentForm', 'employerName', 'jobTitle', 'unemployedReason', 'unemployedSince'] as const

/** Periods of employment and unemployment, the latest first; before the first one what the roster says. */
export function EmploymentTab({ file }: { readonly file: PersonFile }) {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const periods = file.documents.filter((document) => document.entity === 'employmentPeriod' && document.body !== null)
  const stated = fields.words('employmentState', file.fields.employmentState)
  if (periods.length === 0 && stated === null) return <EmptyState>{t('person.employment.none')}</EmptyState>
  return (
    <section className="reading" aria-labelledby="employment-title">
      <h2 id="employment-title">{t('person.tab.employment')}</h2>
      {periods.length === 0 && (
        <p><b>{stated}</b> <span className="soft">{t('person.employment.fromRoster', { on: fields.words('employmentStateOn', file.fields.employmentStateOn) ?? t('common.unknown') })}</span></p>
      )}
      <ol className="periods">
        {periods.map((period) => {
          const body = period.body ?? {}
          const until = fields.words('endOn', body.endOn)
          return (
            <li key={period.id} className={period.voided ? 'voided' : ''}>
              <p>
                <b>{fields.words('state', body.state)}</b>{' '}
                <span className="soft">{t('person.employment.since', { on: fields.words('startOn', body.startOn) ?? t('common.unknown') })}{until !== null && ` ${t('person.employment.until', { on: until })}`}</span>{' '}
                <SyncMark mark={period.mark} />
                {period.voided && <span className="tag">{t('common.state.voided')}</span>}
              </p>
              <dl className="pairs">
                {shown.map((field) => {
                  const value = fields.words(field, body[field])
                  return value === null ? null : <div key={field}><dt>{t(`person.employment.${field}`)}</dt><dd>{value}</dd></div>
                })}
              </dl>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
