import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { useHandOver } from './context.ts'

interface PageProps {
  readonly title: string
  /** What is shown. */
  readonly children: ReactNode
  /** What is asked, beside it or below. */
  readonly answer?: ReactNode
  /** Read aloud: the same words that are shown. */
  readonly spoken: readonly string[]
  /** The same, said more plainly; null where it is plain already. */
  readonly plain?: { readonly isShown: boolean; readonly onToggle: () => void } | null
  /** Why the way on is closed still; null: it is open. */
  readonly why: string | null
  readonly next: string
  readonly onNext: () => void
}

/** One matter on the screen of the client: the matter at the left, the decision at the right, the ways on below. */
export function Page({ title, children, answer, spoken, plain = null, why, next, onNext }: PageProps) {
  const { t } = useTranslation()
  const { name, voice, place, total, back, skip, giveBack } = useHandOver()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    head.current?.focus()
  }, [])
  return (
    <div className="client">
      <header className="client-top">
        <p>{t('handOver.yours', { name })} <span className="soft">{t('handOver.place', { n: place, total })}</span></p>
        <Button className="large" icon="lock" onPress={giveBack}>{t('handOver.giveBack')}</Button>
      </header>
      <main className="client-main" id="main" tabIndex={-1}>
        <div className={answer === undefined ? 'client-columns one' : 'client-columns'}>
          <article aria-labelledby="matter" lang="zh-CN">
            <h1 id="matter" tabIndex={-1} ref={head}>{title}</h1>
            {children}
            <p className="client-help">
              {voice.canRead && <Button className="xl" icon="speak" onPress={() => (voice.isReading ? voice.stop() : voice.read(spoken))}>{t(voice.isReading ? 'handOver.stop' : 'handOver.read')}</Button>}
              {plain !== null && <Button className="xl" icon="ask" aria-expanded={plain.isShown} onPress={plain.onToggle}>{t(plain.isShown ? 'handOver.original' : 'handOver.unclear')}</Button>}
            </p>
          </article>
          {answer !== undefined && <div className="client-answer">{answer}</div>}
        </div>
      </main>
      <footer className="client-foot">
        {back !== null && <Button className="xl" icon="left" onPress={back}>{t('handOver.previous')}</Button>}
        {skip !== null && <Button className="xl" onPress={skip}>{t('handOver.notToday')}</Button>}
        <span className="client-on">
          {why !== null && <span className="client-why" id="client-why">{why}</span>}
          <Button className="xl" kind="primary" isDisabled={why !== null} aria-describedby={why === null ? undefined : 'client-why'} onPress={onNext}>{next}</Button>
        </span>
      </footer>
    </div>
  )
}
