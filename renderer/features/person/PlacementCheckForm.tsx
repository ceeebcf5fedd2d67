import { useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { useKeys } from '../../app/useKeys.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { offerUndo } from '../../state/view.ts'
import { AttachmentsField } from '../attachments/AttachmentsField.tsx'
import { controlsOf, handedIn, isBlankAt, placed, shownGroups } from '../records/controls.ts'
import { noFacts } from '../records/fileFacts.ts'
import { placementCheckForm } from '../records/forms/index.ts'
import { valueAt } from '../records/formSpec.ts'
import { goToPath } from '../records/goToPath.ts'
import { RecordField } from '../records/RecordField.tsx'
import { SaveLine } from '../records/SaveLine.tsx'
import { useRecordForm } from '../records/useRecordForm.ts'

interface PlacementCheckFormProps {
  readonly file: PersonFile
  readonly month: number
  readonly onDone: () => void
  /** What was typed stays as a draft. */
  readonly onStop: () => void
}

const handIn = (body: JsonObject) => handedIn(placementCheckForm, body, noFacts)
const noFaults = () => []

/** The next look at a job. It saves itself as a draft like every form; a job that was left ends with it. */
export function PlacementCheckForm({ file, month, onDone, onStop }: PlacementCheckFormProps) {
  const { t } = useTranslation()
  const { cycleYear } = useSession().state
  const form = useRecordForm({ kind: 'placementCheck', personId: file.row.id, cycleYear, correction: null, handIn, faultsOf: noFaults })
  const { body, problems, left, tries } = form
  const root = useRef<HTMLDivElement>(null)
  const fields = useMemo(() => (body === null ? [] : shownGroups(placementCheckForm, body, noFacts).flatMap((group) => group.fields)), [body])
  const controls = useMemo(() => controlsOf([{ label: 'placement', fields }], body ?? {}), [fields, body])
  const shown = placed(problems, controls)

  const isReady = body !== null
  useEffect(() => {
    if (isReady) goToPath(root.current, 'method')
  }, [isReady])
  const goToFirst = useEffectEvent(() => goToPath(root.current, shown[0]?.at ?? ''))
  useEffect(() => {
    if (tries > 0) goToFirst()
  }, [tries])

  const submit = useCallback(async () => {
    const saved = await form.submit()
    if (saved === null) return
    offerUndo(body?.inJob === false ? t('placement.recordedLeft') : t('placement.recorded', { count: month }), saved.actionId)
    onDone()
  }, [form, body, t, month, onDone])
  useKeys({ 'ctrl+s': () => void form.flush() })

  if (form.trouble !== null) return <Notice kind="bad" urgent>{form.trouble}</Notice>
  if (body === null) return <div aria-busy="true" />
  const errorAt = (path: string) => {
    const problem = shown.find(({ at }) => at === path)
    return problem !== undefined && (tries > 0 || (left.has(path) && !isBlankAt(body, path))) ? problem.message : null
  }
  return (
    <div className="placement-form" ref={root} role="group" aria-label={t('placement.check', { count: month })}>
      {tries > 0 && shown.filter(({ at }) => at === null).map(({ path, message }) => <Notice key={path} kind="bad">{message}</Notice>)}
      <div className="record-grid">
        {fields.map((field) => (
          <div key={field.path} className={`span-${String(field.width)}`}>
            {field.path === 'attachments' && <AttachmentsField personId={file.row.id} path="attachments" label={t('records.field.attachments')} value={body.attachments} errorAt={errorAt} onSet={form.set} onLeave={form.leave} />}
            {field.path !== 'attachments' && <RecordField
              spec={field}
              path={field.path}
              label={t(`records.field.${field.label}`)}
              needed={typeof field.needed === 'function' ? field.needed(body, noFacts) : (field.needed ?? false)}
              value={valueAt(body, field.path)}
              error={errorAt(field.path)}
              onSet={form.set}
              onLeave={form.leave}
            />}
          </div>
        ))}
      </div>
      <p className="placement-foot">
        <SaveLine save={form.save} />
        <Button kind="quiet" onPress={onStop}>{t('placement.stop')}</Button>
        <Button kind="primary" keys="Ctrl Enter" onPress={() => void submit()}>{t('placement.submit')}</Button>
      </p>
    </div>
  )
}
