import { useTranslation } from 'react-i18next'
import { useHandOver } from './context.ts'
import { Page } from './Page.tsx'

/** Nothing is left to decide: the screen goes back. */
export function EndPage() {
  const { t } = useTranslation()
  const { view, giveBack } = useHandOver()
  const lines = [t('handOver.end.thanks'), t('handOver.end.copy', { who: view.counsellor }), t('handOver.end.back', { who: view.counsellor })]
  return (
    <Page title={t('handOver.end.title')} spoken={[t('handOver.end.title'), ...lines]} why={null} next={t('handOver.giveBack')} onNext={giveBack}>
      <ul className="client-plain">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </Page>
  )
}
