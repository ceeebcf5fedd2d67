import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import { consentPurposes, standingOf } from '../../../domain/consent/index.ts'
import type { ConsentPurpose } from '../../../domain/consent/index.ts'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { SyncMark } from '../../components/Marks.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { ConsentSheet } from '../attachments/ConsentSheet.tsx'
import { RecordFiles } from '../attachments/RecordFiles.tsx'
import { VoidButton } from '../records/VoidButton.tsx'
import { useFieldWords } from './useFieldWords.ts'
import { WithdrawButton } from './WithdrawButton.tsx'

interface ConsentsTabProps {
  readonly file: PersonFile
  readonly canWrite: boolean
  readonly onSaved: () => void
}

/** One part for each purpose: what was said last, and all answers of before; asked one at a time, taken back at any time. */
export function ConsentsTab({ file, canWrite, onSaved }: ConsentsTabProps) {
  const { t, i18n } = useTranslation()
  const { state } = useSession()
  const [asking, setAsking] = useState<ConsentPurpose | null>(null)
  const root = useRef<HTMLElement>(null)
  const consents = file.documents.filter((document) => document.entity === 'consent' && document.body !== null)
  const valid = consents.filter(({ voided }) => !voided).map((document) => ({ id: document.id, body: document.body ?? {}, document }))

  function close(purpose: ConsentPurpose) {
    setAsking(null)
    setTimeout(() => root.current?.querySelector<HTMLElement>(`[data-purpose="${purpose}"] button`)?.focus())
  }

  return (
    <section className="reading" aria-labelledby="consents-title" ref={root}>
      <h2 id="consents-title">{t('person.tab.consents')}</h2>
      <ol className="periods">
        {consentPurposes.map((purpose) => {
          const standing = standingOf(purpose, valid)
          const name = codeLabel('consentPurpose', purpose, codeLanguage(i18n.language))
          return (
            <li key={purpose} data-purpose={purpose}>
              <p className="consent-have">
                <b>{name}</b> <span className="tag">{t(`consents.state.${standing.state}`)}</span>
                {canWrite && asking !== purpose && standing.state === 'given' && <WithdrawButton consent={standing.consent.document} purpose={name} onSaved={onSaved} />}
                {canWrite && asking !== purpose && <Button size="sm" kind="quiet" aria-label={`${t(askWords(standing.state))} ${name}`} onPress={() => setAsking(purpose)}>{t(askWords(standing.state))}</Button>}
              </p>
              {asking === purpose && (
                <ConsentSheet file={file} purpose={purpose} cycleYear={state.cycleYear} onClose={() => close(purpose)} onDone={() => {
                  close(purpose)
                  onSaved()
                }} />
              )}
              {consents.filter(({ body }) => body?.purpose === purpose).map((consent) => <Answer key={consent.id} consent={consent} canWrite={canWrite} onSaved={onSaved} />)}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

interface AnswerProps {
  readonly consent: PersonFile['documents'][number]
  readonly canWrite: boolean
  readonly onSaved: () => void
}

function Answer({ consent, canWrite, onSaved }: AnswerProps) {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const body = consent.body ?? {}
  const said = consent.voided ? 'voided' : body.decision === 'DECLINED' ? 'refused' : typeof body.withdrawnAt === 'string' ? 'withdrawn' : 'agreed'
  const place = fields.words('paperLocation', body.paperLocation)
  return (
    <dl className="pairs">
      <div><dt>{t('person.consents.given')}</dt><dd>{t(`person.consents.${said}`)} <SyncMark mark={consent.mark} /></dd></div>
      {consent.version > 1 && <div><dt className="hidden-text">{t('person.version')}</dt><dd className="tag">{t('records.version', { count: consent.version })}</dd></div>}
      {consent.voided && <div><dt>{t('person.voidedWhy')}</dt><dd>{consent.voidReason}</dd></div>}
      <div><dt>{t('person.consents.on')}</dt><dd>{fields.words('givenAt', body.givenAt) ?? t('common.unknown')}</dd></div>
      {typeof body.withdrawnAt === 'string' && <div><dt>{t('consents.on')}</dt><dd>{body.withdrawnAt}</dd></div>}
      <div><dt>{t('person.consents.form')}</dt><dd>{fields.words('consentForm', body.form) ?? t('common.unknown')}</dd></div>
      <div><dt>{t('person.consents.givenBy')}</dt><dd>{[fields.words('givenBy', body.givenBy), body.guardianName].filter((word) => typeof word === 'string' && word !== '').join(' ') || t('common.unknown')}</dd></div>
      <div><dt>{t('consents.text')}</dt><dd>{fields.words('textVersion', body.textVersion) ?? t('common.unknown')}</dd></div>
      {place !== null && <div><dt>{t('person.consents.paper')}</dt><dd>{place}</dd></div>}
      {canWrite && !consent.voided && <div><dt className="hidden-text">{t('records.void')}</dt><dd><VoidButton documentId={consent.id} onSaved={onSaved} /></dd></div>}
      <div><RecordFiles personId={typeof body.personId === 'string' ? body.personId : ''} body={body} /></div>
    </dl>
  )
}

function askWords(state: string): 'consents.ask' | 'consents.askAgain' {
  return state === 'unasked' ? 'consents.ask' : 'consents.askAgain'
}
