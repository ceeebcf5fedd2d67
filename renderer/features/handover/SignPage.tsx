import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signedStatement } from '../../../domain/consent/index.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useHandOver } from './context.ts'
import { GuardianName, useGiver } from './GuardianName.tsx'
import { Page } from './Page.tsx'
import { Proof } from './Proof.tsx'
import type { ProofHandle } from './Proof.tsx'
import { usePlain } from './usePlain.ts'

/** The signature below what was written down today. */
export function SignPage() {
  const { t } = useTranslation()
  const api = useApi()
  const { personId, view, next } = useHandOver()
  const proof = useRef<ProofHandle>(null)
  const giver = useGiver()
  const [isProved, setIsProved] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const title = t('handOver.title.sign')
  const plain = usePlain('sign')
  const papers = view.toSign.map((kind) => t(`handOver.paperOf.${kind}`))

  async function settle() {
    if (busy) return
    setBusy(true)
    setFault(null)
    const taken = await proof.current?.take()
    const answer = taken === undefined || !taken.ok
      ? taken
      : taken.value === null ? undefined : await api.call('handOver.sign', { personId, ...giver.value, proof: taken.value })
    setBusy(false)
    if (answer === undefined) setFault(t('signing.nothing'))
    else if (answer.ok) next()
    else setFault(answer.error.message)
  }

  return (
    <Page
      title={title}
      spoken={plain.isShown ? plain.lines : [title, ...signedStatement.lines, ...papers]}
      plain={plain}
      why={!isProved ? t('handOver.why.sign') : !giver.isNamed ? t('handOver.why.guardian') : null}
      next={t('handOver.signedNext')}
      onNext={() => void settle()}
      answer={(
        <>
          <GuardianName giver={giver} />
          <Proof ref={proof} onReady={setIsProved} />
          {fault !== null && <Notice kind="bad" urgent>{fault}</Notice>}
        </>
      )}
    >
      {plain.isShown && <ul className="client-plain">{plain.lines.map((line) => <li key={line}>{line}</li>)}</ul>}
      <ul className="client-plain">{signedStatement.lines.map((line) => <li key={line}>{line}</li>)}</ul>
      <p>{t('handOver.signsWhat')}</p>
      <ul className="client-plain">{papers.map((paper) => <li key={paper}>{paper}</li>)}</ul>
    </Page>
  )
}
