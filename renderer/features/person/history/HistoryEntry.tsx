import { useTranslation } from 'react-i18next'
import type { PersonFile } from '../../../api/client.ts'
import { SyncMark } from '../../../components/Marks.tsx'
import { useFieldWords } from '../useFieldWords.ts'
import { useChangeWords } from './useChangeWords.ts'
import type { ChangeWords } from './useChangeWords.ts'

type Entry = PersonFile['timeline'][number]

/** What a look at the paper changes. */
const seenFields: ReadonlySet<string> = new Set(['verification', 'certDerived'])
/** Done to the file, not to something in it. */
const ofWholeFile: ReadonlySet<string> = new Set(['person.merge', 'person.unmerge', 'person.erase'])
/** More are opened on request. */
const shownAtOnce = 6

/** One change: what was done, to which version, why, from what to what, by whom. */
export function HistoryEntry({ entry, file }: { readonly entry: Entry; readonly file: Pick<PersonFile, 'documents' | 'joined'> }) {
  const { t, i18n } = useTranslation()
  const fields = useFieldWords()
  const changesOf = useChangeWords(file.documents)
  const [entity = '', kind = ''] = entry.what.split('.')
  const listed = listing(entry)
  // Some things are not completed or corrected but planned and taken off.
  const ownWord = `${entity}_${kind}`
  const did = i18n.exists(`person.did.${ownWord}`) ? t(`person.did.${ownWord as 'plannedVisit_create'}`) : listed !== null ? t(`person.did.${listed}`) : i18n.exists(`person.did.${kind || entity}`) ? t(`person.did.${(kind || entity) as 'patch'}`) : kind
  const what = listed === null && !ofWholeFile.has(entry.what) && i18n.exists(`person.what.${entity}`) ? t(`person.what.${entity as 'person'}`) : ''
  const changes = changesOf(entry)
  // Where two files were merged, the one that it was written in.
  const other = file.joined?.find((one) => one.personId === entry.openedFor)
  // A new record is told in whole where it is read; here on request.
  const first = kind === 'create' ? 0 : shownAtOnce
  return (
    <div>
      <p>
        {did} <b>{what}</b>
        {(entry.version ?? 1) > 1 && kind === 'succeed' && <> <span className="tag">{t('records.version', { count: entry.version })}</span></>}
      </p>
      {changes.slice(0, first).map((change) => <Change key={change.key} change={change} />)}
      {changes.length > first && (
        <details>
          <summary>{t(kind === 'create' ? 'person.wroteFields' : 'person.moreFields', { count: changes.length - first })}</summary>
          {changes.slice(first).map((change) => <Change key={change.key} change={change} />)}
        </details>
      )}
      {entry.reason !== null && <p>{fields.reason(entry.reason)}</p>}
      {other !== undefined && <p className="soft">{t('duplicates.openedFor', { name: other.name })}</p>}
      <p className="history-who"><span>{entry.actor}</span><SyncMark mark={entry.mark} /></p>
    </div>
  )
}

function Change({ change }: { readonly change: ChangeWords }) {
  const { t } = useTranslation()
  return <p><b>{change.label}</b>{t('common.colon')}{change.from === null ? '' : `${change.from} → `}{change.to ?? t('common.unknown')}</p>
}

/** Changes that are told by what they mean: onto the list, off it, back, and a look at the paper. */
function listing({ what, fields }: Entry): 'entered' | 'left' | 'returned' | 'verify' | null {
  if (what !== 'person.patch') return null
  const withdrawn = fields.find((change) => change.field === 'withdrawn')
  if (withdrawn !== undefined) return withdrawn.to === true ? 'left' : 'returned'
  if (fields.length > 0 && fields.every((change) => seenFields.has(change.field))) return 'verify'
  return fields.some((change) => change.field === 'idNumber' && change.from === null) ? 'entered' : null
}
