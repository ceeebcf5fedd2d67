import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../../domain/codes/index.ts'
import { useSession } from '../../../api/SessionContext.tsx'
import type { PersonFile } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { SyncMark } from '../../../components/Marks.tsx'
import { VoidButton } from '../../records/VoidButton.tsx'
import { DocPairs } from '../docs/DocPairs.tsx'
import { rightsAnswerForm } from '../docs/forms.ts'
import { useFieldWords } from '../useFieldWords.ts'

interface RequestItemProps {
  readonly request: PersonFile['documents'][number]
  readonly personId: string
  /** undefined: this role only reads, or a form is open. */
  readonly onAnswer: (() => void) | undefined
  readonly onSaved: () => void
}

const ways = { CORRECTION: 'basics', WITHDRAWAL: 'consents' } as const
const aDay = 86_400_000

/** One request: what, since when, by when an answer is owed or what was done. */
export function RequestItem({ request, personId, onAnswer, onSaved }: RequestItemProps) {
  const { t } = useTranslation()
  const { lang } = useFieldWords()
  const { today } = useSession().state
  const body = request.body ?? {}
  const kind = typeof body.kind === 'string' ? body.kind : ''
  const label = codeLabel('rightKind', kind, lang)
  const [dueOn, doneOn] = [typeof body.dueOn === 'string' ? body.dueOn : null, typeof body.doneOn === 'string' ? body.doneOn : null]
  const late = dueOn === null ? 0 : Math.round((Date.parse(today) - Date.parse(dueOn)) / aDay)
  const way = kind === 'CORRECTION' || kind === 'WITHDRAWAL' ? ways[kind] : null
  const isOpen = !request.voided && doneOn === null
  return (
    <li className={request.voided ? 'voided' : ''}>
      <p className="period-head">
        <b>{label}</b>
        {doneOn !== null && <span className="mark ok"><Icon name="check" />{t('rights.done', { date: doneOn })}</span>}
        {isOpen && dueOn !== null && late <= 0 && <span className="soft">{t('rights.due', { date: dueOn })}</span>}
        {isOpen && late > 0 && <span className="mark bad"><Icon name="clock" />{t('rights.overdue', { count: late })}</span>}
        <SyncMark mark={request.mark} />
        {request.voided && <span className="mark bad">{t('records.voided', { reason: request.voidReason ?? '' })}</span>}
        {isOpen && way !== null && (kind === 'CORRECTION' || kind === 'WITHDRAWAL') && <a href={`#/person/${personId}/${way}`}>{t(`rights.goTo.${kind}`)}</a>}
        {!request.voided && onAnswer !== undefined && (
          <span className="row-buttons">
            <Button size="sm" icon="pencil" aria-label={`${t(doneOn === null ? 'rights.answer' : 'fileForms.correct')} ${label}`} onPress={onAnswer}>{t(doneOn === null ? 'rights.answer' : 'fileForms.correct')}</Button>
            <VoidButton documentId={request.id} onSaved={onSaved} />
          </span>
        )}
      </p>
      <DocPairs form={rightsAnswerForm} body={body} without={['kind', 'doneOn']} />
    </li>
  )
}
