import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { localLimits } from '../../../../domain/plan/index.ts'
import type { LocalThreshold, PlanCycle } from '../../../../domain/plan/index.ts'
import { useApi } from '../../../api/ApiContext.tsx'
import type { Output } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import { RadioGroup } from '../../../components/Choices.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { focusFirstError } from '../../first-run/focusFirstError.ts'
import { useSubmitKey } from '../../first-run/useSubmitKey.ts'
import { useWayWords } from './useWayWords.ts'
import { draftOf, readWays, wayGroups, wayText } from './waysFields.ts'
import type { WayField } from './waysFields.ts'

interface WaysFormProps {
  /** What holds now, and what the plan alone would say. */
  readonly cycle: PlanCycle
  readonly plan: PlanCycle
  readonly head: string | null
  readonly onSaved: (saved: Output<'countyValues.save'>) => void
  readonly onCancel: () => void
}

/** Everything that a county may set, with what the plan says under each. */
export function WaysForm({ cycle, plan, head, onSaved, onCancel }: WaysFormProps) {
  const { t } = useTranslation()
  const api = useApi()
  const words = useWayWords()
  const [draft, setDraft] = useState(() => draftOf(cycle))
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  // Somebody else may save while this form lies open: it builds upon what was shown when it was opened, and is told then.
  const basis = useRef(head)
  /** Ctrl+Enter on a choice presses the button and hands the form in as well: both come before the next drawing. */
  const isSaving = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  /** What a day typed last has set, which the drawing that hands the form in does not know yet. */
  const typed = useRef<Readonly<Record<string, string>>>({})

  function set(path: string, text: string) {
    typed.current = { ...typed.current, [path]: text }
    setDraft((old) => ({ ...old, texts: { ...old.texts, [path]: text } }))
    setFaults((old) => Object.fromEntries(Object.entries(old).filter(([name]) => name !== path)))
  }

  function show(found: Readonly<Record<string, string>>, words: string) {
    setFaults(found)
    setProblem(words)
    focusFirstError()
  }

  /** A day is read when its field is left, which Ctrl+Enter does not do. False: one of them is no day, and says so. */
  function settleTyped(): boolean {
    const held = document.activeElement
    flushSync(() => {
      setFaults({})
      if (held instanceof HTMLInputElement) held.blur()
    })
    if (held instanceof HTMLInputElement) held.focus()
    return form.current?.querySelector('[aria-invalid="true"]') == null
  }

  async function save() {
    if (isSaving.current) return
    if (!settleTyped()) {
      focusFirstError()
      return
    }
    const { body, unread } = readWays({ ...draft, texts: { ...draft.texts, ...typed.current } }, plan)
    if (unread.length > 0) {
      const found = unread.map((path) => [path, t(path.startsWith('dueOn.') ? 'countyWays.noDay' : 'countyWays.notNumber')])
      show(Object.fromEntries(found) as Record<string, string>, t('countyWays.faults', { count: unread.length }))
      return
    }
    isSaving.current = true
    setBusy(true)
    const answer = await api.call('countyValues.save', { cycleYear: cycle.year, body, replaces: basis.current })
    setBusy(false)
    if (answer.ok) {
      onSaved(answer.value)
      return
    }
    isSaving.current = false
    show(Object.fromEntries((answer.error.fields ?? []).map(({ path, message }) => [path, message])), answer.error.message)
  }

  // The settings have other forms; the open one is meant.
  useSubmitKey(() => void save())

  function hintOf(field: WayField): string | undefined {
    if (field.kind === 'text') return undefined
    return wayText(plan, field) === '' ? t('countyWays.planEmpty') : t('countyWays.planSays', { value: words.value(plan, field) })
  }

  function fieldOf(field: WayField) {
    const { path, kind, name } = field
    const shared = { label: words.label(field), path, error: faults[path] ?? null, hint: hintOf(field) ?? '' }
    const text = draft.texts[path] ?? ''
    if (kind === 'day') {
      return (
        <DateField
          key={path} {...shared} value={text === '' ? null : text} min={cycle.from} max={cycle.until}
          onChange={(day) => set(path, day ?? '')}
        />
      )
    }
    const limits = kind === 'number' ? localLimits[name as LocalThreshold] : undefined
    return (
      <TextField
        key={path} {...shared} value={text} onChange={(next) => set(path, next)} maxLength={kind === 'text' ? 40 : 12}
        inputMode={kind === 'text' ? 'text' : kind === 'money' ? 'decimal' : 'numeric'}
        unit={words.unit(field)}
        {...(limits === undefined ? {} : { placeholder: `${String(limits.min)}–${String(limits.max)}` })}
      />
    )
  }

  return (
    <form
      ref={form}
      noValidate
      className="ways-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {problem !== null && <Notice kind="bad" urgent>{problem}</Notice>}
      <RadioGroup
        vertical label={t('countyWays.ageRule')} hint={t('countyWays.ageHint')} value={draft.ageRule} onChange={(ageRule) => setDraft((old) => ({ ...old, ageRule }))}
        options={[{ value: 'LEGAL_2025', label: t('countyWays.legal') }, { value: 'CDPF_2012', label: t('countyWays.cdpf') }]}
      />
      <RadioGroup
        label={t('countyWays.review')} value={draft.completionNeedsReview ? 'yes' : 'no'}
        onChange={(answer) => setDraft((old) => ({ ...old, completionNeedsReview: answer === 'yes' }))}
        options={[{ value: 'no', label: t('countyWays.reviewNo') }, { value: 'yes', label: t('countyWays.reviewYes') }]}
      />
      {wayGroups(plan).map(([group, fields]) => (
        <fieldset key={group} className="ways-group">
          <legend>{t(`countyWays.group.${group}`)}</legend>
          <div className="ways-fields">{fields.map(fieldOf)}</div>
        </fieldset>
      ))}
      <div className="editor-buttons">
        <Button type="submit" kind="primary" keys="Ctrl Enter" isPending={busy}>{t('countyWays.save')}</Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
