import { useTranslation } from 'react-i18next'
import { dimensions, isRated, itemOf, oneDecimal, scoreAssessment } from '../../../domain/assessment/index.ts'
import type { Instrument, ItemAnswer } from '../../../domain/assessment/index.ts'
import { codeLanguage } from '../../i18n/index.ts'

interface Graded {
  readonly code: string
  readonly q?: number
  readonly value?: number
  readonly qWithoutAid?: number
  readonly note?: string
  readonly asBefore?: boolean
}

interface RecordGradesProps {
  readonly value: unknown
  /** The version by which the record was made; null: this program does not know it, so that codes stand for themselves and nothing is scored. */
  readonly instrument: Instrument | null
}

/** Grades of an assessment to read, by dimension with its score; what is graded 3 or 4 stands out. */
export function RecordGrades({ value, instrument }: RecordGradesProps) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const grades = Array.isArray(value) ? (value as Graded[]) : []
  const score = instrument === null ? null : scoreAssessment(grades.filter((grade): grade is Graded & ItemAnswer => typeof grade.q === 'number'), grades.filter((grade): grade is Graded & { value: number } => typeof grade.value === 'number'), instrument)
  const letters = [...new Set(grades.map(({ code }) => code.charAt(0)))]
  const isEnvironment = grades.some((grade) => grade.value !== undefined)
  return (
    <>
      {letters.map((letter) => {
        const dimension = dimensions.find((each) => each === letter)
        return (
          <div key={letter} className="record-grades">
            {dimension !== undefined && instrument !== null && (
              <p className="soft">{dimension} {instrument.dimensionNames[dimension][language]} <b>{points(score?.dimensions[dimension].score ?? null)}</b></p>
            )}
            <ul>
              {grades.filter(({ code }) => code.startsWith(letter)).map((grade) => <li key={grade.code}>{nameOf(grade.code)} {mark(grade)}{added(grade)}</li>)}
            </ul>
          </div>
        )
      })}
      {isEnvironment && score !== null && <p className="soft small">{t('assessment.environmentSums', { barrier: score.barrier, facilitator: score.facilitator })}</p>}
    </>
  )

  function points(each: number | null): string {
    return each === null ? t('assessment.notScored') : t('records.scale.score', { score: oneDecimal(each).toFixed(1) })
  }
  function nameOf(code: string): string {
    return instrument === null ? code : (itemOf(instrument, code)?.[language] ?? code)
  }
  function mark({ q, value: surrounding }: Graded) {
    const isGrave = q !== undefined && isRated(q) && q >= (instrument?.scoring.flagFrom ?? 3)
    if (q !== undefined) return isGrave ? <b>{q}</b> : String(q)
    if (surrounding === undefined) return ''
    return surrounding > 0 && surrounding <= 4 ? `+${surrounding}` : String(surrounding).replace('-', '−')
  }
  /** What was added to the grade. */
  function added({ qWithoutAid, note, asBefore }: Graded): string {
    const words = [
      ...(qWithoutAid === undefined ? [] : [t('assessment.withoutAid', { grade: qWithoutAid })]),
      ...(note === undefined ? [] : [note]),
      ...(asBefore === true ? [t('assessment.asBefore')] : []),
    ]
    return words.length === 0 ? '' : `（${words.join(t('assessment.semicolon'))}）`
  }
}
