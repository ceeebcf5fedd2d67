import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dimensionLabels, dimensions, environmentItems, oneDecimal, profileItems, scoreAssessment, scoredItems } from '../../../domain/assessment/index.ts'
import type { Dimension, InstrumentItem } from '../../../domain/assessment/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { answersOf, surroundingsOf } from './answers.ts'
import type { Answer } from './answers.ts'
import { ScaleRow } from './ScaleRow.tsx'

interface ScaleProps {
  readonly body: JsonObject
  readonly error: string | null
  readonly onSet: (path: string, value: unknown) => void
}

const grades = [0, 1, 2, 3, 4, 8, 9] as const
const surroundings = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 8, 9] as const

/** The 28 scored items in their four dimensions and the three of participation; a digit answers and the next item is in focus. */
export function ScaleItems({ body, error, onSet }: ScaleProps) {
  const { t, i18n } = useTranslation()
  const errorId = useId()
  const language = codeLanguage(i18n.language)
  const answers = answersOf(body)
  const score = scoreAssessment(answers)
  const [current, setCurrent] = useState<string | null>(null)
  const latest = useRef(answers)
  useEffect(() => {
    latest.current = answers
  })
  const put = useCallback(
    (code: string, patch: Partial<Answer>) => {
      const old = latest.current.find((each) => each.code === code)
      const next = { ...old, code, ...patch } as Answer
      const merged = [...latest.current.filter((each) => each.code !== code), next].sort(byCode)
      latest.current = merged
      onSet('items', merged)
    },
    [onSet],
  )

  return (
    <div className="scale" role="group" aria-label={t('records.field.items')} data-path="items" aria-describedby={error === null ? undefined : errorId}>
      <p className="soft small">{t('records.scale.legend')}</p>
      {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
      {dimensions.map((dimension) => (
        <section key={dimension} aria-labelledby={`scale-${dimension}`}>
          <h4 id={`scale-${dimension}`}>
            {dimension} {dimensionLabels[dimension][language]} <span className="scale-standing">{standing(dimension)}</span>
          </h4>
          {scoredItems[dimension].map(row)}
        </section>
      ))}
      <section aria-labelledby="scale-W">
        <h4 id="scale-W">W {t('records.scale.profile')}</h4>
        {profileItems.map(row)}
      </section>
    </div>
  )

  function row(item: InstrumentItem) {
    return <ScaleRow key={item.code} item={item} values={grades} answer={answers.find((each) => each.code === item.code)} isCurrent={current === item.code} onCurrent={setCurrent} onAnswer={put} />
  }

  function standing(dimension: Dimension): string {
    const { valid, score: points, answered, needed } = score.dimensions[dimension]
    const count = t('records.scale.count', { done: answered, total: scoredItems[dimension].length })
    if (valid && points !== null) return `${count}　${t('records.scale.score', { score: oneDecimal(points).toFixed(1) })}`
    return `${count}　${t('records.scale.notEnough', { count: needed - answered })}`
  }
}

/** What surrounds the person: from hindering much to helping much. */
export function EnvironmentItems({ body, error, onSet }: ScaleProps) {
  const { t } = useTranslation()
  const errorId = useId()
  const answers = surroundingsOf(body)
  const [current, setCurrent] = useState<string | null>(null)
  const latest = useRef(answers)
  useEffect(() => {
    latest.current = answers
  })
  const put = useCallback(
    (code: string, { q }: Partial<Answer>) => {
      if (q === undefined) return
      const merged = [...latest.current.filter((each) => each.code !== code), { code, value: q }].sort(byCode)
      latest.current = merged
      onSet('env', merged)
    },
    [onSet],
  )
  return (
    <div className="scale" role="group" aria-label={t('records.field.environment')} data-path="env" aria-describedby={error === null ? undefined : errorId}>
      <p className="soft small">{t('records.scale.env')}</p>
      {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
      <div>
        {environmentItems.map((item) => {
          const held = answers.find((each) => each.code === item.code)
          return <ScaleRow key={item.code} item={item} optional={item.optional} values={surroundings} answer={held === undefined ? undefined : { code: held.code, q: held.value }} isCurrent={current === item.code} onCurrent={setCurrent} onAnswer={put} />
        })}
      </div>
    </div>
  )
}

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code.localeCompare(b.code, 'en', { numeric: true })
}
