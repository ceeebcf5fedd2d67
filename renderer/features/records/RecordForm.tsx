import { useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { JsonObject, PersonFile, StepNumber } from '../../api/client.ts'
import { useCycle } from '../../api/useCycle.ts'
import { useKeys } from '../../app/useKeys.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { offerUndo } from '../../state/view.ts'
import { changeFaults } from './changeFaults.ts'
import { controlsOf, handedIn, isBlankAt, placed, shownGroups } from './controls.ts'
import { factsOf } from './fileFacts.ts'
import { FormFoot } from './FormFoot.tsx'
import { FormNotices } from './FormNotices.tsx'
import { formOf } from './forms/index.ts'
import { goToNext, goToPath } from './goToPath.ts'
import { MissingLine } from './MissingLine.tsx'
import { nextStepOf } from './nextStep.ts'
import { rememberPaper, signatureFilled } from './paperMemory.ts'
import { ShownField } from './ShownField.tsx'
import { useOpened } from './useOpened.ts'
import { useSteady } from './useSteady.ts'
import { useRecordForm } from './useRecordForm.ts'
import type { Correction } from './useRecordForm.ts'

interface RecordFormProps {
  readonly file: PersonFile
  readonly step: StepNumber
  readonly correction: Correction | null
  /** After completion: the document, and the next step to open or null. */
  readonly onDone: (documentId: string, next: StepNumber | null) => void
  /** The file changed beside the record: a consent was recorded. */
  readonly onFileChanged: () => void
  /** Back to reading; the draft is kept unless it was thrown away. */
  readonly onCancel: () => void
}

/** Filled in bit by bit: unfinished is not wrong. */
const longLists: ReadonlySet<string> = new Set(['items', 'env', 'accommodations', 'attempts', 'changes'])

/** One of the four forms. It saves itself as a draft; submitting completes the record or goes to the first thing that is missing. */
export function RecordForm({ file, step, correction, onDone, onFileChanged, onCancel }: RecordFormProps) {
  const { t } = useTranslation()
  const { state } = useSession()
  const spec = formOf(step)
  const correcting = correction?.documentId ?? null
  const cycle = useCycle(state.cycleYear)
  const facts = useMemo(() => factsOf(file, cycle, state.today, correcting), [file, cycle, state.today, correcting])
  const handIn = useCallback((values: JsonObject) => handedIn(spec, values, facts), [spec, facts])
  const form = useRecordForm({ kind: spec.kind, personId: file.row.id, cycleYear: state.cycleYear, correction, handIn, faultsOf: changeFaults })
  const { body, resumed, problems, left, tries, set: setValue, leave } = form
  const root = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => (body === null ? [] : shownGroups(spec, body, facts)), [spec, body, facts])
  const controls = useMemo(() => controlsOf(groups, body ?? {}), [groups, body])
  const shown = useMemo(() => placed(problems, controls), [problems, controls])
  const opened = useOpened(groups)

  const errors = useSteady(new Map(shown.flatMap(({ at, message }) => (at !== null && isTold(at) ? [[at, message] as const] : []))))
  const errorAt = useCallback((path: string) => errors.get(path) ?? null, [errors])
  const looks = useSteady(new Map(form.hints.map(({ path, message }) => [path, message] as const)))
  const hintAt = useCallback((path: string) => looks.get(path) ?? null, [looks])

  /** What is only missing still is told on submit; what is wrong is told when the field is left. */
  function isTold(at: string): boolean {
    return tries > 0 || (left.has(at) && body !== null && !isBlankAt(body, at) && !longLists.has(at))
  }

  const latest = useRef(body)
  useEffect(() => {
    latest.current = body
  })
  const set = useCallback(
    (path: string, value: unknown) => {
      setValue(path, value)
      if (path === 'signature.date') signatureFilled(latest.current, setValue)
    },
    [setValue],
  )

  const { recheck } = form
  const reload = useRef(onFileChanged)
  useEffect(() => {
    reload.current = onFileChanged
  })
  const changedBeside = useCallback(() => {
    reload.current()
    recheck()
  }, [recheck])

  // A draft goes on at the field where it was left; a fresh form at the first empty one; a correction, where nothing is missing, at its first field.
  const isReady = body !== null
  const start = resumed?.field ?? shown[0]?.at ?? null
  const hasStarted = useRef(false)
  useEffect(() => {
    if (!isReady || hasStarted.current || (start === null && correcting === null)) return
    hasStarted.current = true
    const { activeElement } = document
    const isFree = activeElement === null || activeElement === document.body || activeElement.matches('h1, h2')
    if (start === null) root.current?.querySelector<HTMLElement>('.record-scroll input')?.focus()
    else if (resumed !== null || isFree) goToPath(root.current, start)
  }, [isReady, start, resumed, correcting])

  // Only a submit that was turned back moves the focus, not every later check.
  const goToFirst = useEffectEvent(() => goToPath(root.current, shown[0]?.at ?? ''))
  useEffect(() => {
    if (tries > 0) goToFirst()
  }, [tries])

  const next = correction === null && body !== null ? nextStepOf(file, step, body) : null
  async function submit() {
    const saved = await form.submit()
    if (saved === null) return
    rememberPaper('signature', body?.signature)
    offerUndo(t('records.completed', { step: t(`common.step.s${step}`) }), saved.actionId)
    onDone(saved.documentId, next)
  }
  async function drop() {
    if (await form.drop()) onCancel()
  }

  /** Enter chooses the radio or box in focus; Ctrl+Enter, which presses the primary button as everywhere, must not. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && event.ctrlKey) event.stopPropagation()
  }

  useKeys({
    'ctrl+s': () => void form.flush(),
    'ctrl+e': () => goToNext(root.current, shown.flatMap(({ at }) => at ?? [])),
  })
  if (form.trouble !== null) return <Notice kind="bad" urgent>{form.trouble}</Notice>
  if (body === null) return <div className="record-form" aria-busy="true" />

  return (
    <div className="record-form" ref={root} onKeyDownCapture={onKeyDown}>
      <MissingLine spec={spec} missing={shown.filter(({ at, path }) => at !== null && isBlankAt(body, path))} onGo={(path) => goToPath(root.current, path)} />
      <div className="record-scroll" data-region tabIndex={-1}>
        <FormNotices
          resumed={resumed}
          correctingVersion={correction === null ? null : (file.documents.find((each) => each.id === correction.documentId)?.version ?? 1)}
          onDrop={() => void drop()}
          onCancel={onCancel}
        />
        {tries > 0 && shown.filter(({ at }) => at === null).map(({ path, message }) => <Notice key={path} kind="bad">{message}</Notice>)}
        {groups.map((group) => (
          <section key={group.label} className="record-group" aria-labelledby={`group-${group.label}`}>
            <h3 id={`group-${group.label}`}>{t(`records.group.${group.label}`)}</h3>
            <div className="record-grid">
              {group.fields.map((field) => (
                <div key={field.path} className={`span-${field.width}`}>
                  <ShownField field={field} file={file} facts={facts} body={body} correcting={correction?.body ?? null} errorAt={errorAt} hintAt={hintAt} onSet={set} onLeave={leave} onFileChanged={changedBeside} />
                </div>
              ))}
            </div>
          </section>
        ))}
        <p className="hidden-text" role="status">{opened.length === 0 ? '' : t('records.opened', { fields: opened.map((label) => t(`records.field.${label}`)).join('、') })}</p>
      </div>
      <FormFoot save={form.save} toMend={tries > 0 ? shown.length : 0} onFlush={() => void form.flush()}>
        <Button kind="primary" keys="Ctrl Enter" onPress={() => void submit()}>
          {next === null ? t('records.submitLast') : t('records.submit', { count: next })}
        </Button>
      </FormFoot>
    </div>
  )
}
