import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { PlaceAnswers } from './FirstRun.tsx'
import { StepFrame } from './StepFrame.tsx'
import { useSubmitKey } from './useSubmitKey.ts'

interface RecoveryStepProps {
  readonly code: string
  readonly place: PlaceAnswers
  readonly onNext: () => void
}

const askedGroup = 3
const groupLength = 4

/** The code is on the screen once; typing its third group from the paper proves that there is a paper. While typing, the code is covered. */
export function RecoveryStep({ code, place, onNext }: RecoveryStepProps) {
  const { t } = useTranslation()
  const groups = code.split(/[\s-]+/).filter((group) => group !== '')
  const [typed, setTyped] = useState('')
  const [covered, setCovered] = useState(false)
  const [tried, setTried] = useState(false)
  const right = plain(typed) === plain(groups[askedGroup - 1] ?? '')

  function next() {
    setTried(true)
    if (right) onNext()
  }
  useSubmitKey(next)
  return (
    <StepFrame
      heading={t('firstRun.recovery.heading')} lead={t('firstRun.recovery.lead')} next={t('firstRun.next.county')}
      onNext={next} off={!right}
      beside={right ? undefined : <span className="small">{t('firstRun.recovery.gate')}</span>}
    >
      <div>
        <ol className="recovery-code">
          {groups.map((group, index) => (
            <li key={index}>
              <span className="tiny faint">{t('firstRun.recovery.group', { n: index + 1 })}</span>
              {covered
                ? <b><span aria-hidden="true">••••</span><span className="hidden-text">{t('firstRun.recovery.covered')}</span></b>
                : <b>{group}</b>}
            </li>
          ))}
        </ol>
        <div className="recovery-print">
          <Button icon="print" data-print onPress={() => window.print()}>{t('firstRun.recovery.print')}</Button>
          <span className="small soft">{t('firstRun.recovery.noPrinter')}</span>
        </div>
      </div>
      <dl className="recovery-keep">
        <div><dt>{t('firstRun.recovery.where')}</dt><dd>{t('firstRun.recovery.whereText')}</dd></div>
        <div><dt>{t('firstRun.recovery.lost')}</dt><dd>{t('firstRun.recovery.lostText')}</dd></div>
        <div><dt>{t('firstRun.recovery.both')}</dt><dd>{t('firstRun.recovery.bothText')}</dd></div>
      </dl>
      <TextField
        required
        className="code-field recovery-check"
        label={t('firstRun.recovery.type')}
        hint={t('firstRun.recovery.typeHint')}
        value={typed}
        maxLength={12}
        onChange={(value) => {
          setTyped(value)
          setTried(false)
        }}
        onEnter={next}
        onFocus={() => setCovered(true)}
        onBlur={() => {
          setCovered(false)
          setTried(typed !== '')
        }}
        error={!right && (tried || plain(typed).length >= groupLength) ? t('firstRun.recovery.wrong') : null}
      />
      <section className="recovery-paper" aria-hidden="true">
        <h2>{t('firstRun.recovery.printTitle')}</h2>
        <p>{t('firstRun.recovery.printFor', { county: place.county?.name ?? '', name: place.name })}</p>
        <p className="recovery-paper-code">{groups.join('  ')}</p>
        <p>{t('firstRun.recovery.whereText')}</p>
      </section>
    </StepFrame>
  )
}

/** Capitals and look-alike widths do not matter. */
function plain(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
}
