import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cycleOfYear, planFor } from '../../../../domain/plan/index.ts'
import type { PlanCycle, StatedValues } from '../../../../domain/plan/index.ts'
import { useApi } from '../../../api/ApiContext.tsx'
import type { Output } from '../../../api/client.ts'
import { useSession } from '../../../api/SessionContext.tsx'
import { useQuery } from '../../../api/useQuery.ts'
import { Button } from '../../../components/Button.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Progress } from '../../../components/Progress.tsx'
import { codeLanguage } from '../../../i18n/index.ts'
import { offerUndo } from '../../../state/view.ts'
import { useTaskProgress } from '../../import/useTaskProgress.ts'
import { useWayWords } from './useWayWords.ts'
import { WaysForm } from './WaysForm.tsx'
import { WaysHistory } from './WaysHistory.tsx'
import { differingFields } from './waysFields.ts'
import './CountyWays.css'

/** 本县的做法: what this county sets differently from the plan, by whom and since when. */
export function CountyWays() {
  const { t, i18n } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const year = state.cycleYear
  const { value, error, reload } = useQuery('countyValues.get', { cycleYear: year })
  const recount = useTaskProgress('rebuild')
  const [editing, setEditing] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  // What was pressed has gone with the form or with its opening: the focus goes to the title, where both are told.
  const wasShown = useRef({ editing, saved })
  useEffect(() => {
    if (wasShown.current.editing !== editing || wasShown.current.saved !== saved) title.current?.focus()
    wasShown.current = { editing, saved }
  }, [editing, saved])
  const isOffice = state.current?.role === 'office'
  const plan = cycleOfYear(year)
  const stated = (value?.stated ?? []) as unknown as StatedValues[]
  const cycle = cycleOfYear(year, { values: stated })
  const whole = planFor(year)
  const behind = value?.behind ?? 0
  const isRecounting = recount !== null ? recount.total !== null && recount.done < recount.total : behind > 0

  function took(answer: Output<'countyValues.save'>) {
    setEditing(false)
    setSaved(new Date(answer.savedAt).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit', hour12: false }))
    setProblem(null)
    reload()
    offerUndo(t('countyWays.title'), answer.actionId)
  }

  async function restore(version: Output<'countyValues.get'>['versions'][number]) {
    const answer = await api.call('countyValues.save', { cycleYear: year, body: version.body ?? {}, replaces: value?.head ?? null })
    if (answer.ok) took(answer.value)
    else setProblem(answer.error.message)
  }

  return (
    <section aria-labelledby="county-ways">
      <h2 id="county-ways" ref={title} tabIndex={-1}>{t('countyWays.title')}</h2>
      <p className="soft">{t('countyWays.intro')}</p>
      {error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>}
      {problem !== null && <Notice kind="bad" urgent>{problem}</Notice>}
      {saved !== null && !editing && <div role="status"><Notice kind="ok">{t('countyWays.saved', { time: saved })}</Notice></div>}
      {isRecounting && <Progress label={t('countyWays.recounting')} done={recount?.done ?? 0} total={recount?.total ?? behind} unit={t('countyWays.unit.people')} />}
      {value !== null && !editing && (
        <>
          <dl className="ways-pairs">
            <div>
              <dt>{t('countyWays.plan')}</dt>
              <dd>{whole[codeLanguage(i18n.language)]}{!whole.confirmed && <span className="soft"> {t('countyWays.unconfirmed')}</span>}</dd>
            </div>
            <div><dt>{t('countyWays.ageRule')}</dt><dd>{t(cycle.ageRule === 'LEGAL_2025' ? 'countyWays.legal' : 'countyWays.cdpf')}</dd></div>
            <div><dt>{t('countyWays.review')}</dt><dd>{t(cycle.completionNeedsReview ? 'countyWays.reviewYes' : 'countyWays.reviewNo')}</dd></div>
          </dl>
          <OwnValues cycle={cycle} plan={plan} />
          {isOffice
            ? <div><Button onPress={() => setEditing(true)}>{t('countyWays.change')}</Button></div>
            : <p className="soft small">{t('countyWays.readOnly')}</p>}
          <WaysHistory
            versions={value.versions} year={year} plan={plan} onRestore={isOffice ? (version) => void restore(version) : undefined}
            inForce={stated.find(({ body }) => body.cycleYear === year)?.changeId ?? null}
          />
        </>
      )}
      {value !== null && editing && <WaysForm cycle={cycle} plan={plan} head={value.head} onSaved={took} onCancel={() => setEditing(false)} />}
    </section>
  )
}

/** Only what this county has set itself; the plan is the same everywhere. */
function OwnValues({ cycle, plan }: { readonly cycle: PlanCycle; readonly plan: PlanCycle }) {
  const { t } = useTranslation()
  const words = useWayWords()
  const own = differingFields(plan, cycle)
  if (own.length === 0) return <p>{t('countyWays.asPlan')}</p>
  return (
    <dl className="ways-pairs">
      {own.map((field) => (
        <div key={field.path}>
          <dt>{words.label(field)}</dt>
          <dd>{words.value(cycle, field)} <span className="soft">{t('countyWays.planSays', { value: words.value(plan, field) })}</span></dd>
        </div>
      ))}
    </dl>
  )
}
