import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useHandOver } from './context.ts'
import { Page } from './Page.tsx'
import { usePlain } from './usePlain.ts'
import { TwoWays } from './TwoWays.tsx'
import type { Line } from './useMatterLines.ts'

/** What is written down of the person, to be read over: right, or not. What is wrong they tell the counsellor, who puts it right. */
export function LinesPage({ matter, lines }: { readonly matter: 'file' | 'said'; readonly lines: readonly Line[] }) {
  const { t } = useTranslation()
  const api = useApi()
  const { personId, next } = useHandOver()
  const [answer, setAnswer] = useState<'right' | 'wrong' | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const title = t(`handOver.title.${matter}`)
  const plain = usePlain(matter)

  async function settle() {
    if (answer === null || busy) return
    setBusy(true)
    const told = await api.call('handOver.remark', { personId, matter, isRight: answer === 'right' })
    setBusy(false)
    if (told.ok) next()
    else setFault(told.error.message)
  }

  return (
    <Page
      title={title}
      spoken={plain.isShown ? plain.lines : [title, ...lines.map(({ label, words }) => `${label}：${words}`)]}
      plain={plain}
      why={answer === null ? t('handOver.why.right') : null}
      next={t('handOver.read_')}
      onNext={() => void settle()}
      answer={(
        <>
          <TwoWays
            label={t('handOver.isRight')}
            value={answer}
            onChange={setAnswer}
            options={[{ value: 'right', label: t('handOver.right') }, { value: 'wrong', label: t('handOver.wrong') }]}
          />
          {answer === 'wrong' && <p className="client-fine">{t('handOver.tellThem')}</p>}
          {fault !== null && <Notice kind="bad" urgent>{fault}</Notice>}
        </>
      )}
    >
      {plain.isShown && <ul className="client-plain">{plain.lines.map((line) => <li key={line}>{line}</li>)}</ul>}
      {lines.length === 0
        ? <p>{t('handOver.noLines')}</p>
        : <dl className="client-lines">{lines.map(({ label, words }) => <div key={label}><dt>{label}</dt><dd>{words}</dd></div>)}</dl>}
    </Page>
  )
}
