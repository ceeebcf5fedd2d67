import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { membersOf } from '../../../../domain/household/index.ts'
import { ageOn } from '../../../../domain/plan/index.ts'
import type { JsonObject, PersonFile } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useEdit } from '../../../state/edits.ts'
import { useFieldWords } from '../useFieldWords.ts'
import type { Faults } from '../useSaveFields.ts'
import type { Household } from './HouseholdGroups.tsx'
import { MemberEditor } from './MemberEditor.tsx'
import type { MemberDraft } from './MemberEditor.tsx'

interface MembersProps {
  readonly file: PersonFile
  readonly household: Household | null
  readonly canWrite: boolean
  readonly today: string
  readonly onSave: (fields: JsonObject, words: string) => Promise<Faults>
}

type ShownMember = MemberDraft & { readonly personId: string; readonly personName: string; readonly differs: boolean }

/** Members without a certificate: those that this file names can be changed here, others in the file that names them. */
export function Members({ file, household, canWrite, today, onSave }: MembersProps) {
  const { t } = useTranslation()
  const words = useFieldWords()
  const own = membersOf(file.fields) as unknown as MemberDraft[]
  const [draft, setDraft] = useEdit<MemberDraft>(`${file.row.id} member`)
  const root = useRef<HTMLElement>(null)
  const members = household === null
    ? own.map((member): ShownMember => ({ ...member, personId: file.row.id, personName: file.row.name, differs: false }))
    : (household.members as ShownMember[])
  const isInHousehold = household !== null

  function back(selector: string) {
    setTimeout(() => (root.current?.querySelector<HTMLElement>(selector) ?? root.current?.querySelector<HTMLElement>('[data-add]'))?.focus())
  }
  async function keep(member: MemberDraft): Promise<Faults> {
    const at = own.findIndex(({ id }) => id === member.id)
    const list = at === -1 ? [...own, member] : own.map((each, index) => (index === at ? member : each))
    const faults = await onSave({ householdMembers: list as unknown as JsonObject[string] }, t('family.added'))
    if (faults === null) {
      setDraft(undefined)
      back(`[data-member="${member.id}"]`)
      return null
    }
    const place = `householdMembers.${String(at === -1 ? list.length - 1 : at)}.`
    return { ...faults, fields: faults.fields.flatMap(({ path, message }) => (path.startsWith(place) ? [{ path: path.slice(place.length), message }] : [])) }
  }
  async function remove(id: string, name: string) {
    const faults = await onSave({ householdMembers: own.filter((member) => member.id !== id) as unknown as JsonObject[string] }, t('family.removed', { name }))
    if (faults === null) back('[data-add]')
  }

  return (
    <section aria-labelledby="members-title" ref={root}>
      <h3 id="members-title">{t('family.members')}</h3>
      {members.length === 0 && draft === undefined && <p className="soft">{isInHousehold ? t('family.noMembers') : t('family.numberFirst')}</p>}
      <ul className="family-list">
        {members.map((member) => {
          const name = typeof member.name === 'string' ? member.name : ''
          const isOwn = member.personId === file.row.id
          return draft?.id === member.id && isOwn ? null : (
            <li key={`${member.personId} ${member.id}`}>
              <b>{name}</b>
              <span>
                {[words.words('relation', member.relation), words.words('sex', member.sex), typeof member.birthDate === 'string' ? t('common.age', { age: ageOn(member.birthDate, today) }) : null]
                  .filter((part) => part !== null).join(' ')}
              </span>
              <span className="soft">
                {words.words('employmentState', member.state)}
                {member.state === 'UNEMPLOYED' && `，${t(member.ableAndWilling === true ? 'family.workless' : 'family.notAble')}`}
              </span>
              {typeof member.note === 'string' && <span className="soft small">{member.note}</span>}
              {member.differs && <span className="mark warn"><Icon name="alert" />{t('family.differs')}</span>}
              {!isOwn && <a className="small" href={`#/person/${member.personId}/family`}>{t('family.elsewhere', { name: member.personName })}</a>}
              {isOwn && canWrite && (
                <span className="row-buttons">
                  <Button kind="quiet" size="sm" data-member={member.id} aria-label={t('family.editMember', { name })} onPress={() => setDraft(own.find(({ id }) => id === member.id))}>{t('person.edit')}</Button>
                  <Button kind="quiet" size="sm" icon="close" iconOnly onPress={() => void remove(member.id, name)}>{t('family.removeMember', { name })}</Button>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {draft !== undefined && canWrite && (
        <MemberEditor
          draft={draft}
          onChange={setDraft}
          onKeep={keep}
          onCancel={() => {
            setDraft(undefined)
            back(`[data-member="${draft.id}"]`)
          }}
        />
      )}
      {canWrite && isInHousehold && draft === undefined && (
        <p><Button size="sm" icon="plus" data-add onPress={() => setDraft({ id: crypto.randomUUID() })}>{t('family.addMember')}</Button></p>
      )}
    </section>
  )
}
