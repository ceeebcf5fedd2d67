import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../api/ApiContext.tsx'
import { useQuery } from '../../../api/useQuery.ts'
import type { PersonFile } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { PersonName } from '../../../components/PersonName.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { usePersonWords } from '../../../components/usePersonWords.ts'
import { offerUndo } from '../../../state/view.ts'
import { useFieldWords } from '../useFieldWords.ts'
import type { Household } from './HouseholdGroups.tsx'

interface HoldersProps {
  readonly file: PersonFile
  readonly household: Household | null
  readonly canWrite: boolean
  readonly onSaved: () => void
}

/** Files with the same household number, each a way to it; others are found and added. */
export function Holders({ file, household, canWrite, onSaved }: HoldersProps) {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const [adding, setAdding] = useState(false)
  const addButton = useRef<HTMLButtonElement>(null)
  const others = (household?.files ?? []).filter(({ personId }) => personId !== file.row.id)
  return (
    <section aria-labelledby="holders-title">
      <h3 id="holders-title">{t('family.holders')}</h3>
      {others.length === 0 && <p className="soft">{t('family.onlySelf')}</p>}
      {others.length > 0 && (
        <ul className="family-list">
          {others.map((holder) => (
            <li key={holder.personId}>
              <a href={`#/person/${holder.personId}/family`}><PersonName name={holder.name} /></a>
              <span>{[fields.words('sex', holder.sex), holder.age === null ? null : t('common.age', { age: holder.age }), holder.relationToHead].filter((part) => part !== null).join(' ')}</span>
              <span className="soft">{fields.words('employmentState', holder.state) ?? t('family.stateUnknown')}</span>
              {!holder.isHolder && <span className="tag">{t('family.noCert')}</span>}
              {holder.isGone && <span className="tag">{t('family.gone')}</span>}
            </li>
          ))}
        </ul>
      )}
      {canWrite && !adding && <p><Button ref={addButton} size="sm" icon="plus" onPress={() => setAdding(true)}>{t('family.addHolder')}</Button></p>}
      {adding && (
        <FindRelative
          personId={file.row.id}
          known={(household?.files ?? []).map(({ personId }) => personId)}
          onDone={(isSaved) => {
            setAdding(false)
            setTimeout(() => addButton.current?.focus())
            if (isSaved) onSaved()
          }}
        />
      )}
    </section>
  )
}

interface FindRelativeProps {
  readonly personId: string
  readonly known: readonly string[]
  readonly onDone: (isSaved: boolean) => void
}

function FindRelative({ personId, known, onDone }: FindRelativeProps) {
  const { t } = useTranslation()
  const api = useApi()
  const words = usePersonWords()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const wanted = text.trim()
  const { value } = useQuery('persons.search', { text: wanted === '' ? '-' : wanted, limit: 6 }, { when: wanted !== '' })
  const found = wanted === '' ? [] : (value ?? []).map(({ row }) => row).filter(({ id }) => id !== personId && !known.includes(id))

  async function join(otherId: string, name: string) {
    const answer = await api.call('persons.joinHousehold', { personId, otherId })
    if (!answer.ok) {
      setError(answer.error.message)
      return
    }
    offerUndo(t('family.joined', { name }), answer.value.actionId)
    onDone(true)
  }
  return (
    <div className="inline-part" role="group" aria-label={t('family.addHolder')}>
      <TextField label={t('family.find')} hint={t('family.findHint')} value={text} autoFocus maxLength={40} onChange={(next) => {
        setText(next)
        setError(null)
      }} />
      {error !== null && <Notice kind="bad" urgent>{error}</Notice>}
      <p className="soft small" role="status">{wanted !== '' && value !== null && found.length === 0 ? t('family.nobody') : ''}</p>
      <ul className="family-list">
        {found.map((row) => (
          <li key={row.id}>
            <b><PersonName name={row.name} /></b>
            <span>{words.sexAge(row)}</span>
            <span className="soft">{words.place(row)}</span>
            <Button size="sm" aria-label={t('family.joinName', { name: row.name })} onPress={() => void join(row.id, row.name)}>{t('family.join')}</Button>
          </li>
        ))}
      </ul>
      <p><Button size="sm" kind="quiet" onPress={() => onDone(false)}>{t('family.cancel')}</Button></p>
    </div>
  )
}
