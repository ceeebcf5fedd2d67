import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import type { PersonFile } from '../../api/client.ts'
import { Notice } from '../../components/Notice.tsx'
import { SaveState } from '../../components/SaveState.tsx'
import { householdFields } from './basicFields.ts'
import { BasicFieldRow } from './BasicFieldRow.tsx'
import { HouseholdGroups } from './family/HouseholdGroups.tsx'
import { Holders } from './family/Holders.tsx'
import { Members } from './family/Members.tsx'
import { useFieldWords } from './useFieldWords.ts'
import { useSaveFields } from './useSaveFields.ts'

/** 家庭: who belongs together, and what follows from it for the plan. */
export function FamilyTab({ file, canWrite, onSaved }: { readonly file: PersonFile; readonly canWrite: boolean; readonly onSaved: () => void }) {
  const { t } = useTranslation()
  const words = useFieldWords()
  const { state } = useSession()
  const { value: household, error, reload } = useQuery('persons.household', { personId: file.row.id })
  const { save, saved } = useSaveFields(file, () => {
    onSaved()
    reload()
  })
  return (
    <div className="basics">
      <div className="basics-head">
        <h2>{t('family.title')}</h2>
        <SaveState saved={saved} />
      </div>
      {error !== null && <Notice kind="bad">{error.message}</Notice>}
      <dl className="six">
        {householdFields.map((field) => (
          <BasicFieldRow
            key={field.name} field={field} file={file} canWrite={canWrite}
            onSave={(name, values) => save(values, t('person.changedField', { field: words.label(name) }))}
          />
        ))}
      </dl>
      {household === null && error === null && <p className="soft">{t('family.noNumber')}</p>}
      {household !== null && <HouseholdGroups household={household} />}
      <Holders file={file} household={household} canWrite={canWrite} onSaved={() => {
        onSaved()
        reload()
      }} />
      <Members file={file} household={household} canWrite={canWrite} today={state.today} onSave={save} />
    </div>
  )
}
