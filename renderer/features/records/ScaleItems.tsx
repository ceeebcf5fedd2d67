import { memo } from 'react'
import type { KeyboardEvent } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { dimensionLabels, dimensions, environmentItems, isQualifier, neededAnswers, oneDecimal, profileItems, scoreAssessment, scoredItems } from '../../../domain/assessment/index.ts'
import type { Dimension, InstrumentItem, ItemAnswer } from '../../../domain/assessment/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'
import { codeLanguage } from '../../i18n/index.ts'

interface ScaleProps {
  readonly body: JsonObject
  readonly error: string | null
  readonly onSet: (path: string, value: unknown) => void
}

const grades = [0, 1, 2, 3, 4, 8, 9] as const
const surroundings = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 8] as const

export function answersOf(body: JsonObject): ItemAnswer[] {
  const items = Array.isArray(body.items) ? (body.items as unknown as ItemAnswer[]) : []
  return items.filter((item) => isQualifier(item.q))
}

/** The 28 scored items in their four dimensions and the three of participation; a digit answers and the next item is in focus. */
export function ScaleItems({ body, error, onSet }: ScaleProps) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const answers = answersOf(body)
  const score = scoreAssessment(answers)
  const put = (code: string, q: number) => onSet('items', [...answers.filter((each) => each.code !== code), { ...answers.find((each) => each.code === code), code, q }].sort(byCode))
  return (
    <div className="scale" data-path="items">
      <p className="faint small">{t('records.scale.legend')}</p>
      {error !== null && <p className="field-error" role="alert"><Icon name="alert" /><span>{error}</span></p>}
      {dimensions.map((dimension) => (
        <section key={dimension} aria-labelledby={`scale-${dimension}`}>
          <h4 id={`scale-${dimension}`}>
            {dimensionLabels[dimension][language]} <span className="faint small">{standing(dimension)}</span>
          </h4>
          {scoredItems[dimension].map((item) => <ScaleRow key={item.code} item={item} values={grades} q={answers.find((each) => each.code === item.code)?.q} onGrade={put} />)}
        </section>
      ))}
      <section aria-labelledby="scale-W">
        <h4 id="scale-W">{t('records.scale.profile')}</h4>
        {profileItems.map((item) => <ScaleRow key={item.code} item={item} values={grades} q={answers.find((each) => each.code === item.code)?.q} onGrade={put} />)}
      </section>
    </div>
  )

  function standing(dimension: Dimension): string {
    const { valid, score: points, answered } = score.dimensions[dimension]
    const name = dimensionLabels[dimension][language]
    if (valid && points !== null) return t('records.scale.score', { dimension: name, score: oneDecimal(points).toFixed(1) })
    return t('records.scale.notEnough', { dimension: name, count: neededAnswers(scoredItems[dimension].length) - answered })
  }
}

/** What surrounds the person: from hindering much to helping much. */
export function EnvironmentItems({ body, error, onSet }: ScaleProps) {
  const { t } = useTranslation()
  const answers = (Array.isArray(body.env) ? body.env : []) as unknown as readonly { readonly code: string; readonly value: number }[]
  const put = (code: string, value: number) => onSet('env', [...answers.filter((each) => each.code !== code), { code, value }].sort(byCode))
  return (
    <div className="scale" data-path="env">
      <p className="faint small">{t('records.scale.env')}</p>
      {error !== null && <p className="field-error" role="alert"><Icon name="alert" /><span>{error}</span></p>}
      {environmentItems.map((item) => (
        <ScaleRow key={item.code} item={item} values={surroundings} q={answers.find((each) => each.code === item.code)?.value} onGrade={put} />
      ))}
    </div>
  )
}

interface ScaleRowProps {
  readonly item: Omit<InstrumentItem, 'anchors'> & { readonly anchors?: InstrumentItem['anchors'] }
  readonly values: readonly number[]
  readonly q: number | undefined
  readonly onGrade: (code: string, q: number) => void
}

const ScaleRow = memo(function ScaleRow({ item, values, q, onGrade }: ScaleRowProps) {
  const { i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const anchor = item.anchors?.[q ?? -1]
  return (
    <div role="presentation" onKeyDownCapture={onKeyDown}>
    <RadioGroup
      className="scale-row"
      orientation="horizontal"
      aria-label={`${item.code} ${item[language]}`}
      value={q === undefined ? null : String(q)}
      onChange={(value) => onGrade(item.code, Number(value))}
    >
      <span className="scale-item">
        <span className="scale-code" aria-hidden="true">{item.code}</span> {item[language]}
        <span className="faint small"> {language === 'zh' ? item.ask : item.askEn}</span>
      </span>
      <span className="scale-grades">
        {values.map((value) => <Radio key={value} value={String(value)} className="scale-grade">{value > 0 && values.includes(-1) && value < 5 ? `+${value}` : String(value).replace('-', '−')}</Radio>)}
      </span>
      <span className="scale-anchor faint small" aria-live="polite">{language === 'zh' ? (anchor ?? '') : ''}</span>
    </RadioGroup>
    </div>
  )

  /** A digit answers and moves on. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (!/^\d$/.test(event.key) || !values.includes(Number(event.key)) || event.ctrlKey || event.altKey) return
    event.preventDefault()
    onGrade(item.code, Number(event.key))
    focusNextRow(event.currentTarget)
  }
})

function focusNextRow(row: HTMLElement): void {
  const rows = [...(row.closest('.scale')?.querySelectorAll<HTMLElement>('[role="presentation"]') ?? [])]
  const next = rows[rows.indexOf(row) + 1]
  const inputs = [...(next?.querySelectorAll<HTMLInputElement>('input') ?? [])]
  const target = inputs.find((input) => input.checked) ?? inputs[0]
  target?.focus()
}

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code.localeCompare(b.code, 'en', { numeric: true })
}
