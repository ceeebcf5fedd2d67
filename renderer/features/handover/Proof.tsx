import { useImperativeHandle, useRef, useState } from 'react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import type { ApiProblem, Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { SignaturePad } from '../../components/SignaturePad.tsx'
import type { SignatureHandle } from '../../components/SignaturePad.tsx'
import { useHandOver } from './context.ts'

export type ProofValue = Output<'attachments.put'> | 'paper'
export interface ProofHandle {
  /** Stores what was drawn. null: neither drawn nor on paper. */
  readonly take: () => Promise<{ readonly ok: true; readonly value: ProofValue | null } | { readonly ok: false; readonly error: ApiProblem }>
}

interface ProofProps {
  readonly ref: Ref<ProofHandle>
  readonly onReady: (isReady: boolean) => void
}

/** The name drawn with the finger; or on paper, where a thumbprint will do as well. */
export function Proof({ ref, onReady }: ProofProps) {
  const { t } = useTranslation()
  const api = useApi()
  const { personId } = useHandOver()
  const pad = useRef<SignatureHandle>(null)
  const root = useRef<HTMLElement>(null)
  const [onPaper, setOnPaper] = useState(false)
  const [isDrawn, setIsDrawn] = useState(false)

  useImperativeHandle(ref, () => ({
    async take() {
      if (onPaper) return { ok: true, value: 'paper' }
      const data = pad.current?.read() ?? null
      return data === null ? { ok: true, value: null } : api.call('attachments.put', { personId, data })
    },
  }), [api, personId, onPaper])

  function choose(paper: boolean) {
    setOnPaper(paper)
    setIsDrawn(false)
    onReady(paper)
    setTimeout(() => root.current?.querySelector<HTMLElement>('button')?.focus())
  }

  return (
    <section className="client-sign" aria-labelledby="sign-here" ref={root}>
      <div className="client-sign-head">
        <h2 id="sign-here">{t('handOver.sign.title')}</h2>
        {!onPaper && <Button className="large" icon="returned" isDisabled={!isDrawn} onPress={() => pad.current?.clear()}>{t('signing.again')}</Button>}
      </div>
      {onPaper
        ? <p className="client-paper"><Icon name="pencil" /> {t('handOver.sign.paperNow')}</p>
        : <SignaturePad ref={pad} large label={t('signing.title')} onDrawn={(drawn) => {
          setIsDrawn(drawn)
          onReady(drawn)
        }} />}
      <Button className="xl" icon="pencil" onPress={() => choose(!onPaper)}>{t(onPaper ? 'handOver.sign.onScreen' : 'handOver.sign.onPaper')}</Button>
    </section>
  )
}
