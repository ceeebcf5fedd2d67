import { useTranslation } from 'react-i18next'
import { dimensions, oneDecimal, scoreAssessment } from '../../../domain/assessment/index.ts'
import type { Instrument } from '../../../domain/assessment/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { codeLanguage } from '../../i18n/index.ts'
import { answersOf } from '../records/answers.ts'
import './assessment.css'

/** Our four scores beside what the federation's kit found, as its report words it. */
export function BesideKit({ body, instrument }: { readonly body: JsonObject; readonly instrument: Instrument }) {
  const { t, i18n } = useTranslation()
  const kit = body.testKit as unknown as { readonly testedOn?: unknown; readonly results?: Readonly<Record<string, unknown>> } | null | undefined
  const results = kit?.results ?? {}
  if (!dimensions.some((dimension) => typeof results[dimension] === 'string' && results[dimension] !== '')) return null
  const score = scoreAssessment(answersOf(body), [], instrument)
  const ours = (points: number | null) => (points === null ? t('assessment.notScored') : oneDecimal(points).toFixed(1))
  return (
    <table className="beside-kit">
      <caption>{t('assessment.kit.caption')}</caption>
      <thead>
        <tr><th scope="col">{t('assessment.kit.dimension')}</th><th scope="col">{t('assessment.kit.ours')}</th><th scope="col">{t('assessment.kit.theirs', { date: typeof kit?.testedOn === 'string' ? kit.testedOn : '' })}</th></tr>
      </thead>
      <tbody>
        {dimensions.map((dimension) => (
          <tr key={dimension}>
            <th scope="row">{instrument.dimensionNames[dimension][codeLanguage(i18n.language)]}</th>
            <td>{ours(score.dimensions[dimension].score)}</td>
            <td>{typeof results[dimension] === 'string' ? results[dimension] : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
