import { useTranslation } from 'react-i18next'
import { codeEntries, codeLabel } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { ComboBox } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { basicFields } from '../person/basicFields.ts'
import type { FieldName } from '../person/basicFields.ts'

/** What a visit usually finds changed, in the order of the paper form. */
const asked: readonly FieldName[] = [
  'phone', 'residenceTown', 'residenceVillage', 'residenceAddress', 'contactName', 'contactPhone', 'education', 'hukouType', 'selfCare', 'workCapacity',
  'socialAid', 'maritalStatus',
]

interface Change {
  readonly field: string
  readonly old: unknown
  readonly new: unknown
}

interface CompareRowsProps {
  readonly file: PersonFile
  readonly body: JsonObject
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** Last value, new value, changed: only what changed is written, and it is what the check changes in the file. */
export function CompareRows({ file, body, onSet, onLeave }: CompareRowsProps) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const changes = (Array.isArray(body.changes) ? body.changes : []) as unknown as readonly Change[]

  function put(field: FieldName, value: string) {
    const others = changes.filter((change) => change.field !== field)
    const before = file.fields[field] ?? null
    const next = value === '' || value === before ? others : [...others, { field, old: before, new: value }]
    onSet('changes', next)
    if (next.length > 0 && (body.result === undefined || body.result === 'MATCH')) onSet('result', 'UPDATED')
    if (next.length === 0 && body.result === 'UPDATED') onSet('result', 'MATCH')
  }

  return (
    <table className="compare" data-path="changes">
      <caption className="faint small">{t('records.compare.explain')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('records.compare.item')}</th>
          <th scope="col">{t('records.compare.before')}</th>
          <th scope="col">{t('records.compare.now')}</th>
          <th scope="col"><span className="hidden-text">{t('records.compare.changed')}</span></th>
        </tr>
      </thead>
      <tbody>
        {asked.map((name) => {
          const field = basicFields.get(name)
          const label = t(`person.field.${name}`)
          const change = changes.find((each) => each.field === name)
          const now = typeof change?.new === 'string' ? change.new : ''
          return (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td>{words(file.fields[name], field?.table, language) ?? <span className="faint">—</span>}</td>
              <td>
                {field?.table === undefined
                  ? <TextField label={`${label} ${t('records.compare.now')}`} className="bare" value={now} onChange={(value) => put(name, value.trim())} onBlur={() => onLeave('changes')} maxLength={field?.max ?? 40} />
                  : (
                    <ComboBox
                      label={`${label} ${t('records.compare.now')}`}
                      className="bare"
                      value={now === '' ? null : now}
                      onChange={(value) => put(name, value)}
                      options={codeEntries(field.table).map((entry) => ({ value: entry.code, label: entry[language] }))}
                    />
                  )}
              </td>
              <td>{change === undefined ? <span className="faint">{t('records.compare.same')}</span> : <b className="mark warn">{t('records.compare.changed')}</b>}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function words(value: unknown, table: CodeTableId | undefined, language: 'zh' | 'en'): string | null {
  if (typeof value !== 'string' || value === '') return null
  return table === undefined ? value : codeLabel(table, value, language)
}
