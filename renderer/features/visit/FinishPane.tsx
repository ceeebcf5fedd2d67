import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { takenPaths } from './answering.ts'
import type { Question } from './questions.ts'
import { useQuestionWords } from './useQuestionWords.ts'
import type { Visit } from './useVisit.ts'

/** Before a record is handed in: what is still open, and what was taken from last time. */
export function FinishPane({ visit, unplaced }: { readonly visit: Visit; readonly unplaced: readonly string[] }) {
  const { t } = useTranslation()
  const words = useQuestionWords(visit.file.documents)
  const open = visit.asked.filter(({ needed, isAnswered }) => needed && !isAnswered)
  const skipped = visit.asked.filter(({ needed, isAnswered }) => !needed && !isAnswered)
  const taken = takenPaths(visit.body)
  const takenQuestions = visit.asked.filter(({ path }) => taken.paths.includes(path))
  return (
    <section className="visit-section" aria-labelledby="visit-section" data-finish tabIndex={-1}>
      <div className="visit-section-head"><h2 id="visit-section">{t('visit.finish.title')}</h2></div>
      {unplaced.map((message) => <Notice key={message} kind="bad">{message}</Notice>)}
      {open.length === 0
        ? <p className="mark ok visit-ready"><Icon name="check" />{t('visit.finish.ready')}</p>
        : <><p>{t('visit.finish.open', { count: open.length })}</p><Ways questions={open} visit={visit} /></>}
      {skipped.length > 0 && <><p className="soft">{t('visit.finish.skipped', { count: skipped.length })}</p><Ways questions={skipped} visit={visit} /></>}
      {(takenQuestions.length > 0 || taken.grades > 0) && (
        <>
          <h3>{t(`visit.${visit.since}.taken`, { count: takenQuestions.length + taken.grades })}</h3>
          <dl className="visit-known">
            {takenQuestions.map((question) => (
              <div key={question.path}>
                <dt>{words.label(question)}</dt>
                <dd>
                  <span>{words.value(question, visit.body)}</span>
                  <button type="button" className="link-button" aria-label={t('visit.editOf', { field: words.label(question) })} onClick={() => visit.goTo(question.path)}>{t('visit.edit')}</button>
                </dd>
              </div>
            ))}
            {taken.grades > 0 && <div><dt>{t('records.group.items')}</dt><dd>{t(`visit.${visit.since}.grades`, { count: taken.grades })}</dd></div>}
          </dl>
        </>
      )}
    </section>
  )
}

function Ways({ questions, visit }: { readonly questions: readonly Question[]; readonly visit: Visit }) {
  const words = useQuestionWords(visit.file.documents)
  return (
    <ul className="visit-ways">
      {questions.map((question) => <li key={question.path}><button type="button" className="link-button" onClick={() => visit.goTo(question.path)}>{words.label(question)}</button></li>)}
    </ul>
  )
}
