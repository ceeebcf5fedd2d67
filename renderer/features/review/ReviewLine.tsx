import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { touches, useQuery } from '../../api/useQuery.ts'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { useReviewAct } from './useReviewAct.ts'
import './review.css'

/** Where a record stands with the review, and what may be done about it here: one line above the record. */
export function ReviewLine({ personId, document }: { readonly personId: string; readonly document: PersonFile['documents'][number] }) {
  const { t } = useTranslation()
  const { state: session } = useSession()
  const { value, reload } = useQuery('review.ofPerson', { personId }, { reloadOn: touches(personId) })
  const [returning, setReturning] = useState(false)
  const { act, message } = useReviewAct(reload)
  const found = value?.records.find((each) => each.documentId === document.id && each.changeId === document.headId)
  if (found === undefined) return null
  const role = session.current?.role
  const records = [{ documentId: found.documentId, changeId: found.changeId }]
  const values = { name: found.byName ?? '', on: found.on === null ? '' : shortDate(found.on, session.today), reason: found.reason ?? '' }
  const decides = role !== 'counsellor' && !found.isOwn && (found.state === 'submitted' || found.state === 'reviewed')
  return (
    <div className="review-line">
      {found.state === 'none' && (found.askedFor === null
        ? value?.isNeeded === true && <span className="mark warn wrap"><Icon name="dashed" />{t('review.line.needed')}</span>
        : <span className="mark warn wrap"><Icon name="returned" />{t('review.line.askedFor', { reason: found.askedFor })}</span>)}
      {found.state === 'submitted' && <span className="mark now"><Icon name="clock" />{t('review.line.submitted')}</span>}
      {found.state === 'submitted' && value?.isNeeded === true && <span className="small soft">{t('review.line.counts')}</span>}
      {found.state === 'reviewed' && <span className="mark ok"><Icon name="check" />{t('review.line.reviewed', values)}</span>}
      {found.state === 'returned' && <span className="mark bad wrap"><Icon name="returned" />{t('review.line.returned', values)}</span>}
      {found.state === 'returned' && found.isOwn && <span className="small soft">{t('review.line.correctFirst')}</span>}
      {found.state === 'submitted' && role !== 'counsellor' && found.isOwn && <span className="small soft">{t('review.own')}</span>}
      <span className="review-line-actions">
        {found.state === 'none' && role !== 'supervisor' && <Button size="sm" kind="quiet" onPress={() => void act(records, 'SUBMITTED')}>{t('review.submit')}</Button>}
        {decides && found.state === 'submitted' && <Button size="sm" icon="check" onPress={() => void act(records, 'REVIEWED')}>{t('review.pass')}</Button>}
        {decides && <Button size="sm" icon="returned" onPress={() => setReturning(true)}>{t('review.giveBack')}</Button>}
      </span>
      {message !== null && <p className="field-error" role="alert"><Icon name="alert" /><span>{message}</span></p>}
      <ReturnDialog count={1} open={returning} onClose={() => setReturning(false)} onReturn={(reason) => act(records, 'RETURNED', reason)} />
    </div>
  )
}
