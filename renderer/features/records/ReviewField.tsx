import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { RadioGroup } from '../../components/Choices.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import type { FileFacts } from './fileFacts.ts'
import { isEmpty, valueAt } from './formSpec.ts'

interface ReviewFieldProps {
  readonly facts: FileFacts
  readonly body: JsonObject
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** Taken over from the assessment that still stands. */
const taken = ['index', 'supportLevel', 'dimScores', 'suggestedForms', 'suggestedFamilies', 'accommodations', 'suggestedTraining', 'conclusion', 'assistiveDevices'] as const
const questions = ['certificate', 'health', 'job'] as const

/** An assessment of the last twelve months may be confirmed when nothing changed; otherwise the items are asked. */
export function ReviewField({ facts, body, errorAt, onSet, onLeave }: ReviewFieldProps) {
  const { t, i18n } = useTranslation()
  const earlier = facts.earlierAssessment
  const isConfirming = !isEmpty(body.reviewOf)

  function confirm() {
    if (earlier === null) return
    onSet('reviewOf', earlier.id)
    for (const field of taken) if (earlier.body[field] !== undefined) onSet(field, earlier.body[field])
    onLeave('reviewOf')
  }
  function askAnew() {
    onSet('reviewOf', null)
    for (const field of ['index', 'supportLevel', 'dimScores']) onSet(field, null)
    onLeave('reviewOf')
  }

  const level = earlier?.body.supportLevel
  const error = errorAt('reviewOf')
  return (
    <div className="review-field" data-path="reviewOf">
      <p>
        {earlier !== null && t('records.review.have', {
          date: earlier.on, index: String(earlier.body.index ?? ''), level: String(level ?? ''), word: codeLabel('supportLevel', String(level ?? ''), codeLanguage(i18n.language)),
        })}{' '}
        {isConfirming
          ? <Button size="sm" onPress={askAnew}>{t('records.review.anew')}</Button>
          : <Button size="sm" onPress={confirm}>{t('records.review.confirm')}</Button>}
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
