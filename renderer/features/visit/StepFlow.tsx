import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { nextOpen, progressOf, questionAt } from '../../../domain/visit/flow.ts'
import type { StepNumber } from '../../api/client.ts'
import { useKeys } from '../../app/useKeys.ts'
import { Button } from '../../components/Button.tsx'
import { offerUndo } from '../../state/view.ts'
import { nextStepOf } from '../records/nextStep.ts'
import { rememberPaper } from '../records/paperMemory.ts'
import { SaveLine } from '../records/SaveLine.tsx'
import { FinishPane } from './FinishPane.tsx'
import { finish, sectionMark } from './questions.ts'
import { SectionPane } from './SectionPane.tsx'
import { SideNav } from './SideNav.tsx'
import { StoppedPane } from './StoppedPane.tsx'
import { useQuestionWords } from './useQuestionWords.ts'
import { useStopKey } from './useStopKey.ts'
import { useVisit } from './useVisit.ts'
import type { VisitInput } from './useVisit.ts'

interface StepFlowProps extends Omit<VisitInput, 'root' | 'today'> {
  readonly step: StepNumber
  readonly isStopped: boolean
  readonly onStop: (isStopped: boolean) => void
  /** After a record was completed: the step that comes next; null when none does. */
  readonly onDone: (next: StepNumber | null) => void
  readonly onLeave: () => void
}

/** One step of a visit, question after question. It saves itself as the same draft that the form of the step has. */
export function StepFlow({ step, isStopped, onStop, onDone, onLeave, ...input }: StepFlowProps) {
  const { t } = useTranslation()
  const { state } = useSession()
  const root = useRef<HTMLDivElement>(null)
  const visit = useVisit({ ...input, root, today: state.today })
  const { form, file, body } = input
  const words = useQuestionWords(file.documents)
  const [busy, setBusy] = useState(false)
  const section = visit.sections.find(({ key, questions }) => visit.current === `${sectionMark}${key}` || questions.some(({ path }) => path === visit.current)) ?? null
  const current = visit.asked.find(({ path }) => path === visit.current)
  const { answered, total } = progressOf(visit.asked)
  const next = nextOpen(visit.asked, visit.current)
  const nextSection = next === null ? null : (visit.sections.find(({ questions }) => questions.includes(next)) ?? null)
  const then = nextStepOf(file, step, body)

  /** On to the next open question; when none is left a look at it all, then handing in. */
  function goOn() {
    if (visit.current === finish) void submit()
    else if (current !== undefined) visit.moveOn(current)
    else visit.goTo(next?.path ?? finish)
  }
  async function submit() {
    const open = visit.asked.find(({ needed, isAnswered }) => needed && !isAnswered)
    if (open !== undefined) return visit.goTo(open.path)
    if (busy) return
    setBusy(true)
    const saved = await form.submit()
    setBusy(false)
    if (saved === null) return
    rememberPaper('signature', body.signature)
    offerUndo(t('records.completed', { step: t(`common.step.s${step}`) }), saved.actionId)
    onDone(then)
  }

  const allQuestions = visit.sections.flatMap(({ questions }) => questions)
  const isExtra = (path: string) => visit.sections.some(({ extra, known }) => [...extra, ...known].some((field) => path === field.path || path.startsWith(`${field.path}.`)))

  // A record that was turned back goes to the question at fault, and every fault stands at its own.
  const goToFault = useEffectEvent(() => {
    const fault = form.problems.map(({ path }) => ({ path, question: questionAt(allQuestions, path) })).find(({ question }) => question !== null)
    if (fault?.question != null) visit.goTo(fault.question.path, fault.path)
    else if (form.problems[0] !== undefined && isExtra(form.problems[0].path)) visit.edit(form.problems[0].path.split('.')[0] ?? '')
  })
  useEffect(() => {
    if (form.tries > 0) goToFault()
  }, [form.tries])
  const unplaced = form.tries > 0 ? form.problems.filter(({ path }) => questionAt(allQuestions, path) === null && !isExtra(path)).map(({ message }) => message) : []

  async function stop() {
    await form.flush()
    onStop(true)
  }
  useStopKey(() => void (isStopped ? onLeave() : stop()))
  useKeys({
    'ctrl+s': () => void form.flush(),
    'ctrl+=': isStopped ? undefined : visit.takeRest,
    'ctrl+e': isStopped ? undefined : () => visit.goTo(next?.path ?? finish),
  })

  if (isStopped) {
    return <StoppedPane step={step} where={current === undefined ? (section === null ? t('visit.finish.title') : words.section(section)) : words.label(current)} answered={answered} total={total} onGoOn={() => {
      onStop(false)
      visit.goTo(visit.current)
    }} onLeave={onLeave} />
  }
  return (
    <div className="visit-columns" ref={root}>
      <SideNav visit={visit} section={section} />
      <div className="visit-scroll" data-region tabIndex={-1}>
        {section === null ? <FinishPane visit={visit} unplaced={unplaced} /> : <SectionPane key={section.key} section={section} visit={visit} />}
      </div>
      <div className="visit-foot">
        <SaveLine save={form.save} />
        <span className="visit-progress">{t('visit.progress', { answered, total })}</span>
        <span className="keys-line" aria-hidden="true">
          <span><b>{t('visit.keys.digits')}</b> {t('visit.keys.answer')}</span> <span><b>=</b> {t('visit.keys.last')}</span> <span><b>Enter</b> {t('visit.keys.next')}</span> <span><b>Esc</b> {t('visit.keys.stop')}</span>
        </span>
        <span className="foot-buttons">
          <Button kind="primary" size="lg" keys="Ctrl Enter" onPress={goOn}>{primaryWords()}</Button>
        </span>
      </div>
    </div>
  )

  function primaryWords(): string {
    if (visit.current === finish) return then === null ? t('records.submitLast') : t('records.submit', { count: then })
    if (next === null || nextSection === null) return t('visit.toFinish')
    return nextSection === section ? t('visit.nextQuestion') : t('visit.nextSection', { section: words.section(nextSection) })
  }
}
