import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import { takenOver } from '../../../domain/visit/confirmable.ts'
import type { JsonObject } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { RadioGroup } from '../../components/Choices.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import type { FileFacts } from './fileFacts.ts'
import { isEmpty, valueAt } from './formSpec.ts'

interface ReviewFieldProps {
  readonly facts: FileFacts
  readonly body: JsonObject
  readonly today: string
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

const questions = ['certificate', 'health', 'job'] as const

/** An assessment of the last twelve months may be confirmed when nothing changed; where it may not, the reason is said and the items are asked. */
export function ReviewField({ facts, body, today, errorAt, onSet, onLeave }: ReviewFieldProps) {
  const { t, i18n } = useTranslation()
  const { last, hindrance } = facts.confirmable(typeof body.assessedOn === 'string' ? body.assessedOn : today)
  const isConfirming = !isEmpty(body.reviewOf)

  function confirm() {
    if (last === null) return
    onSet('reviewOf', last.id)
    for (const [field, value] of Object.entries(takenOver(last.body))) onSet(field, value)
    onLeave('reviewOf')
  }
  function askAnew() {
    onSet('reviewOf', null)
    for (const field of ['index', 'supportLevel', 'dimScores']) onSet(field, null)
    onLeave('reviewOf')
  }

  const level = last?.body.supportLevel
  const error = errorAt('reviewOf')
  return (
    <div className="review-field" data-path="reviewOf">
      <p>
        {last !== null && t('assessment.have', {
          date: last.on, index: String(last.body.index ?? ''), level: String(level ?? ''), word: codeLabel('supportLevel', String(level ?? ''), codeLanguage(i18n.language)),
        })}
        {hindrance === null ? t('assessment.mayConfirm') : t(`assessment.hindrance.${hindrance}`)}{' '}
        {isConfirming && <Button size="sm" onPress={askAnew}>{t('records.review.anew')}</Button>}
        {!isConfirming && hindrance === null && <Button size="sm" onPress={confirm}>{t('records.review.confirm')}</Button>}
      </p>
      {error !== null && <p className="field-error">{error}</p>}
      {isConfirming && (
        <div className="record-grid">
          {questions.map((question) => {
            const path = `unchanged.${question}`
            const value = valueAt(body, path)
            return (
              <div key={question} className="span-2">
                <RadioGroup
                  label={t(`records.review.${question}`)}
                  path={path}
                  required
                  error={errorAt(path)}
                  value={value === true ? 'same' : value === false ? 'changed' : null}
                  onChange={(next) => {
                    onSet(path, next === 'same')
                    onLeave(path)
                  }}
                  options={[{ value: 'same', label: t('records.review.same') }, { value: 'changed', label: t('records.review.changed') }]}
                />
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}
