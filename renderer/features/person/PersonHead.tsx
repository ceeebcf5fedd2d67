import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFile } from '../../api/client.ts'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Masked } from '../../components/Masked.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'
import { HandOverButton } from '../handover/HandOverButton.tsx'
import { VisitButton } from '../visit/VisitButton.tsx'
import { useFieldWords } from './useFieldWords.ts'

interface PersonHeadProps {
  readonly file: PersonFile
  readonly headRef: Ref<HTMLHeadingElement>
  /** Where the person stands in the list that it was opened from; -1 when it was opened otherwise. */
  readonly position: number
  readonly total: number
  readonly onWalk: (by: number) => void
  /** To the fields that wait for a look at the paper. */
  readonly onVerify: () => void
  /** Of a day that is past: only to read. */
  readonly isPast?: boolean
}

export function PersonHead({ file, headRef, position, total, onWalk, onVerify, isPast = false }: PersonHeadProps) {
  const { t } = useTranslation()
  const words = usePersonWords()
  const fields = useFieldWords()
  const { row } = file
  const mayWrite = useSession().state.current?.role !== 'supervisor' && !isPast
  const waiting = Object.keys(file.verify).length + (file.fields.certDerived === true && file.verify.certNumber === undefined ? 1 : 0)
  const communication = fields.words('communicationModes', file.fields.communicationModes)
  return (
    <header className="person-head">
      <div className="person-line">
        <h1 tabIndex={-1} ref={headRef}><PersonName name={row.name} /></h1>
        <span>{words.sex(row)}</span>
        {row.age !== null && <span>{t('common.age', { age: row.age })}</span>}
        <span>{words.disability(row)}</span>
        <span>{words.place(row)}</span>
        {mayWrite && <VisitButton personId={row.id} size="sm" keys="Ctrl G" />}
        {mayWrite && <HandOverButton personId={row.id} size="sm" kind="quiet" />}
        {position !== -1 && total > 1 && (
          <div className="person-pager">
            <span className="small soft">{t('person.position', { n: position + 1, total })}</span>
            <Button kind="quiet" size="sm" icon="left" iconOnly isDisabled={position === 0} onPress={() => onWalk(-1)}>{t('person.previous')}</Button>
            <Button kind="quiet" size="sm" icon="right" iconOnly isDisabled={position === total - 1} onPress={() => onWalk(1)}>{t('person.next')}</Button>
          </div>
        )}
      </div>
      <dl className="person-facts">
        <div><dt>{t('common.field.idNumber')}</dt><dd><Masked personId={row.id} field="idNumber" masked={row.idNumberMasked} /></dd></div>
        <div><dt>{t('common.field.phone')}</dt><dd><Masked personId={row.id} field="phone" masked={row.phoneMasked} /></dd></div>
        <div>
          <dt>{t('person.flags')}</dt>
          <dd>
            {file.groups.length === 0
              ? <span className="faint">{t('person.noFlags')}</span>
              : (
                <>
                  {file.groups.map((group) => <span key={group.flag} className="tag">{words.flag(group.flag)}</span>)}
                  <Because file={file} />
                </>
              )}
          </dd>
        </div>
        {waiting > 0 && !isPast && (
          <div>
            <dt className="hidden-text">{t('person.verify')}</dt>
            <dd className="mark warn"><Icon name="ask" /><Button kind="quiet" size="sm" onPress={onVerify}>{t('person.toVerify', { count: waiting })}</Button></dd>
          </div>
        )}
        {communication !== null && <div><dt>{t('person.communication')}</dt><dd>{communication}</dd></div>}
      </dl>
    </header>
  )
}

/** Why each flag stands. */
function Because({ file }: { readonly file: PersonFile }) {
  const { t } = useTranslation()
  const words = usePersonWords()
  return (
    <DialogTrigger>
      <AriaButton className="link-button">{t('person.why')}</AriaButton>
      <Popover className="floating" placement="bottom start">
        <AriaDialog className="because" aria-label={t('person.because')}>
          <dl>
            {file.groups.map((group) => <div key={group.flag}><dt>{words.flag(group.flag)}</dt><dd>{group.because}</dd></div>)}
          </dl>
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}
