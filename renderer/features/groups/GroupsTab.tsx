import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { touches, useQuery } from '../../api/useQuery.ts'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { offerUndo } from '../../state/view.ts'
import { CertSection } from './CertSection.tsx'
import { GraduateSection } from './GraduateSection.tsx'
import { GroupItem } from './GroupItem.tsx'
import { useGroupWords } from './useGroupWords.ts'
import './groups.css'

/** 类别与帮扶: the groups of a person and why, what the plan owes to each, the certificate of hardship, the plan of a graduate. */
export function GroupsTab({ file, canWrite, onSaved }: { readonly file: PersonFile; readonly canWrite: boolean; readonly onSaved: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const words = useGroupWords()
  const personId = file.row.id
  const head = useRef<HTMLHeadingElement>(null)
  const { value, error, reload } = useQuery('groups.ofPerson', { personId }, { reloadOn: touches(personId) })
  const [fault, setFault] = useState<{ flag: string; message: string } | null>(null)

  async function say(flag: string, note: string | null): Promise<string | null> {
    const answer = await api.call('groups.confirm', { personId, flag, isConfirmed: note === null, note })
    if (!answer.ok) {
      if (note === null) setFault({ flag, message: answer.error.message })
      return answer.error.message
    }
    setFault(null)
    offerUndo(t(note === null ? 'groups.didConfirm' : 'groups.didDeny', { name: words.flag(flag) }), answer.value.actionId)
    reload()
    onSaved()
    setTimeout(() => head.current?.focus())
    return null
  }

  if (error !== null && value === null) return <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>
  if (value === null) return <Waiting words={t('person.reading')} />
  const isGraduate = value.groups.some(({ flag, isCounted }) => flag === 'GRADUATE' && isCounted)
  const onChanged = () => {
    reload()
    onSaved()
  }
  return (
    <div className="reading groups-tab">
      <section aria-labelledby="groups-title">
        <h2 id="groups-title" tabIndex={-1} ref={head}>{t('groups.title')}</h2>
        <p className="small soft">{t('groups.plan', { plan: words.pick(value.plan), year: value.cycleYear })} {!value.plan.confirmed && t('groups.planOpen')}</p>
        {value.groups.length === 0 ? <p>{t('groups.none')}</p> : (
          <ul className="group-list">
            {value.groups.map((group) => (
              <GroupItem
                key={group.flag} group={group} today={value.on} canWrite={canWrite}
                error={fault?.flag === group.flag ? fault.message : null} onSay={say}
              />
            ))}
          </ul>
        )}
        {value.coming.length > 0 && (
          <div className="coming">
            <h3>{t('groups.coming')}</h3>
            <ul>{value.coming.map(({ flag, from, because }) => <li key={flag}>{t('groups.comesOn', { on: from, name: words.flag(flag), because })}</li>)}</ul>
          </div>
        )}
      </section>
      {(isGraduate || value.graduate !== null) && (
        <GraduateSection key={value.graduate?.documentId ?? 'none'} file={file} graduate={value.graduate} today={value.on} cycleYear={value.cycleYear} canWrite={canWrite} onSaved={onChanged} />
      )}
      <CertSection file={file} today={value.on} cycleYear={value.cycleYear} canWrite={canWrite} onSaved={onChanged} />
    </div>
  )
}
