import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { normaliseName } from '../../../domain/identity/name.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import type { Role } from '../../api/client.ts'
import { StateMarkWord } from '../../components/StateMarkWord.tsx'
import { Stepper } from '../../components/Stepper.tsx'
import { CountyStep } from './CountyStep.tsx'
import { PasswordStep } from './PasswordStep.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { RecoveryStep } from './RecoveryStep.tsx'
import './FirstRun.css'

export interface PlaceAnswers {
  readonly county: { readonly code: string; readonly name: string } | null
  readonly name: string
  readonly role: Role | null
}

const steps = ['place', 'password', 'recovery', 'county'] as const

/** County and name, password, recovery code, connection. The store is made after the second step; from there is no way back. */
export function FirstRun({ onBegin, onDone }: { readonly onBegin: () => void; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const { setState } = useSession()
  const [step, setStep] = useState(1)
  const [place, setPlace] = useState<PlaceAnswers>({ county: null, name: '', role: null })
  const [recoveryCode, setRecoveryCode] = useState('')
  const page = useRef<HTMLElement>(null)

  useEffect(() => {
    page.current?.querySelector<HTMLElement>('h1')?.focus()
  }, [step])

  async function create(password: string): Promise<string | null> {
    if (place.county === null || place.role === null) return null
    onBegin()
    const answer = await api.call('session.setUp', {
      countyCode: place.county.code, countyName: place.county.name, userName: place.name, role: place.role, password,
    })
    if (!answer.ok) return answer.error.message
    setRecoveryCode(answer.value.recoveryCode)
    setStep(3)
    return null
  }

  async function finish() {
    const answer = await api.call('session.state', {})
    if (answer.ok) setState(answer.value)
    onDone()
  }

  const by = [
    step > 1 ? `${place.county?.name ?? ''}　${place.name}` : t('firstRun.by.place'),
    step > 2 ? t('firstRun.by.passwordSet') : t('firstRun.by.password'),
    t('firstRun.by.recovery'),
    t('firstRun.by.county'),
  ]
  return (
    <div className="first-run">
      <p className="brand"><b>{t('common.appName')}</b><span>{t('firstRun.title')}</span></p>
      <Stepper
        label={t('firstRun.steps')}
        current={step}
        items={steps.map((name, index) => {
          const look = index + 1 < step ? 'done' : index + 1 === step ? 'now' : 'open'
          return { number: index + 1, title: t(`firstRun.step.${name}`), look, by: by[index], state: <StateMarkWord look={look} /> } as const
        })}
      />
      <main className="first-run-body" id="main" tabIndex={-1} ref={page}>
        {step === 1 && <PlaceStep answers={place} onChange={setPlace} onNext={() => {
          setPlace({ ...place, name: normaliseName(place.name) })
          setStep(2)
        }} />}
        {step === 2 && <PasswordStep onBack={() => setStep(1)} onNext={create} />}
        {step === 3 && <RecoveryStep code={recoveryCode} place={place} onNext={() => setStep(4)} />}
        {step === 4 && <CountyStep onDone={() => void finish()} />}
      </main>
    </div>
  )
}
