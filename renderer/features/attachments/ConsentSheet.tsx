import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noticeOf, noticeRows } from '../../../domain/consent/index.ts'
import type { ConsentPurpose } from '../../../domain/consent/index.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { SignaturePad } from '../../components/SignaturePad.tsx'
import type { SignatureHandle } from '../../components/SignaturePad.tsx'
import { TextField } from '../../components/TextField.tsx'
import { rememberPaper, usePaperMemory } from '../records/paperMemory.ts'
import './attachments.css'

interface ConsentSheetProps {
  readonly file: PersonFile
  readonly purpose: ConsentPurpose
  readonly cycleYear: string
  /** The consent that was given, or null for a no, which is written down as well. */
  readonly onDone: (documentId: string | null) => void
  readonly onClose: () => void
}

/** One purpose of consent between counsellor and client: the text is read out, then a yes is signed here. Either answer is kept. */
export function ConsentSheet({ file, purpose, cycleYear, onDone, onClose }: ConsentSheetProps) {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const pad = useRef<SignatureHandle>(null)
  const busy = useRef(false)
  const [isPlain, setIsPlain] = useState(false)
  const [isDrawn, setIsDrawn] = useState(false)
  const [place, setPlace] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const needsGuardian = file.fields.legalCapacity === 'LIMITED' || file.fields.legalCapacity === 'NONE'
  const [guardian, setGuardian] = useState(typeof file.fields.guardianName === 'string' ? file.fields.guardianName : '')
  const notice = noticeOf(purpose)
  const personId = file.row.id

  function turn(toPaper: boolean) {
    setPlace(toPaper ? (usePaperMemory.getState()[purpose]?.paperLocation ?? '') : null)
    setIsDrawn(false)
    setFault(null)
  }

  async function settle(decision: 'GIVEN' | 'DECLINED') {
    if (busy.current) return
    const data = decision === 'GIVEN' && place === null ? (pad.current?.read() ?? null) : null
    const lacks = decision === 'DECLINED' ? null : place === null ? data === null && t('signing.nothing') : place.trim() === '' && t('consents.needsPlace')
    if (typeof lacks === 'string') {
      setFault(lacks)
      return
    }
    busy.current = true
    setFault(await written(decision, data))
    busy.current = false
  }

  async function written(decision: 'GIVEN' | 'DECLINED', data: string | null): Promise<string | null> {
    const image = data === null ? null : await api.call('attachments.put', { personId, data })
    if (image?.ok === false) return image.error.message
    const giver: JsonObject = needsGuardian ? { givenBy: 'GUARDIAN', guardianName: guardian.trim() } : { givenBy: 'SELF' }
    const body: JsonObject = {
      personId, cycleYear, purpose, decision, ...giver, scopeFields: [...notice.scopeFields], textVersion: notice.version, form: place === null ? 'SIGN_PAD' : 'PAPER', givenAt: state.today,
      ...(image === null ? {} : { evidence: image.value.hash }), ...(place === null || decision === 'DECLINED' ? {} : { paperLocation: place.trim() }),
    }
    const answer = await api.call('records.complete', { kind: 'consent', personId, cycleYear, body, replaces: null })
    if (!answer.ok) return answer.error.fields?.[0]?.message ?? answer.error.message
    if (place !== null) rememberPaper(purpose, body)
    onDone(decision === 'GIVEN' ? answer.value.documentId : null)
    return null
  }

  return (
    <div className="consent-sheet" role="group" aria-label={notice.question}>
      <div lang="zh-CN">
        <p className="consent-question">{notice.question}</p>
        {isPlain
          ? <ul className="proof-said">{notice.plain.map((line) => <li key={line}>{line}</li>)}</ul>
          : (
            <dl className="consent-rows">
              {noticeRows.map((row) => <div key={row}><dt>{t(`handOver.notice.${row}`)}</dt><dd>{notice.rows[row].replace('{who}', state.current?.name ?? '')}</dd></div>)}
            </dl>
          )}
      </div>
      <Button size="sm" icon="ask" aria-expanded={isPlain} onPress={() => setIsPlain(!isPlain)}>{t(isPlain ? 'handOver.original' : 'handOver.unclear')}</Button>
      {needsGuardian && <TextField label={t('handOver.guardian')} required maxLength={32} value={guardian} onChange={setGuardian} />}
      {place === null
        ? <SignaturePad ref={pad} label={t('signing.title')} onDrawn={(drawn) => {
          setIsDrawn(drawn)
          setFault(null)
        }} />
        : <TextField label={t('records.field.paperLocation')} required autoFocus value={place} maxLength={80} onChange={(next) => {
          setPlace(next)
          setFault(null)
        }} />}
      <p className="inline-actions">
        <Button onPress={() => void settle('GIVEN')}>{t('consents.yes')}</Button>
        <Button onPress={() => void settle('DECLINED')}>{t('consents.no')}</Button>
        {place === null && <Button icon="returned" isDisabled={!isDrawn} onPress={() => pad.current?.clear()}>{t('signing.again')}</Button>}
        <Button kind="quiet" icon="pencil" onPress={() => turn(place === null)}>{t(place === null ? 'signing.onPaper' : 'signing.onScreen')}</Button>
        <Button kind="quiet" onPress={onClose}>{t('records.consent.cancel')}</Button>
      </p>
      {fault !== null && <p className="field-error" role="alert"><Icon name="alert" /><span>{fault}</span></p>}
    </div>
  )
}
