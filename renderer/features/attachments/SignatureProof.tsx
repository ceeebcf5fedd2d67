import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signedStatement } from '../../../domain/consent/index.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { SignaturePad } from '../../components/SignaturePad.tsx'
import type { SignatureHandle } from '../../components/SignaturePad.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Picture } from './Picture.tsx'
import './attachments.css'

interface SignatureProofProps {
  readonly personId: string
  readonly needed: boolean
  /** The whole signature of the record: `{date, givenBy, textVersion, image | paperLocation}`. */
  readonly signature: unknown
  readonly today: string
  readonly error: string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

type Loose = Readonly<Record<string, unknown>>

/** How a signature is shown: drawn here, or by the place where the paper lies. */
export function SignatureProof({ personId, needed, signature, today, error, onSet, onLeave }: SignatureProofProps) {
  const { t } = useTranslation()
  const api = useApi()
  const errorId = useId()
  const root = useRef<HTMLDivElement>(null)
  const pad = useRef<SignatureHandle>(null)
  const [isSigning, setIsSigning] = useState(false)
  const [isDrawn, setIsDrawn] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const given: Loose = typeof signature === 'object' && signature !== null ? (signature as Loose) : {}
  const hash = hashOf(given.image)

  const goTo = (selector: string) => setTimeout(() => root.current?.querySelector<HTMLElement>(selector)?.focus())
  function begin() {
    setFault(null)
    setIsDrawn(false)
    setIsSigning(true)
    goTo('.signing-buttons button')
  }
  function onPaper() {
    setIsSigning(false)
    setFault(null)
    if (hash !== null) {
      const { image: _image, textVersion: _version, ...rest } = given
      onSet('signature', rest)
    }
    goTo('input')
  }
  async function keep() {
    const data = pad.current?.read() ?? null
    if (data === null) {
      setFault(t('signing.nothing'))
      return
    }
    const answer = await api.call('attachments.put', { personId, data })
    if (!answer.ok) {
      setFault(answer.error.message)
      return
    }
    const { paperLocation: _place, ...rest } = given
    onSet('signature', { ...rest, date: textOr(rest.date, today), givenBy: textOr(rest.givenBy, 'SELF'), textVersion: signedStatement.version, image: answer.value })
    onLeave('signature.paperLocation')
    setIsSigning(false)
    goTo('button')
  }

  if (isSigning) {
    return (
      <div ref={root} className="proof" data-path="signature.paperLocation" role="group" aria-label={t('signing.title')}>
        <p>{t('signing.says')}</p>
        <ul className="proof-said">{signedStatement.lines.map((line) => <li key={line}>{line}</li>)}</ul>
        <SignaturePad ref={pad} label={t('signing.title')} onDrawn={(drawn) => {
          setIsDrawn(drawn)
          setFault(null)
        }} />
        <p className="proof-line signing-buttons">
          <Button onPress={() => void keep()}>{t('signing.keep')}</Button>
          <Button icon="returned" isDisabled={!isDrawn} onPress={() => pad.current?.clear()}>{t('signing.again')}</Button>
          <Button kind="quiet" icon="pencil" onPress={onPaper}>{t('signing.onPaper')}</Button>
        </p>
        {fault !== null && <p className="field-error" role="alert"><Icon name="alert" /><span>{fault}</span></p>}
      </div>
    )
  }
  if (hash !== null) {
    return (
      <div ref={root} className="proof" data-path="signature.paperLocation" role="group" aria-label={t('signing.title')} aria-describedby={error === null ? undefined : errorId}>
        <span className="field-label">{t('signing.signed')}</span>
        <div className="proof-line">
          <Picture personId={personId} hash={hash} name={t('signing.title')} />
          <Button size="sm" icon="returned" onPress={begin}>{t('signing.again')}</Button>
          <Button size="sm" kind="quiet" onPress={onPaper}>{t('signing.onPaper')}</Button>
        </div>
        {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
      </div>
    )
  }
  return (
    <div ref={root} className="proof-line">
      <TextField
        label={t('records.field.paperLocation')} path="signature.paperLocation" value={textOr(given.paperLocation, '')} required={needed} error={error} maxLength={80}
        onChange={(value) => onSet('signature.paperLocation', value)} onBlur={() => onLeave('signature.paperLocation')}
      />
      <Button icon="pencil" onPress={begin}>{t('signing.onScreen')}</Button>
    </div>
  )
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}

export function hashOf(image: unknown): string | null {
  const hash = typeof image === 'object' && image !== null ? (image as Loose).hash : undefined
  return typeof hash === 'string' ? hash : null
}
