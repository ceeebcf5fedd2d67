import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { daysBetween, weekdayOf } from '../../components/typedDate.ts'

/** 今天, 明天, or the date with its weekday: what people plan by. */
export function useDayWords(): (day: string) => string {
  const { t } = useTranslation()
  const { state } = useSession()
  return (day) => {
    const ahead = daysBetween(state.today, day)
    if (ahead === 0) return t('common.today')
    if (ahead === 1) return t('common.tomorrow')
    return `${shortDate(day, state.today)} ${t('common.weekday', { day: t('common.weekdays').split(',')[weekdayOf(day)] })}`
  }
}
