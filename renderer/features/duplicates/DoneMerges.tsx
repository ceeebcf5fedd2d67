import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import type { Output } from '../../api/client.ts'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { offerUndo } from '../../state/view.ts'
import { whenWords } from '../sync/when.ts'

type Merge = Output<'duplicates.merges'>[number]

/** Merges, newest first: what was written meanwhile, and the way back. */
export function DoneMerges() {
  const { t } = useTranslation()
  const api = useApi()
  const { value, error, reload } = useQuery('duplicates.merges', {})
  const [problem, setProblem] = useState<string | null>(null)

  async function part({ mergeId }: Merge) {
    const answer = await api.call('persons.unmerge', { mergeId })
    setProblem(answer.ok ? null : answer.error.message)
    if (!answer.ok) return
    // The button goes with the merge.
    document.querySelector<HTMLElement>('#main h1')?.focus()
    offerUndo(t('duplicates.parted'), answer.value.actionId)
    reload()
  }

  if (error !== null && value === null) {
    return <div className="duplicates-inset"><Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice></div>
  }
  if (value === null) return <Waiting words={t('duplicates.reading')} />
  return (
    <>
      {problem !== null && <div className="duplicates-inset"><Notice kind="bad" urgent>{problem}</Notice></div>}
      {value.length === 0 && <EmptyState>{t('duplicates.noMerges')}</EmptyState>}
      <ul className="duplicate-pairs">{value.map((merge) => <MergeRow key={merge.mergeId} merge={merge} onPart={() => void part(merge)} />)}</ul>
    </>
  )
}

function MergeRow({ merge, onPart }: { readonly merge: Merge; readonly onPart: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession().state
  const { survivor, loser, ended, meanwhile } = merge
  const words = { loser: loser.name, survivor: survivor.name }
  return (
    <li className="duplicate-pair">
      <div className="duplicate-people">
        <Party party={loser} isLink={ended !== null} />
        <Party party={survivor} isLink />
      </div>
      <div className="duplicate-why merge-when">
        <span>{t('duplicates.into', words)}</span>
        <span className="small"><Icon name="twins" /> {t('duplicates.mergedAt', { when: whenWords(merge.at, today), actor: merge.actor })}</span>
        {ended !== null && <span className="small"><Icon name="returned" /> {t('duplicates.endedAt', { when: whenWords(ended.at, today), actor: ended.actor })}</span>}
      </div>
      <div className="duplicate-do">
        {ended === null && <Button size="sm" aria-label={t('duplicates.partPair', words)} onPress={onPart}>{t('duplicates.part')}</Button>}
      </div>
      {meanwhile.length === 0 ? ended !== null && <p className="duplicate-more soft small">{t('duplicates.noMeanwhile')}</p> : <Meanwhile merge={merge} />}
    </li>
  )
}

function Party({ party, isLink }: { readonly party: Merge['survivor']; readonly isLink: boolean }) {
  return (
    <div className="duplicate-person">
      {isLink ? <a href={`#/person/${party.personId}`}><PersonName name={party.name} /></a> : <PersonName name={party.name} />}
      <span className="soft small">{party.idNumberMasked}</span>
    </div>
  )
}

/** Each stays with the file that it was written in; a person looks whether it is about the right one. */
function Meanwhile({ merge }: { readonly merge: Merge }) {
  const { t, i18n } = useTranslation()
  const { today } = useSession().state
  return (
    <div className="duplicate-more">
      <p className="mark warn"><Icon name="ask" />{t('duplicates.meanwhile', { count: merge.meanwhile.length })}</p>
      <ul>
        {merge.meanwhile.map((entry) => {
          const [entity = '', kind = ''] = entry.what.split('.')
          const did = i18n.exists(`person.did.${kind}`) ? t(`person.did.${kind as 'create'}`) : ''
          const what = i18n.exists(`person.what.${entity}`) ? t(`person.what.${entity as 'infoCheck'}`) : ''
          const name = entry.personId === merge.loser.personId ? merge.loser.name : merge.survivor.name
          return (
            <li key={entry.changeId}>
              <b>{did} {what}</b> {entry.on} <span className="soft small">{t('duplicates.meanwhileAt', { when: whenWords(entry.at, today), actor: entry.actor, name })}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
