import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countyByCode } from '../../../domain/divisions/liaoning.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { SaveState } from '../../components/SaveState.tsx'
import type { Saved } from '../../components/SaveState.tsx'
import { offerUndo } from '../../state/view.ts'
import { basicFields, basicGroups } from './basicFields.ts'
import { BasicFieldRow } from './BasicFieldRow.tsx'
import { useFieldWords } from './useFieldWords.ts'

/** 基本信息: what is known is text with 改; each field is saved by itself the moment it is done. */
export function BasicsTab({ file, onSaved }: { readonly file: PersonFile; readonly onSaved: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const [saved, setSaved] = useState<Saved>({ state: 'idle' })
  const words = useFieldWords()
  const elsewhere = Object.entries(file.verify).filter(([field]) => !basicFields.has(field))
  const canWrite = state.current?.role !== 'supervisor'

  async function save(field: string, value: JsonObject[string]): Promise<string | null> {
    setSaved({ state: 'saving' })
    const fields: JsonObject = { [field]: value, ...(field === 'hukouTown' ? { hukouAreaCode: townCode(value) } : {}) }
    const basedOn = Object.fromEntries(Object.keys(fields).map((name) => [name, file.heads[name] ?? null]))
    const answer = await api.call('persons.update', { personId: file.row.id, fields, basedOn })
    if (!answer.ok) {
      const sentence = answer.error.fields?.find((each) => each.path === field)?.message ?? answer.error.message
      setSaved({ state: 'failed', reason: sentence })
      return sentence
    }
    setSaved({ state: 'saved', at: answer.value.savedAt })
    offerUndo(t('person.changedField', { field: words.label(field) }), answer.value.actionId)
    onSaved()
    return null
  }
  /** The code goes with the name: by the code the county knows whose person it is. */
  function townCode(name: JsonObject[string] | undefined): string | null {
    return countyByCode(state.county?.code ?? '')?.towns.find((town) => town.name === name)?.code ?? null
  }
  async function verify(field: string) {
    const answer = await api.call('persons.verify', { personId: file.row.id, field })
    setSaved(answer.ok ? { state: 'saved', at: answer.value.savedAt } : { state: 'failed', reason: answer.error.message })
    if (answer.ok) onSaved()
  }

  return (
    <div className="basics">
      <div className="basics-head">
        <h2>{t('person.tab.basics')}</h2>
        <SaveState saved={saved} />
      </div>
      {!canWrite && <Notice>{t('person.readOnly')}</Notice>}
      {elsewhere.map(([field, why]) => (
        <Notice
          key={field}
          kind="warn"
          action={canWrite && <Button size="sm" aria-label={`${t('person.verified')} ${words.label(field)}`} onPress={() => void verify(field)}>{t('person.verified')}</Button>}
        >
          <b>{words.label(field)}</b> {t('person.verify')}{t('common.colon')}{why}
        </Notice>
      ))}
      {basicGroups.map((group) => (
        <section key={group.name} aria-labelledby={`group-${group.name}`}>
          <h3 id={`group-${group.name}`}>{t(`person.group.${group.name}`)}</h3>
          <dl className="six">
            {group.fields.map((field) => (
              <BasicFieldRow key={field.name} field={field} file={file} canWrite={canWrite} onSave={save} onVerify={verify} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
