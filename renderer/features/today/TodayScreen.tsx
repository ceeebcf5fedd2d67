import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useQuery } from '../../api/useQuery.ts'
import type { Output, PersonRow } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { Notice } from '../../components/Notice.tsx'
import { moveBetweenPersons } from '../../components/PersonLink.tsx'
import { weekdayOf } from '../../components/typedDate.ts'
import { clearFilter, setFilter, useView } from '../../state/view.ts'
import { ReviewToday } from '../review/ReviewToday.tsx'
import { DueTable } from './DueTable.tsx'
import { TodaySide } from './TodaySide.tsx'
import './TodayScreen.css'

/** What is owed: overdue first, then this week; follow-ups and drafts at the side. */
export function TodayScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { value, error, reload } = useQuery('persons.today', {})
  const overdue = value?.overdue.rows ?? []
  const week = value?.dueThisWeek.rows ?? []
  const first = overdue[0] ?? week[0]

  function open(row: PersonRow) {
    useView.setState({ trail: [...overdue, ...week].map((each) => each.id) })
    navigate(`/person/${row.id}${row.nextStep === null ? '' : `/${String(row.nextStep)}`}`)
  }
  function showDue(due: 'overdue' | 'week') {
    clearFilter()
    setFilter({ due })
    navigate('/caseload')
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('today.title')}</h1>
        {value !== null && <p className="facts-line"><TodayDate value={value} /></p>}
        {first !== undefined && (
          <div className="actions"><Button kind="primary" keys="Ctrl Enter" onPress={() => open(first)}>{t('today.start')}</Button></div>
        )}
      </div>
      {error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>}
      <ReviewToday />
      {value !== null && (
        <div className="today-columns">
          {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys go from name to name; each name is a link */}
          <div className="today-main" data-region tabIndex={-1} onKeyDown={moveBetweenPersons}>
            {value.overdue.total === 0 && value.dueThisWeek.total === 0
              ? <NothingDue value={value} />
              : (
                <>
                  <DueTable title={t('today.overdue')} note={t('today.oldestFirst')} list={value.overdue} today={value.on} onAll={() => showDue('overdue')} />
                  <DueTable title={t('today.dueThisWeek')} list={value.dueThisWeek} today={value.on} onAll={() => showDue('week')} />
                </>
              )}
          </div>
          <TodaySide value={value} />
        </div>
      )}
      <div className="page-foot">
        <span><Icon name="laptop" /> {t('today.local')}</span>
        {first !== undefined && <span className="keys"><span><b>↑ ↓</b> {t('today.keys.move')}</span><span><b>Enter</b> {t('today.keys.open')}</span></span>}
      </div>
    </div>
  )
}

function TodayDate({ value }: { readonly value: Output<'persons.today'> }) {
  const { t } = useTranslation()
  const names = t('common.weekdays').split(',')
  const [, month, day] = value.on.split('-').map(Number)
  return (
    <>
      <span>{t('today.date', { month, day, weekday: names[weekdayOf(value.on)] })}</span>
      <span>{t('today.overdue')} <b>{value.overdue.total}</b></span>
      <span>{t('today.dueThisWeek')} <b>{value.dueThisWeek.total}</b></span>
    </>
  )
}

function NothingDue({ value }: { readonly value: Output<'persons.today'> }) {
  const { t } = useTranslation()
  return (
    <EmptyState action={<a href="#/caseload">{t('today.toCaseload')}</a>}>
      {value.next === null ? t('today.empty') : t('today.emptyNext', { date: shortDate(value.next.on, value.on), name: value.next.row.name })}
    </EmptyState>
  )
}
