import { useTranslation } from 'react-i18next'
import { dimensionLabels, dimensions, itemByCode, oneDecimal, scoreAssessment } from '../../../domain/assessment/index.ts'
import type { ItemAnswer } from '../../../domain/assessment/index.ts'
import { codeLanguage } from '../../i18n/index.ts'

interface Graded {
  readonly code: string
  readonly q?: number
  readonly value?: number
}

/** Grades of an assessment to read, by dimension with its score; what is graded 3 or 4 stands out. */
export function RecordGrades({ value }: { readonly value: unknown }) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const grades = Array.isArray(value) ? (value as Graded[]) : []
  const score = scoreAssessment(grades.filter((grade): grade is ItemAnswer => typeof grade.q === 'number'))
  const letters = [...new Set(grades.map(({ code }) => code.charAt(0)))]
  return letters.map((letter) => {
    const dimension = dimensions.find((each) => each === letter)
    const points = dimension === undefined ? null : score.dimensions[dimension].score
    return (
      <div key={letter} className="record-grades">
        {dimension !== undefined && (
          <p className="soft">{dimension} {dimensionLabels[dimension][language]} {points !== null && <b>{t('records.scale.score', { score: oneDecimal(points).toFixed(1) })}</b>}</p>
        )}
        <ul>
          {grades.filter(({ code }) => code.startsWith(letter)).map((grade) => {
            const mark = grade.q ?? grade.value ?? 0
            const isGrave = grade.q !== undefined && grade.q >= 3 && grade.q <= 4
            return <li key={grade.code}>{itemByCode(grade.code)?.[language] ?? grade.code} {isGrave ? <b>{mark}</b> : String(mark).replace('-', '−')}</li>
          })}
        </ul>
      </div>
    )
  })
}
