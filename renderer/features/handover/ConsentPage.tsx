import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noticeOf, noticeRows } from '../../../domain/consent/index.ts'
import type { ConsentPurpose } from '../../../domain/consent/index.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useHandOver } from './context.ts'
import { GuardianName, useGiver } from './GuardianName.tsx'
import { Page } from './Page.tsx'
import { Proof } from './Proof.tsx'
import type { ProofHandle } from './Proof.tsx'
import { TwoWays } from './TwoWays.tsx'

type Decision = 'GIVEN' | 'DECLINED'

/** One purpose of consent: what for, who sees what, what happens with a no; then the decision, which a yes is signed for. */
export function ConsentPage({ purpose }: { readonly purpose: ConsentPurpose }) {
  const { t } = useTranslation()
  const api = useApi()
  const { personId, view, next } = useHandOver()
  const notice = noticeOf(purpose)
  const proof = useRef<ProofHandle>(null)
  const giver = useGiver()
  const [decision, setDecision] = useState<Decision | null>(null)
  const [isProved, setIsProved] = useState(false)
  const [isPlain, setIsPlain] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const rows = noticeRows.map((row) => ({ label: t(`handOver.notice.${row}`), words: notice.rows[row].replace('{who}', view.counsellor) }))

  const why = decision === null || (decision === 'GIVEN' && !isProved)
    ? t(decision === null ? 'handOver.why.choose' : 'handOver.why.sign')
    : decision === 'GIVEN' && !giver.isNamed ? t('handOver.why.guardian') : null

  async function settle() {
    if (decision === null || busy) return
    setBusy(true)
    setFault(null)
    const taken = decision === 'GIVEN' ? await proof.current?.take() : undefined
    const answer = taken?.ok === false
      ? taken
      : await api.call('handOver.decide', { personId, purpose, decision, textVersion: notice.version, ...giver.value, proof: taken?.value ?? null })
    setBusy(false)
    if (answer.ok) next()
    else setFault(answer.error.message)
  }

  return (
    <Page
      title={notice.question}
      spoken={isPlain ? notice.plain : [notice.question, ...rows.map(({ label, words }) => `${label}：${words}`)]}
      plain={{ isShown: isPlain, onToggle: () => setIsPlain(!isPlain) }}
      why={why}
      next={t('handOver.settled')}
      onNext={() => void settle()}
      answer={(
        <>
          <TwoWays
            label={t('handOver.decide')}
            value={decision}
            onChange={setDecision}
            options={[{ value: 'GIVEN', label: t('handOver.yes') }, { value: 'DECLINED', label: t('handOver.no') }]}
          />
          {decision !== 'DECLINED' && (
            <>
              <GuardianName giver={giver} />
              <Proof ref={proof} onReady={setIsProved} />
            </>
          )}
          {decision === 'DECLINED' && <p className="client-fine">{t('handOver.noIsFine')}</p>}
          {fault !== null && <Notice kind="bad" urgent>{fault}</Notice>}
        </>
      )}
    >
      {isPlain
        ? <ul className="client-plain" aria-live="polite">{notice.plain.map((line) => <li key={line}>{line}</li>)}</ul>
        : <dl className="client-lines">{rows.map(({ label, words }) => <div key={label}><dt>{label}</dt><dd>{words}</dd></div>)}</dl>}
    </Page>
  )
}
