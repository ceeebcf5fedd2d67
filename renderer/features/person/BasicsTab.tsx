import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { countyByCode } from '../../../domain/divisions/liaoning.ts'
import { missingOf } from '../../../domain/records/index.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { SaveState } from '../../components/SaveState.tsx'
import { useOpenEdits } from '../../state/edits.ts'
import { basicFields, basicGroups, householdFields, isShown } from './basicFields.ts'
import { BasicFieldRow } from './BasicFieldRow.tsx'
import { PhotoField } from './PhotoField.tsx'
import { useFieldWords } from './useFieldWords.ts'
import { useSaveFields } from './useSaveFields.ts'

/** Asked for under 家庭. */
const onOtherTab = new Set<string>(householdFields.map(({ name }) => name))

/** How many are named; the rest shows at its field. */
const named = 6

/** 基本信息: what is known is text with 改; each field is saved by itself the moment it is done. */
export function BasicsTab({ file, canWrite, onSaved }: { readonly file: PersonFile; readonly canWrite: boolean; readonly onSaved: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const words = useFieldWords()
  const root = useRef<HTMLDivElement>(null)
  const { save, saved, setSaved } = useSaveFields(file, onSaved)
  const elsewhere = Object.entries(file.verify).filter(([field]) => !basicFields.has(field) || onOtherTab.has(field))
  const missing = useMemo(
    () => new Map(missingOf(file.fields, state.today).flatMap(({ field, because }) => (basicFields.has(field) && !onOtherTab.has(field) ? [[field as string, because] as const] : []))),
    [file.fields, state.today],
  )
  // What an open editor asks together with its field is not shown a second time.
  const open = useOpenEdits(opening.map(({ name }) => `${file.row.id} ${name}`))
  const asked = new Set<string>(opening.filter(({ name }) => open.has(`${file.row.id} ${name}`)).flatMap(({ opens }) => opens ?? []))
  const hints = new Map((file.hints ?? []).map(({ field, message }) => [field, message]))

  async function saveFields(field: string, values: JsonObject) {
    const codes = Object.fromEntries(townCodes.flatMap(([town, code]) => (town in values ? [[code, townCode(values[town])]] : [])))
    return save({ ...values, ...codes }, t('person.changedField', { field: words.label(field) }))
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
    <div className="basics" ref={root}>
      <div className="basics-head">
        <h2>{t('person.tab.basics')}</h2>
        <SaveState saved={saved} />
      </div>
      {state.current?.role === 'supervisor' && <Notice>{t('person.readOnly')}</Notice>}
      {missing.size > 0 && (
        <p className="record-missing">
          {t('person.missing', { count: missing.size })}
          {[...missing.keys()].slice(0, named).map((field) => (
            <button key={field} type="button" className="link-button" onClick={() => root.current?.querySelector<HTMLElement>(`[data-edit="${field}"]`)?.focus()}>{words.label(field)}</button>
          ))}
          {missing.size > named && <span aria-hidden="true">…</span>}
        </p>
      )}
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
            {group.fields.filter((field) => isShown(field, file.fields) && !asked.has(field.name)).map((field) => (
              <BasicFieldRow
                key={field.name} field={field} file={file} canWrite={canWrite} missing={missing.get(field.name)} hint={hints.get(field.name)}
                onSave={saveFields} onVerify={verify}
              />
            ))}
          </dl>
        </section>
      ))}
      <PhotoField file={file} canWrite={canWrite} onSave={save} />
    </div>
  )
}

const opening = basicGroups.flatMap((group) => group.fields).filter(({ opens }) => opens !== undefined)
const townCodes = [['hukouTown', 'hukouAreaCode'], ['residenceTown', 'residenceAreaCode']] as const
