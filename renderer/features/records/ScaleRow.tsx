import { memo, useId, useRef } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import type { InstrumentItem } from '../../../domain/assessment/index.ts'
import { codeLanguage } from '../../i18n/index.ts'
import type { Answer } from './answers.ts'

interface ScaleRowProps {
  readonly item: Omit<InstrumentItem, 'anchors'> & { readonly anchors?: InstrumentItem['anchors'] }
  /** Need not be answered. */
  readonly optional?: boolean
  readonly values: readonly number[]
  readonly answer: Answer | undefined
  /** What its grades mean is shown. */
  readonly isCurrent: boolean
  readonly onCurrent: (code: string) => void
  readonly onAnswer: (code: string, patch: Partial<Answer>) => void
}

/** One item: a digit answers and moves on; a minus before it for what hinders. What the grades mean shows for the current item. */
export const ScaleRow = memo(function ScaleRow({ item, optional = false, values, answer, isCurrent, onCurrent, onAnswer }: ScaleRowProps) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const meaning = useId()
  const minus = useRef(false)
  const q = answer?.q
  const hasWords = !values.includes(-1)
  const words = ['0', '1', '2', '3', '4'].map((grade) => t(`records.scale.grade.g${grade as '0'}`))
  const anchors = !hasWords ? [] : language === 'zh' ? (item.anchors ?? words) : words
  return (
    <div className={isCurrent ? 'scale-row is-current' : 'scale-row'} role="presentation" data-scale-row onKeyDownCapture={onKeyDown} onFocus={onFocus}>
      <RadioGroup
        className="scale-line"
        orientation="horizontal"
        aria-label={`${item.code} ${item[language]}`}
        aria-describedby={meaning}
        value={q === undefined ? null : String(q)}
        onChange={(value) => {
          onAnswer(item.code, { q: Number(value) })
          onCurrent(item.code)
        }}
      >
        <span className="scale-item">
          <span className="scale-code" aria-hidden="true">{item.code}</span>
          <span><b>{item[language]}</b>{optional && <span className="field-required">{t('common.optional')}</span>} <span className="soft small" id={meaning}>{language === 'zh' ? item.ask : item.askEn}</span></span>
        </span>
        <span className="scale-grades">
          {values.map((value) => (
            <Radio key={value} value={String(value)} aria-label={named(value)} className={value === 8 ? 'scale-grade apart' : 'scale-grade'}>
              <span>{signed(value)}</span>{hasWord(value) && <span className="scale-word">{wordOf(value)}</span>}
            </Radio>
          ))}
        </span>
      </RadioGroup>
      {isCurrent && anchors.length > 0 && (
        <p className="scale-anchors">
          {anchors.map((meaningOf, grade) => <span key={meaningOf} className={grade === q ? 'is-chosen' : undefined}><b>{grade}</b> {meaningOf}</span>)}
        </p>
      )}
    </div>
  )

  function hasWord(value: number): boolean {
    return hasWords || value > 4
  }
  function wordOf(value: number): string {
    return t(`records.scale.grade.g${value as 0}`)
  }
  function named(value: number): string {
    return hasWord(value) ? `${signed(value)} ${wordOf(value)}` : signed(value)
  }
  function signed(value: number): string {
    if (hasWords || value === 0 || value > 4) return String(value)
    return value > 0 ? `+${value}` : String(value).replace('-', '−')
  }

  /** Not while a mouse button goes down: the lines would move away under it. */
  function onFocus(event: FocusEvent<HTMLDivElement>) {
    if (event.target.matches(':focus-visible')) onCurrent(item.code)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === '-' && values.includes(-1)) {
      event.preventDefault()
      minus.current = true
      return
    }
    if (!/^\d$/.test(event.key)) return
    const grade = minus.current && event.key !== '0' ? -Number(event.key) : Number(event.key)
    minus.current = false
    if (!values.includes(grade)) return
    event.preventDefault()
    onAnswer(item.code, { q: grade })
    focusNext(event.currentTarget)
  }
})

/** The next item of the same part, in the place of its answer or its first grade. */
function focusNext(row: HTMLElement): void {
  const rows = [...(row.closest('.scale')?.querySelectorAll<HTMLElement>('[data-scale-row]') ?? [])]
  const next = rows[rows.indexOf(row) + 1]
  const target = next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector<HTMLInputElement>('input')
  target?.focus()
}
