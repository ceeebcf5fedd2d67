import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JsonObject, Output, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PrintPlan } from './PrintPlan.tsx'
import { GraduateForm } from './GraduateForm.tsx'
import type { GraduateFormName } from './GraduateForm.tsx'
import { GraduateSteps } from './GraduateSteps.tsx'
import { filled, useSaveDocument } from './useSaveDocument.ts'
import { useGroupWords } from './useGroupWords.ts'

interface GraduateSectionProps {
  readonly file: PersonFile
  readonly graduate: Output<'groups.ofPerson'>['graduate']
  readonly today: string
  readonly cycleYear: string
  readonly canWrite: boolean
  readonly onSaved: () => void
}

/** 一人一策: the plan of a graduate with its counted steps, until it is known what became of them. */
export function GraduateSection({ file, graduate, today, cycleYear, canWrite, onSaved }: GraduateSectionProps) {
  const { t } = useTranslation()
  const words = useGroupWords()
  const head = useRef<HTMLHeadingElement>(null)
  const [open, setOpen] = useState<GraduateFormName | null>(null)
  const { save, errors, message, clear } = useSaveDocument('graduatePlan', file.row.id)
  const body = graduate?.body ?? {}
  const steps = Array.isArray(body.steps) ? (body.steps as readonly JsonObject[]) : []

  async function write(changed: JsonObject, done: string): Promise<boolean> {
    const isSaved = await save({
      body: filled({ steps: [], ...body, ...changed }), cycleYear: graduate?.cycleYear ?? cycleYear,
      replaces: graduate === null || graduate.changeId === null ? null : { documentId: graduate.documentId, changeId: graduate.changeId },
      words: done,
    })
    if (!isSaved) return false
    close()
    onSaved()
    return true
  }
  function close() {
    setOpen(null)
    clear()
    setTimeout(() => head.current?.focus())
  }
  const outcome = typeof body.outcome === 'string' ? body.outcome : null
  return (
    <section aria-labelledby="graduate-title">
      <div className="section-head">
        <h2 id="graduate-title" tabIndex={-1} ref={head}>{t('groups.graduate.title')}</h2>
        {graduate !== null && (
          <span className={graduate.progress.isComplete ? 'mark ok' : 'mark now'}>
            <Icon name={graduate.progress.isComplete ? 'check' : 'open'} />
            {t(graduate.progress.isComplete ? 'groups.graduate.complete' : 'groups.graduate.doneOf', { done: graduate.progress.done, owed: graduate.progress.owed })}
          </span>
        )}
      </div>
      {message !== null && <Notice kind="bad" urgent>{message}</Notice>}
      {graduate === null && open === null && <p>{t('groups.graduate.none')}</p>}
      {graduate !== null && (
        <>
          <dl className="pairs">
            {(['openedOn', 'responsibleName', 'situation', 'goal'] as const).map((field) =>
              typeof body[field] === 'string' ? <div key={field}><dt>{t(`groups.graduate.${field}`)}</dt><dd>{body[field]}</dd></div> : null,
            )}
            {outcome !== null && (
              <div>
                <dt>{t('groups.graduate.outcome')}</dt>
                <dd>{[words.code('graduateOutcome', outcome), body.outcomeOn, body.outcomeNote].filter((part) => typeof part === 'string').join('，')}</dd>
              </div>
            )}
          </dl>
          <GraduateSteps
            progress={graduate.progress} today={today} canWrite={canWrite && open === null}
            onDrop={(index) => void write({ steps: steps.filter((_step, at) => at !== index) }, t('groups.graduate.didDrop'))}
          />
        </>
      )}
      {canWrite && open === null && (
        <p className="cert-actions">
          {graduate === null
            ? <Button kind="primary" onPress={() => setOpen('open')}>{t('groups.graduate.open')}</Button>
            : (
              <>
                <Button icon="plus" size="sm" onPress={() => setOpen('step')}>{t('groups.graduate.addStep')}</Button>
                <Button size="sm" onPress={() => setOpen('outcome')}>{t(outcome === null ? 'groups.graduate.setOutcome' : 'groups.graduate.changeOutcome')}</Button>
                <Button size="sm" icon="pencil" onPress={() => setOpen('change')}>{t('groups.graduate.change')}</Button>
                <PrintPlan personId={file.row.id} />
              </>
            )}
        </p>
      )}
      {open !== null && (
        <GraduateForm
          name={open} file={file} body={body} today={today} errors={errors} onChange={clear} onCancel={close}
          onSave={(changed) => write(open === 'step' ? { steps: [...steps, changed] } : changed, t(`groups.graduate.did.${open}`))}
          stepIndex={steps.length}
        />
      )}
    </section>
  )
}
