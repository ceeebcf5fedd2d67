import { useTranslation } from 'react-i18next'
import { progressOf } from '../../../domain/visit/flow.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { scaleParts } from '../records/answers.ts'
import { EnvironmentItems, ScaleItems } from '../records/ScaleItems.tsx'
import { ShownField } from '../records/ShownField.tsx'
import { KnownFields } from './KnownFields.tsx'
import { QuestionRow } from './QuestionRow.tsx'
import type { Section } from './questions.ts'
import { useQuestionWords } from './useQuestionWords.ts'
import type { Visit } from './useVisit.ts'

/** The questions of one section, what is known beside them, and what may be left out. */
export function SectionPane({ section, visit }: { readonly section: Section; readonly visit: Visit }) {
  const { t } = useTranslation()
  const words = useQuestionWords(visit.file.documents)
  const asked = section.questions.filter(({ isAsked }) => isAsked)
  const { answered, total } = progressOf(asked)
  return (
    <section className="visit-section" aria-labelledby="visit-section" onFocus={onFocus}>
      <div className="visit-section-head">
        <h2 id="visit-section" tabIndex={-1} data-section-title>{words.section(section)}</h2>
        {total > 0 && <p className="soft" role="status">{t('visit.sectionCount', { total, answered })}</p>}
        {visit.hasRest && <Button size="sm" keys="Ctrl =" className="visit-rest" onPress={visit.takeRest}>{t(`visit.${visit.since}.rest`)}</Button>}
      </div>
      {section.label === 'assessHow' && visit.confirmable.hindrance !== null && (
        <Notice kind="info">{t(`assessment.hindrance.${visit.confirmable.hindrance}`)}</Notice>
      )}
      <KnownFields fields={section.known} visit={visit} canEdit />
      {grades() ?? (
        <ol className="visit-questions">
          {section.questions.map((question) => <QuestionRow key={question.path} question={question} visit={visit} />)}
        </ol>
      )}
      {section.extra.length > 0 && (
        <details className="visit-extra">
          <summary>{t('visit.extra', { count: section.extra.length })}</summary>
          <div className="record-grid">
            {section.extra.map((field) => (
              <div key={field.path} className={`span-${field.width}`}>
                <ShownField field={field} file={visit.file} facts={visit.facts} body={visit.body} correcting={null} errorAt={visit.errorAt} hintAt={visit.hintAt} onSet={visit.set} onLeave={visit.leave} onFileChanged={visit.fileChanged} />
              </div>
            ))}
          </div>
        </details>
      )}
    </section>
  )

  /** The rows of the instrument are drawn by the form of the assessment; they move on by themselves. */
  function grades() {
    const shared = { body: visit.body, previous: visit.facts.lastAssessment?.body ?? null, onSet: visit.set, onNext }
    if (section.label === 'environment') return <EnvironmentItems {...shared} error={visit.errorAt('env')} />
    if (section.label !== 'scale') return null
    return <ScaleItems {...shared} parts={scaleParts.filter((part) => section.key === `items.${part}`)} error={visit.errorAt('items')} />
  }
  function onNext() {
    const last = section.questions.at(-1)
    if (last !== undefined) visit.moveOn(last)
  }
  function onFocus({ target }: { readonly target: EventTarget }) {
    const element = target as Element
    const code = element.closest<HTMLElement>('[data-scale-row]')?.dataset.scaleRow
    const list = section.label === 'environment' ? 'env' : 'items'
    const path = code === undefined ? element.closest<HTMLElement>('[data-question]')?.dataset.question : `${list}.${code}`
    if (path !== undefined) visit.stand(path)
  }
}
