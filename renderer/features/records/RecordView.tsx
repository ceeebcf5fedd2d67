import { useTranslation } from 'react-i18next'
import { currentInstrument, instrumentOf, reassessBy } from '../../../domain/assessment/index.ts'
import { planById } from '../../../domain/plan/index.ts'
import type { PersonFile, StepNumber } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { SyncMark } from '../../components/Marks.tsx'
import { RecordFiles } from '../attachments/RecordFiles.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { isEmpty, valueAt } from './formSpec.ts'
import { BesideKit } from '../assessment/BesideKit.tsx'
import { RecordReasons } from '../assessment/RecordReasons.tsx'
import { formOf } from './forms/index.ts'
import { RecordGrades } from './RecordGrades.tsx'
import { useRecordWords } from './useRecordWords.ts'
import { VoidButton } from './VoidButton.tsx'

interface RecordViewProps {
  readonly document: PersonFile['documents'][number]
  /** The others of the file, for consents and assessments that the record names. */
  readonly documents: PersonFile['documents']
  /** Who the person is; with it an assessment tells why its job families stand where they do. */
  readonly fields?: PersonFile['fields']
  readonly step: StepNumber
  /** A correction was begun and lies as a draft. */
  readonly hasDraft: boolean
  /** undefined: this role only reads. */
  readonly onCorrect?: (() => void) | undefined
  readonly onSaved: () => void
}

/** A completed record to read: in the order of its form, words for codes, with its version and its mark. */
export function RecordView({ document, documents, fields, step, hasDraft, onCorrect, onSaved }: RecordViewProps) {
  const { t, i18n } = useTranslation()
  const wordsOf = useRecordWords(documents)
  const body = document.body ?? {}
  return (
    <article className={document.voided ? 'record-view voided' : 'record-view'}>
      <p className="record-view-head">
        {document.on !== null && <b>{document.on}</b>}
        <SyncMark mark={document.mark} />
        {document.version > 1 && <span className="tag">{t('records.version', { count: document.version })}</span>}
        {document.voided && <span className="mark bad">{t('records.voided', { reason: document.voidReason ?? '' })}</span>}
        {onCorrect !== undefined && !document.voided && (
          <span className="actions">
            <Button size="sm" icon="pencil" onPress={onCorrect}>{hasDraft ? t('records.goOnCorrecting') : t('records.correct')}</Button>
            <VoidButton documentId={document.id} onSaved={onSaved} />
          </span>
        )}
      </p>
      {step === 2 && <p className="fixed-sentence">{(instrumentOf(body.instrumentVersion) ?? currentInstrument).fixedSentence}</p>}
      {step === 2 && reassessBy(body) !== null && <p className="mark warn"><Icon name="clock" />{t('assessment.again.by', { date: reassessBy(body) })}</p>}
      {formOf(step).groups.map((group) => {
        const pairs = group.fields.flatMap((field) => {
          const words = wordsOf(field, body)
          return words === '' ? [] : [{ field, words }]
        })
        const grades = group.fields.filter(({ path }) => (path === 'items' || path === 'env') && !isEmpty(valueAt(body, path)))
        if (pairs.length === 0 && grades.length === 0) return null
        return (
          <section key={group.label} aria-label={t(`records.group.${group.label}`)}>
            <h3>{t(`records.group.${group.label}`)}</h3>
            <dl className="record-pairs">
              {pairs.map(({ field, words }) => (
                <div key={field.path} className={words.length > 24 ? 'wide' : undefined}><dt>{t(`records.field.${field.label}`)}</dt><dd>{words}</dd></div>
              ))}
            </dl>
            {group.label === 'advice' && fields !== undefined && <RecordReasons body={body} fields={fields} documents={documents} />}
            {group.label === 'advice' && <BesideKit body={body} instrument={instrumentOf(body.instrumentVersion) ?? currentInstrument} />}
            {grades.map(({ path }) => <RecordGrades key={path} value={valueAt(body, path)} instrument={instrumentOf(body.instrumentVersion)} />)}
          </section>
        )
      })}
      {typeof body.planId === 'string' && (
        <p className="soft small">{t(isEmpty(body.countyValues) ? 'records.madeBy' : 'records.madeByCounty', { plan: planById(body.planId)?.[codeLanguage(i18n.language)] ?? body.planId, count: Number(body.planVersion) })}</p>
      )}
      <RecordFiles personId={typeof body.personId === 'string' ? body.personId : ''} body={body} />
    </article>
  )
}
