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
import { codeLanguage } from '../../i18n/index.ts'
import { clearFilter, setFilter, useView } from '../../state/view.ts'
import { usePrintPack } from '../planning/usePrintPack.ts'
import { ReviewToday } from '../review/ReviewToday.tsx'
import { DueTable } from './DueTable.tsx'
import { TodaySide } from './TodaySide.tsx'
import { villagesOf, VisitTables } from './VisitTables.tsx'
import './TodayScreen.css'

type Today = Output<'persons.today'>
type Agenda = Output<'planning.agenda'>

/** The day: what is overdue, today's visits by village, what falls due this week; at the side what files ask for, drafts and the calendar. */
export function TodayScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { value, error, reload } = useQuery('persons.today', {})
  const { value: agenda, reload: reloadAgenda } = useQuery('planning.agenda', {})
  const pack = usePrintPack()
  const overdue = value?.overdue.rows ?? []
  const week = value?.dueThisWeek.rows ?? []
  const visits = agenda?.visits ?? []
  const left = visits.filter((visit) => !visit.done)
  const first = overdue[0] ?? week[0]

  function open(row: PersonRow) {
    useView.setState({ trail: [...overdue, ...week].map((each) => each.id) })
    navigate(`/person/${row.id}${row.nextStep === null ? '' : `/${String(row.nextStep)}`}`)
  }
  /** At the door: the four steps as one. */
  function visit(row: PersonRow) {
    useView.setState({ trail: visits.map((each) => each.row.id) })
    navigate(`/visit/${row.id}`)
  }
  function showDue(due: 'overdue' | 'week') {
    clearFilter()
    setFilter({ due })
    navigate('/caseload')
  }
  const nextVisit = left[0]?.row
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('today.title')}</h1>
        {value !== null && <p className="facts-line"><TodayFacts value={value} agenda={agenda} /></p>}
        <div className="actions">
          {left.length > 0 && <Button icon="print" data-print isDisabled={pack.busy} onPress={() => void pack.print(agenda?.on ?? '')}>{pack.busy ? t('planning.printing') : t('planning.print')}</Button>}
          {nextVisit !== undefined
            ? <Button kind="primary" keys="Ctrl Enter" onPress={() => visit(nextVisit)}>{t(left.length < visits.length ? 'today.goOnVisiting' : 'today.startVisiting', { village: nextVisit.village ?? nextVisit.name })}</Button>
            : first !== undefined && <Button kind="primary" keys="Ctrl Enter" onPress={() => open(first)}>{t('today.start')}</Button>}
        </div>
      </div>
      {error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>}
      {pack.problem !== null && <Notice kind="bad" urgent>{pack.problem.message}</Notice>}
      {pack.saved !== null && <Notice kind="ok" urgent>{t('planning.printed', { file: pack.saved.fileName, pages: pack.saved.pages })}</Notice>}
      {agenda !== null && agenda.missed.length > 0 && (
        <Notice kind="warn" action={<a href={`#/planning/${agenda.missed[0]?.on ?? ''}`}>{t('today.toPlanning')}</a>}>{t('today.missed', { count: agenda.missed.length, name: agenda.missed[0]?.row.name ?? '' })}</Notice>
      )}
      <ReviewToday />
      {value !== null && (
        <div className="today-columns">
          {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys go from name to name; each name is a link */}
          <div className="today-main" data-region tabIndex={-1} onKeyDown={moveBetweenPersons}>
            {value.overdue.total === 0 && value.dueThisWeek.total === 0 && visits.length === 0 && <NothingDue value={value} agenda={agenda} />}
            <DueTable title={t('today.overdue')} note={t('today.oldestFirst')} list={value.overdue} today={value.on} onAll={() => showDue('overdue')} />
            <VisitTables visits={visits} today={value.on} />
            <DueTable title={t('today.dueThisWeek')} list={value.dueThisWeek} today={value.on} onAll={() => showDue('week')} />
          </div>
          <TodaySide value={value} agenda={agenda} onChanged={reloadAgenda} />
        </div>
      )}
      <div className="page-foot">
        <span><Icon name="laptop" /> {t('today.local')}</span>
        {first !== undefined && <span className="keys"><span><b>↑ ↓</b> {t('today.keys.move')}</span><span><b>Enter</b> {t('today.keys.open')}</span></span>}
      </div>
    </div>
  )
}

function TodayFacts({ value, agenda }: { readonly value: Today; readonly agenda: Agenda | null }) {
  const { t } = useTranslation()
  const names = t('common.weekdays').split(',')
  const [, month, day] = value.on.split('-').map(Number)
  const visits = agenda?.visits ?? []
  return (
    <>
      <span>{t('today.date', { month, day, weekday: names[weekdayOf(value.on)] })}</span>
      <span>{t('today.overdue')} <b>{value.overdue.total}</b></span>
      <span>{t('today.dueThisWeek')} <b>{value.dueThisWeek.total}</b></span>
      {visits.length > 0 && <span>{t('today.visitFacts', { villages: villagesOf(visits).length, count: visits.length })}</span>}
    </>
  )
}

/** Nothing for today: what comes next, of a person and of the calendar. */
function NothingDue({ value, agenda }: { readonly value: Today; readonly agenda: Agenda | null }) {
  const { t, i18n } = useTranslation()
  const reminder = agenda?.nextReminder ?? null
  return (
    <EmptyState action={<a href="#/caseload">{t('today.toCaseload')}</a>}>
      {value.next === null ? t('today.empty') : t('today.emptyNext', { date: shortDate(value.next.on, value.on), name: value.next.row.name })}
      {reminder !== null && <><br />{t('today.calendarNext', { date: shortDate(reminder.from, value.on), name: codeLanguage(i18n.language) === 'en' ? reminder.en : reminder.zh })}</>}
    </EmptyState>
  )
}
