import { useTranslation } from 'react-i18next'
import type { Mark, StepState } from '../api/client.ts'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'
import { daysBetween } from './typedDate.ts'
import './Marks.css'

const markIcons: Readonly<Record<Mark, IconName>> = {
  local: 'laptop', sending: 'sending', received: 'received', contested: 'ask', refused: 'returned',
}
const markTones: Readonly<Record<Mark, string>> = { local: '', sending: '', received: 'ok', contested: 'warn', refused: 'bad' }

/** Where a record stands with the county: icon, word and colour, never one alone. */
export function SyncMark({ mark }: { readonly mark: Mark }) {
  const { t } = useTranslation()
  return (
    <span className={classes('mark', markTones[mark])} title={t(`common.markTitle.${mark}`)}>
      <Icon name={markIcons[mark]} />
      {t(`common.mark.${mark}`)}
    </span>
  )
}

/** Where a step stands. */
export function StateMark({ step, today, wordless = false, short = false }: {
  readonly step: StepState
  readonly today: string
  /** In a list that says elsewhere how late it is: 应做. */
  readonly short?: boolean
  /** A quiet dot for what is not due yet, in narrow columns; still read out. */
  readonly wordless?: boolean
}) {
  const { t } = useTranslation()
  const late = !short && step.state === 'due' && step.dueOn !== null && step.dueOn < today ? daysBetween(step.dueOn, today) : 0
  if (step.state === 'done') return <span className="mark ok"><Icon name="check" />{step.doneOn === null ? t('common.state.done') : short ? shortDate(step.doneOn, today) : t('common.state.done')}</span>
  if (step.hasDraft) return <span className="mark warn"><Icon name="pencil" />{t('common.state.filling')}</span>
  if (late > 0) return <span className="mark bad"><Icon name="alert" />{t('common.state.overdue', { count: late })}</span>
  if (step.state === 'due') return <span className="mark now"><Icon name="open" />{t('common.state.due')}</span>
  const word = t(`common.state.${step.state}`)
  if (wordless && step.state === 'notDue') {
    return <span className="mark dot"><span aria-hidden="true">·</span><span className="hidden-text">{word}</span></span>
  }
  return <span className="mark"><Icon name={step.state === 'closed' || step.state === 'notNeeded' ? 'minus' : 'dashed'} />{word}</span>
}

/** When something is due: overdue in red, within a week in amber, later plain. */
export function DueMark({ dueOn, today }: { readonly dueOn: string; readonly today: string }) {
  const { t } = useTranslation()
  const days = daysBetween(today, dueOn)
  if (days < 0) return <span className="mark bad"><Icon name="alert" />{t('common.overdueDays', { count: -days })}</span>
  const word = days === 0 ? t('common.today') : days === 1 ? t('common.tomorrow') : shortDate(dueOn, today)
  if (days <= 7) return <span className="mark warn"><Icon name="clock" />{word}</span>
  return <span className="mark soft">{word}</span>
}

/** 11-23 for a day of this year, the whole date otherwise. */
export function shortDate(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date
}
