import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { DenyDialog } from './DenyDialog.tsx'
import { DutyList } from './DutyList.tsx'
import { useGroupWords } from './useGroupWords.ts'

type Group = Output<'groups.ofPerson'>['groups'][number]

interface GroupItemProps {
  readonly group: Group
  readonly today: string
  readonly canWrite: boolean
  readonly error: string | null
  /** null: confirmed; else why not. Answers whether it was written. */
  readonly onSay: (flag: string, note: string | null) => Promise<string | null>
}

/** One group: why, from which facts, what people said of it, what is owed. */
export function GroupItem({ group, today, canWrite, error, onSay }: GroupItemProps) {
  const { t } = useTranslation()
  const words = useGroupWords()
  const id = useId()
  const [denying, setDenying] = useState(false)
  const name = words.flag(group.flag)
  const word = group.confirmation
  return (
    <li className={group.isCounted ? 'group-item' : 'group-item struck'}>
      <div className="group-head">
        <h3 id={id}>{name}</h3>
        <Word group={group} today={today} />
        {canWrite && (
          <span className="actions">
            {word?.isConfirmed !== true && <Button size="sm" icon="check" aria-label={t(word === null ? 'groups.confirmName' : 'groups.confirmAgainName', { name })} onPress={() => void onSay(group.flag, null)}>{t(word === null ? 'groups.confirm' : 'groups.confirmAgain')}</Button>}
            {(word === null || word.isConfirmed) && <Button size="sm" kind="quiet" aria-label={t('groups.denyName', { name })} onPress={() => setDenying(true)}>{t('groups.deny')}</Button>}
          </span>
        )}
      </div>
      <p>{t('groups.because', { because: group.because })}</p>
      <dl className="pairs">
        {group.basis.map((fact, index) => (
          <div key={index}>
            <dt>{words.fact(fact.field)}</dt>
            <dd>{words.value(fact.field, fact.value)} <span className="soft">{t('groups.stands', { where: words.source(fact.entity), on: fact.on === null ? '' : ` ${shortDate(fact.on, today)}` })}</span></dd>
          </div>
        ))}
        {group.until !== null && <div><dt>{t('groups.until')}</dt><dd>{group.until}</dd></div>}
      </dl>
      {word?.isConfirmed === false && <p className="small">{t('groups.deniedBecause', { note: word.note ?? t('groups.deniedInCheck') })} {t(group.isCounted ? 'groups.stillCounted' : 'groups.notCounted')}</p>}
      {error !== null && <p className="field-error" role="alert"><Icon name="alert" /><span>{error}</span></p>}
      {group.isCounted && <DutyList label={t('groups.owed', { name })} duties={group.duties} today={today} />}
      <DenyDialog name={name} open={denying} onClose={() => setDenying(false)} onDeny={(note) => onSay(group.flag, note)} />
    </li>
  )
}

/** What a person said of it: icon and word. */
function Word({ group: { confirmation, isComputed }, today }: { readonly group: Group; readonly today: string }) {
  const { t } = useTranslation()
  if (confirmation === null) return <span className="mark"><Icon name="open" />{t('groups.nobodyLooked')}</span>
  const values = { on: shortDate(confirmation.on, today), name: confirmation.byName ?? '' }
  if (!confirmation.isConfirmed) return <span className="mark warn"><Icon name="minus" />{t('groups.denied', values)}</span>
  return <span className="mark ok"><Icon name="check" />{t(isComputed ? 'groups.confirmed' : 'groups.named', values)}</span>
}
