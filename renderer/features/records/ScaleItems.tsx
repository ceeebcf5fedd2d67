import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentInstrument, instrumentOf, oneDecimal, scoreAssessment } from '../../../domain/assessment/index.ts'
import type { Dimension, Instrument, InstrumentItem } from '../../../domain/assessment/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { answersOf, heldOf, scaleParts, surroundingsOf, withAnswer } from './answers.ts'
import type { HeldAnswer, ScalePart } from './answers.ts'
import { focusNext, ScaleRow } from './ScaleRow.tsx'

export interface ScaleProps {
  readonly body: JsonObject
  /** The assessment before: its answers stand beside the rows. */
  readonly previous?: JsonObject | null
  readonly error: string | null
  readonly onSet: (path: string, value: unknown) => void
  /** After an answer by key to the last row. */
  readonly onNext?: () => void
}

const grades = [0, 1, 2, 3, 4, 8, 9] as const
const surroundings = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 8, 9] as const
const nothing: readonly HeldAnswer[] = []

/** The scored items in their four dimensions and those of participation; a digit answers and the next item is in focus. `parts`: only these. */
export function ScaleItems({ body, previous = null, error, onSet, onNext, parts = scaleParts, heading: Heading = 'h4', isScored = true }: ScaleProps & {
  readonly parts?: readonly ScalePart[]
  /** Where the list stands below the headings of the page. */
  readonly heading?: 'h2' | 'h3' | 'h4'
  /** False: only how many are answered, no score. */
  readonly isScored?: boolean
}) {
  const { t, i18n } = useTranslation()
  const errorId = useId()
  const language = codeLanguage(i18n.language)
  const instrument = instrumentOf(body.instrumentVersion) ?? currentInstrument
  const held = heldOf(body)
  const before = useMemo(() => (isComparable(previous, instrument) ? heldOf(previous) : nothing), [previous, instrument])
  const score = scoreAssessment(answersOf(body), [], instrument)
  const [current, setCurrent] = useState<string | null>(null)
  const put = usePut(held, (next) => onSet('items', next))
  const next = useNext(onNext)

  return (
    <div className="scale" role="group" aria-label={t('records.field.items')} data-path="items" aria-describedby={error === null ? undefined : errorId}>
      <p className="soft small">{t('records.scale.legend')}</p>
      {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
      {parts.map((part) => (
        <section key={part} aria-labelledby={`scale-${part}`}>
          <Heading className="scale-head" id={`scale-${part}`}>
            {part} {part === 'W' ? t('records.scale.profile') : instrument.dimensionNames[part][language]} {part !== 'W' && <span className="scale-standing">{standing(part)}</span>}
          </Heading>
          {(part === 'W' ? instrument.profile : instrument.items[part]).map(row)}
        </section>
      ))}
    </div>
  )

  function row(item: InstrumentItem) {
    return <ScaleRow key={item.code} item={item} values={grades} value={find(held, item.code)} previous={find(before, item.code)} hasBefore={before.length > 0} isCurrent={current === item.code} onCurrent={setCurrent} onAnswer={put} onNext={next} />
  }

  function standing(dimension: Dimension): string {
    const { valid, score: points, answered, needed } = score.dimensions[dimension]
    const count = t('records.scale.count', { done: answered, total: instrument.items[dimension].length })
    if (!isScored) return count
    if (valid && points !== null) return `${count}　${t('records.scale.score', { score: oneDecimal(points).toFixed(1) })}`
    return `${count}　${t('records.scale.notEnough', { count: needed - answered })}`
  }
}

/** What surrounds the person: from hindering much to helping much. */
export function EnvironmentItems({ body, previous = null, error, onSet, onNext }: ScaleProps) {
  const { t } = useTranslation()
  const errorId = useId()
  const instrument = instrumentOf(body.instrumentVersion) ?? currentInstrument
  const held = useMemo(() => surroundingsAsHeld(body), [body])
  const before = useMemo(() => (isComparable(previous, instrument) ? surroundingsAsHeld(previous) : nothing), [previous, instrument])
  const [current, setCurrent] = useState<string | null>(null)
  const put = usePut(held, (next) => onSet('env', next.map(({ q, ...rest }) => (q === undefined ? rest : { ...rest, value: q }))))
  const next = useNext(onNext)
  const { barrier, facilitator } = scoreAssessment([], surroundingsOf(body), instrument)
  return (
    <div className="scale" role="group" aria-label={t('records.field.environment')} data-path="env" aria-describedby={error === null ? undefined : errorId}>
      <p className="soft small">{t('records.scale.env')}</p>
      {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
      <div>
        {instrument.environment.map((item) => (
          <ScaleRow key={item.code} item={item} optional={item.optional} values={surroundings} value={find(held, item.code)} previous={find(before, item.code)} hasBefore={before.length > 0} isCurrent={current === item.code} onCurrent={setCurrent} onAnswer={put} onNext={next} />
        ))}
      </div>
      {held.length > 0 && <p className="soft small">{t('assessment.environmentSums', { barrier, facilitator })}</p>}
    </div>
  )
}

/** Grades of another version of the instrument mean something else. */
function isComparable(previous: JsonObject | null, instrument: Instrument): previous is JsonObject {
  return previous !== null && instrumentOf(previous.instrumentVersion)?.version === instrument.version
}

function surroundingsAsHeld(body: JsonObject): HeldAnswer[] {
  return surroundingsOf(body).map(({ value, ...rest }) => ({ ...rest, q: value }))
}

function find(list: readonly HeldAnswer[], code: string): HeldAnswer | undefined {
  return list.find((each) => each.code === code)
}

/** Changes one row. Keys may follow each other faster than the page is drawn, so the newest list is kept aside. */
function usePut(held: readonly HeldAnswer[], set: (next: readonly HeldAnswer[]) => void) {
  const latest = useRef({ held, set })
  useEffect(() => {
    latest.current = { held, set }
  })
  return useCallback((code: string, patch: Partial<HeldAnswer>) => {
    const next = withAnswer(latest.current.held, code, patch)
    latest.current = { ...latest.current, held: next }
    latest.current.set(next)
  }, [])
}

function useNext(onEnd: (() => void) | undefined) {
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  return useCallback((row: HTMLElement) => {
    if (!focusNext(row)) end.current?.()
  }, [])
}
