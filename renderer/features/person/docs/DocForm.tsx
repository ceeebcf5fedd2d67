import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/SessionContext.tsx'
import type { JsonObject, Output } from '../../../api/client.ts'
import { useKeys } from '../../../app/useKeys.ts'
import { Button } from '../../../components/Button.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { goToPath } from '../../records/goToPath.ts'
import { SaveLine } from '../../records/SaveLine.tsx'
import { useRecordForm } from '../../records/useRecordForm.ts'
import type { Correction } from '../../records/useRecordForm.ts'
import { PartFields } from './PartFields.tsx'
import { isMissing, partsHandedIn, placedAt, shownParts } from './partForm.ts'
import type { PartForm } from './partForm.ts'

interface DocFormProps {
  readonly form: PartForm
  readonly title: string
  readonly personId: string
  readonly correction: Correction | null
  /** What the answers so far mean beside their own rules. */
  readonly about?: (body: JsonObject) => ReactNode
  readonly onDone: (saved: Output<'records.complete'>) => void
  /** Put away; the draft stays unless it was thrown away. */
  readonly onClose: () => void
}

/** A record of the file beside the four ones: saved as a draft at every pause, checked at its fields. */
export function DocForm({ form: spec, title, personId, correction, about, onDone, onClose }: DocFormProps) {
  const { t } = useTranslation()
  const { state } = useSession()
  const root = useRef<HTMLDivElement>(null)
  const handIn = useCallback((values: JsonObject) => partsHandedIn(spec, values), [spec])
  const form = useRecordForm({ kind: spec.kind, personId, cycleYear: state.cycleYear, correction, handIn, faultsOf: noFaults })
  const { body, problems, left, tries, resumed, save } = form
  const fields = body === null ? [] : shownParts(spec, body).flatMap((group) => group.fields)
  const { at, elsewhere } = placedAt(fields, problems)
  // What is only missing still is told on submit; what is wrong is told when the field is left.
  const told = at.filter(({ path }) => tries > 0 || (left.has(path) && body !== null && !isMissing(body, path)))

  const isReady = body !== null
  const start = resumed?.field ?? fields[0]?.path ?? ''
  const goToStart = useEffectEvent(() => goToPath(root.current, start))
  useEffect(() => {
    if (isReady) goToStart()
  }, [isReady])
  const goToFirst = useEffectEvent(() => goToPath(root.current, at[0]?.path ?? ''))
  useEffect(() => {
    if (tries > 0) goToFirst()
  }, [tries])

  async function submit() {
    const saved = await form.submit()
    if (saved !== null) onDone(saved)
  }
  async function put() {
    if (await form.flush()) onClose()
  }
  async function drop() {
    if (await form.drop()) onClose()
  }
  useKeys({ 'ctrl+s': () => void form.flush() })
  if (form.trouble !== null) return <Notice kind="bad" urgent>{form.trouble}</Notice>
  if (body === null) return <div className="inline-part" aria-busy="true" />
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in any field puts the form away; Ctrl+Enter must not choose the radio in focus
    <div
      ref={root} className="inline-part" role="group" aria-label={title}
      onKeyDownCapture={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) event.stopPropagation()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        void put()
      }}
    >
      <h3>{title}</h3>
      <PartFields personId={personId} form={spec} body={body} before={correction?.body ?? null} errors={told} onSet={form.set} onLeave={form.leave} />
      {about?.(body)}
      {tries > 0 && elsewhere.map(({ path, message }) => <Notice key={path} kind="bad">{message}</Notice>)}
      <p className="editor-buttons part-foot">
        <SaveLine save={save} />
        {(resumed !== null || save.at === 'saved') && <Button size="sm" kind="quiet" onPress={() => void drop()}>{t('fileForms.drop')}</Button>}
        <Button size="sm" onPress={() => void put()}>{t('fileForms.later')}</Button>
        <Button kind="primary" keys="Ctrl Enter" onPress={() => void submit()}>{t('fileForms.submit')}</Button>
      </p>
    </div>
  )
}

function noFaults() {
  return []
}
