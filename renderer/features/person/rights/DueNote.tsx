import { useTranslation } from 'react-i18next'
import { isIsoDate } from '../../../../domain/plan/index.ts'
import { addWorkingDays } from '../../../../domain/records/index.ts'
import { useCycle } from '../../../api/useCycle.ts'

/** By when an answer is owed, and how that day is counted. */
export function DueNote({ receivedOn, cycleYear }: { readonly receivedOn: unknown; readonly cycleYear: string }) {
  const { t } = useTranslation()
  const days = useCycle(cycleYear).thresholds.rightsWorkingDays
  if (typeof receivedOn !== 'string' || !isIsoDate(receivedOn)) return null
  return <p className="soft" role="status"><b>{t('rights.due', { date: addWorkingDays(receivedOn, days) })}</b> {t('rights.dueHint', { count: days })}</p>
}
