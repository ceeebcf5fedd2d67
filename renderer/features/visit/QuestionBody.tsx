import { useTranslation } from 'react-i18next'
import { CompareGroup } from '../records/CompareGroup.tsx'
import { valueAt } from '../records/formSpec.ts'
import type { FieldSpec } from '../records/formSpec.ts'
import { RecordField } from '../records/RecordField.tsx'
import { ShownField } from '../records/ShownField.tsx'
import { KnownFields } from './KnownFields.tsx'
import type { Question } from './questions.ts'
import { groupOf } from './useOptions.ts'
import type { Visit } from './useVisit.ts'

/** What stands above the options of a question (facts to be confirmed), and below them (fields to write in). */
export function QuestionBody({ question, visit, part }: { readonly question: Question; readonly visit: Visit; readonly part: 'before' | 'after' }) {
  const { t } = useTranslation()
  const { file, body, facts, errorAt, hintAt, set, leave, fileChanged } = visit
  const field = question.fields[0] as FieldSpec
  if (part === 'before') {
    if (question.kind === 'agree') {
      return <CompareGroup group={groupOf(question)} file={file} body={body} correcting={null} errorAt={errorAt} onSet={set} onLeave={leave} />
    }
    if (question.kind === 'work') return <KnownFields fields={question.fields} visit={visit} />
    if (question.kind === 'review' && visit.confirmable.last !== null) {
      const { on, body: earlier } = visit.confirmable.last
      return <p className="visit-said">{t('visit.review.have', { date: on, index: String(earlier.index ?? ''), level: String(earlier.supportLevel ?? '') })}</p>
    }
    return null
  }
  if (question.kind === 'write') {
    return (
      <div className={field.kind === 'text' || field.kind === 'texts' ? 'visit-write' : 'visit-write short'}>
        <RecordField spec={field} path={field.path} label={t(`records.field.${field.label}`)} value={valueAt(body, field.path)} error={errorAt(field.path)} warning={hintAt(field.path)} onSet={set} onLeave={leave} />
      </div>
    )
  }
  if (question.kind !== 'part') return null
  return (
    <div className="record-grid visit-part">
      {question.fields.map((each) => (
        <div key={each.path} className={`span-${each.width}`}>
          <ShownField field={each} file={file} facts={facts} body={body} correcting={null} errorAt={errorAt} hintAt={hintAt} onSet={set} onLeave={leave} onFileChanged={fileChanged} />
        </div>
      ))}
    </div>
  )
}
