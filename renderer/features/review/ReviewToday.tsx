import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import { Icon } from '../../components/Icon.tsx'

/** 今日: what waits for a decision of whoever decides, and what came back to whoever wrote it. Nothing where nothing waits. */
export function ReviewToday() {
  const { t } = useTranslation()
  const role = useSession().state.current?.role
  const { value } = useQuery('review.counts', {})
  if (value === null) return null
  const waiting = role === 'counsellor' ? 0 : value.submitted
  const returned = role === 'counsellor' ? value.returned : 0
  if (waiting === 0 && returned === 0) return null
  return (
    <p className="review-today">
      {waiting > 0 && <><Icon name="clock" /> {t('review.today.submitted')} <b>{waiting.toLocaleString('en-US')}</b> <a href="#/review">{t('review.today.toReview')}</a></>}
      {returned > 0 && <><Icon name="returned" /> {t('review.today.returned')} <b>{returned.toLocaleString('en-US')}</b> <a href="#/review/returned">{t('review.today.toReturned')}</a></>}
    </p>
  )
}
