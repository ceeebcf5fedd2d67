import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { codeLabel } from '../../../domain/codes/index.ts'
import { consentPurposes } from '../../../domain/consent/index.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import type { Input, Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckboxGroup } from '../../components/Choices.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { useBack } from './back.ts'
import { Results } from './Results.tsx'
import { useVoice } from './useVoice.ts'
import './handover.css'

type View = Output<'handOver.view'>
type Matter = Input<'handOver.begin'>['matters'][number]

/** For the counsellor: what the client is to be shown and asked. Afterwards: what came of it. */
export function HandOverSetUp({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const { value: view, error, reload } = useQuery('handOver.view', { personId, cycleYear: state.cycleYear })
  const [isAgain, setIsAgain] = useState(false)
  if (error !== null && view === null) {
    return (
      <div className="page">
        <div className="page-head"><h1 tabIndex={-1}>{t('handOver.open')}</h1></div>
        <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>
      </div>
    )
  }
  if (view === null) return <div className="page"><Waiting words={t('person.reading')} /></div>
  return view.done.length > 0 && !isAgain
    ? <Results personId={personId} view={view} onAgain={() => setIsAgain(true)} />
    : <Choose personId={personId} view={view} cycleYear={state.cycleYear} />
}

function Choose({ personId, view, cycleYear }: { readonly personId: string; readonly view: View; readonly cycleYear: string }) {
  const { t, i18n } = useTranslation()
  const api = useApi()
  const { setState } = useSession()
  const [, navigate] = useLocation()
  const back = useBack(({ path }) => path)
  const { canRead } = useVoice()
  const [chosen, setChosen] = useState<Matter[]>(() => wanted(view))
  const [place, setPlace] = useState(t('handOver.setUp.placeDefault'))
  const [fault, setFault] = useState<string | null>(null)
  const language = codeLanguage(i18n.language)
  const offered = offer(view)

  async function begin() {
    if (chosen.length === 0) {
      setFault(t('handOver.setUp.chooseOne'))
      return
    }
    // In the order in which they are shown, whatever the order of ticking.
    const matters = offered.filter((matter) => chosen.includes(matter))
    const answer = await api.call('handOver.begin', { personId, cycleYear, matters, paperLocation: place.trim() === '' ? t('handOver.setUp.placeDefault') : place.trim() })
    if (answer.ok) setState(answer.value)
    else setFault(answer.error.message)
  }

  function nameOf(matter: Matter): string {
    if (matter === 'file' || matter === 'said' || matter === 'sign') return t(`handOver.setUp.matter.${matter}`)
    return codeLabel('consentPurpose', matter, language)
  }
  function noteOf(matter: Matter): string | undefined {
    const consent = view.consents.find(({ purpose }) => purpose === matter)
    return consent === undefined ? undefined : t(`handOver.setUp.state.${consent.state}`, { on: consent.on ?? '' })
  }

  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('handOver.setUp.title', { name: view.name })}</h1>
      </div>
      <div className="page-scroll" data-region tabIndex={-1}>
        <div className="hand-over-set-up">
          <p>{t('handOver.setUp.explain')}</p>
          {fault !== null && <Notice kind="bad" urgent>{fault}</Notice>}
          <CheckboxGroup
            className="vertical-choices"
            label={t('handOver.setUp.what')}
            value={chosen}
            onChange={(next) => {
              setChosen(next)
              setFault(null)
            }}
            options={offered.map((matter) => ({ value: matter, label: nameOf(matter), ...(noteOf(matter) === undefined ? {} : { note: noteOf(matter) as string }) }))}
          />
          {view.toSign.length === 0 && <p className="soft">{t('handOver.setUp.nothingToSign')}</p>}
          <TextField label={t('handOver.setUp.place')} hint={t('handOver.setUp.placeHint')} value={place} maxLength={80} onChange={setPlace} />
          {!canRead && <p className="soft">{t('handOver.voice.none')}</p>}
          <p className="hand-over-actions">
            <Button kind="primary" size="lg" icon="people" keys="Ctrl Enter" onPress={() => void begin()}>{t('handOver.setUp.go')}</Button>
            <Button size="lg" onPress={() => navigate(back ?? `/person/${personId}`)}>{t('handOver.setUp.back')}</Button>
          </p>
        </div>
      </div>
    </div>
  )
}

/** Everything that could be shown, in the order of a talk: first what is known, then the decisions, at last what was written and the name below it. */
function offer(view: View): Matter[] {
  return ['file', ...consentPurposes, ...(view.check === null && view.demand === null ? [] : ['said' as const]), ...(view.toSign.length === 0 ? [] : ['sign' as const])]
}

/** What is usually due. Photographs, the job platform and the bank are asked for only when there is cause. */
function wanted(view: View): Matter[] {
  const isOpen = (purpose: Matter) => view.consents.some((consent) => consent.purpose === purpose && consent.state !== 'given')
  return offer(view).filter((matter) => (matter === 'ASSESSMENT' || matter === 'SHARE_EMPLOYER' ? isOpen(matter) : matter === 'file' || matter === 'said' || matter === 'sign'))
}
