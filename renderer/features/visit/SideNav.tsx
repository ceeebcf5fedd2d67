import { useTranslation } from 'react-i18next'
import { currentInstrument, dimensions, fixedSentence, instrumentOf, oneDecimal, scoreAssessment } from '../../../domain/assessment/index.ts'
import { nextOpen, progressOf } from '../../../domain/visit/flow.ts'
import { Icon } from '../../components/Icon.tsx'
import { answersOf } from '../records/answers.ts'
import { finish, sectionMark } from './questions.ts'
import type { Section } from './questions.ts'
import { useQuestionWords } from './useQuestionWords.ts'
import type { Visit } from './useVisit.ts'

/** The sections of the step, how far each is, and the way to each. */
export function SideNav({ visit, section }: { readonly visit: Visit; readonly section: Section | null }) {
  const { t } = useTranslation()
  const words = useQuestionWords(visit.file.documents)
  const score = scoreAssessment(answersOf(visit.body), [], instrumentOf(visit.body.instrumentVersion) ?? currentInstrument)
  return (
    <nav className="visit-side" aria-label={t('visit.sections')} data-region tabIndex={-1}>
      <ul>
        {visit.sections.map((each) => {
          const asked = each.questions.filter(({ isAsked }) => isAsked)
          const { answered, total } = progressOf(asked)
          return (
            <li key={each.key}>
              <button type="button" aria-current={each === section ? 'step' : undefined} onClick={() => open(each)}>
                <span>{words.section(each)}</span>
                <span className="visit-count">
                  {total > 0 && answered === total && <Icon name="check" />}
                  {total > 0 ? <>{answered} / {total}</> : t(each.known.length > 0 ? 'visit.nothingToAsk' : 'visit.optional')}
                  {scoreOf(each) !== null && <b>{t('records.scale.score', { score: scoreOf(each) })}</b>}
                </span>
              </button>
            </li>
          )
        })}
        <li>
          <button type="button" aria-current={visit.current === finish ? 'step' : undefined} onClick={() => visit.goTo(finish)}>
            <span>{t('visit.finish.title')}</span>
          </button>
        </li>
      </ul>
      {visit.sections.some(({ key }) => key === 'conclusion') && <p className="visit-fixed small soft">{fixedSentence}</p>}
    </nav>
  )

  /** Once enough of a dimension is answered. */
  function scoreOf({ key }: Section): string | null {
    const dimension = dimensions.find((each) => key === `items.${each}`)
    const points = dimension === undefined || !score.dimensions[dimension].valid ? null : score.dimensions[dimension].score
    return points === null ? null : oneDecimal(points).toFixed(1)
  }

  function open({ key, questions }: Section) {
    const target = nextOpen(questions.filter(({ isAsked }) => isAsked), null) ?? questions[0]
    visit.goTo(target?.path ?? `${sectionMark}${key}`)
  }
}
