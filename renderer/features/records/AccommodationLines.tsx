import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { itemOf, optionsFor } from '../../../domain/assessment/index.ts'
import type { Instrument } from '../../../domain/assessment/index.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { TextField } from '../../components/TextField.tsx'
import { codeLanguage } from '../../i18n/index.ts'

export interface AccommodationLine {
  readonly item: string
  readonly text: string
}

interface AccommodationLinesProps {
  readonly instrument: Instrument
  /** Items graded 3 or 4: each is owed a line. */
  readonly owed: readonly string[]
  /** Surroundings that hinder: a line is offered. */
  readonly offered: readonly string[]
  readonly lines: readonly AccommodationLine[]
  readonly error: string | null
  readonly onChange: (lines: readonly AccommodationLine[]) => void
  readonly onLeave: () => void
}

/** One line for each item that is owed one; what usually helps can be put in with a click. */
export function AccommodationLines({ instrument, owed, offered, lines, error, onChange, onLeave }: AccommodationLinesProps) {
  const { t, i18n } = useTranslation()
  const errorId = useId()
  const language = codeLanguage(i18n.language)
  const items = [...new Set([...owed, ...offered, ...lines.map(({ item }) => item)])]
  const textOf = (item: string) => lines.find((line) => line.item === item)?.text ?? ''

  function put(item: string, text: string) {
    const kept = lines.filter((line) => line.item !== item)
    const next = text === '' ? kept : [...kept, { item, text }]
    onChange([...next].sort((a, b) => items.indexOf(a.item) - items.indexOf(b.item)))
  }

  return (
    <fieldset className="accommodations" data-path="accommodations" aria-describedby={error === null ? undefined : errorId}>
      <legend className="field-label">{t('records.field.accommodations')}{owed.length > 0 && <span className="field-required">{t('records.advice.oneEach')}</span>}</legend>
      {items.length === 0 && <p className="faint">{t('records.advice.noneOwed')}</p>}
      {items.map((item) => {
        const text = textOf(item)
        const isOwed = owed.includes(item)
        return (
          <div key={item} className="accommodation">
            <TextField
              label={`${item} ${itemOf(instrument, item)?.[language] ?? ''}`}
              path={`accommodations.${item}`}
              required={isOwed}
              error={error !== null && isOwed && text === '' ? t('records.advice.writeOne') : null}
              value={text}
              onChange={(value) => put(item, value)}
              onBlur={onLeave}
              maxLength={120}
            />
            <div className="accommodation-choices">
              {optionsFor(item, instrument).filter((option) => !text.split('、').includes(option)).map((option) => (
                <Button key={option} kind="quiet" size="sm" icon="plus" onPress={() => {
                  put(item, text === '' ? option : `${text}、${option}`)
                  onLeave()
                }}>{option}</Button>
              ))}
            </div>
          </div>
        )
      })}
      {items.length > 0 && <p className="soft small">{t('assessment.employerCost')}</p>}
      {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
    </fieldset>
  )
}
