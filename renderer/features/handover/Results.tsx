import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { useBack } from './back.ts'
import { OwnCopy } from './OwnCopy.tsx'

interface ResultsProps {
  readonly personId: string
  readonly view: Output<'handOver.view'>
  readonly onAgain: () => void
}

/** A no is an answer like a yes: neither praised nor blamed. */
const looks = {
  seen: { mark: 'mark ok', icon: 'check' }, given: { mark: 'mark ok', icon: 'check' }, signed: { mark: 'mark ok', icon: 'check' },
  wrong: { mark: 'mark warn', icon: 'warning' }, declined: { mark: 'mark', icon: 'minus' }, paper: { mark: 'mark', icon: 'pencil' },
} as const

/** Back at work: what the client settled, and what they said is wrong. */
export function Results({ personId, view, onAgain }: ResultsProps) {
  const { t, i18n } = useTranslation()
  const [, navigate] = useLocation()
  const back = useBack(({ path }) => path)
  const language = codeLanguage(i18n.language)
  return (
    <div className="page">
      <div className="page-head"><h1 tabIndex={-1}>{t('handOver.results.title', { name: view.name })}</h1></div>
      <div className="page-scroll" data-region tabIndex={-1}>
        <div className="hand-over-set-up">
          <ul className="hand-over-results">
            {view.done.map(({ matter, outcome }) => (
              <li key={matter}>
                <span className={looks[outcome].mark}><Icon name={looks[outcome].icon} /></span>
                <b>{matter === 'file' || matter === 'said' || matter === 'sign' ? t(`handOver.setUp.matter.${matter}`) : codeLabel('consentPurpose', matter, language)}</b>
                <span>{t(`handOver.results.${outcome}`)}</span>
              </li>
            ))}
          </ul>
          <OwnCopy personId={personId} />
          <p className="hand-over-actions">
            <Button kind="primary" size="lg" keys="Ctrl Enter" onPress={() => navigate(back ?? `/person/${personId}`)}>{t('handOver.results.on')}</Button>
            <Button size="lg" onPress={onAgain}>{t('handOver.results.again')}</Button>
          </p>
        </div>
      </div>
    </div>
  )
}
