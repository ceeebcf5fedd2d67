import { memo, useId, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import type { InstrumentItem } from '../../../domain/assessment/index.ts'
import { useSession } from '../../api/SessionContext.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import type { HeldAnswer } from './answers.ts'
import { ScaleMore } from './ScaleMore.tsx'
import { speak } from './speak.ts'

export interface ScaleRowProps {
  readonly item: Omit<InstrumentItem, 'anchors' | 'anchorsEn'> & Partial<Pick<InstrumentItem, 'anchors' | 'anchorsEn'>>
  /** Need not be answered. */
  readonly optional?: boolean
  readonly values: readonly number[]
  readonly value: HeldAnswer | undefined
  /** The answer of the assessment before; `=` takes it. */
  readonly previous?: HeldAnswer | undefined
  /** Other rows of the list have an answer of before: the grades stand in one line with theirs. */
  readonly hasBefore?: boolean
  /** What its grades mean, and what may be added, is shown. */
  readonly isCurrent: boolean
  readonly onCurrent: (code: string) => void
  readonly onAnswer: (code: string, patch: Partial<HeldAnswer>) => void
  /** After an answer by key; gets the row. */
  readonly onNext: (row: HTMLElement) => void
}

export type MorePart = 'withoutAid' | 'note'

/**
 * One item. A digit answers and moves on, a minus before it for what hinders; = takes the answer of last time, A asks how it is without aids, N adds a
 * note, R reads the question aloud. What the grades mean shows for the current item.
 */
export const ScaleRow = memo(function ScaleRow({ item, optional = false, values, value, previous, hasBefore = false, isCurrent, onCurrent, onAnswer, onNext }: ScaleRowProps) {
  const { t, i18n } = useTranslation()
  const { settings } = useSession()
  const language = codeLanguage(i18n.language)
  const meaning = useId()
  const minus = useRef(false)
  const [opened, setOpened] = useState<MorePart | null>(null)
  const q = value?.q
  const hasWords = !values.includes(-1)
  const anchors = (language === 'zh' ? item.anchors : item.anchorsEn) ?? []
  const question = language === 'zh' ? item.ask : item.askEn
  return (
    <div className={isCurrent ? 'scale-row is-current' : 'scale-row'} role="presentation" data-scale-row={item.code} onKeyDownCapture={onKeyDown} onFocus={onFocus} onBlur={onBlur}>
      <RadioGroup
        className="scale-line"
        orientation="horizontal"
        aria-label={`${item.code} ${item[language]}`}
        aria-describedby={meaning}
        value={q === undefined ? null : String(q)}
        onChange={(chosen) => {
          onAnswer(item.code, { q: Number(chosen), asBefore: undefined })
          onCurrent(item.code)
        }}
      >
        <span className="scale-item">
          <span className="scale-code" aria-hidden="true">{item.code}</span>
          <span><b>{item[language]}</b>{optional && <span className="field-required">{t('common.optional')}</span>} <span className="soft small" id={meaning}>{question}</span></span>
        </span>
        <span className="scale-grades">
          {values.map((grade) => (
            <Radio key={grade} value={String(grade)} aria-label={named(grade)} className={grade === 8 ? 'scale-grade apart' : 'scale-grade'}>
              <span>{signed(grade)}</span>{hasWord(grade) && <span className="scale-word">{wordOf(grade)}</span>}
            </Radio>
          ))}
          {(hasBefore || previous?.q !== undefined) && <span className="scale-before">{beforeWords()}</span>}
        </span>
      </RadioGroup>
      {isCurrent && anchors.length > 0 && (
        <p className="scale-anchors">
          {anchors.map((meaningOf, grade) => <span key={meaningOf} className={grade === q ? 'is-chosen' : undefined}><b>{grade}</b> {meaningOf}</span>)}
        </p>
      )}
      <ScaleMore
        item={item}
        value={value}
        hasAids={hasWords}
        isCurrent={isCurrent}
        opened={opened}
        onOpen={setOpened}
        onAnswer={onAnswer}
        onDone={(row) => (q === undefined ? backTo(row) : onNext(row))}
        onTakeBefore={previous?.q === undefined ? null : (row) => takeBefore(row)}
      />
    </div>
  )

  function hasWord(grade: number): boolean {
    return hasWords || grade > 4
  }
  function wordOf(grade: number): string {
    return t(`records.scale.grade.g${grade as 0}`)
  }
  function named(grade: number): string {
    return hasWord(grade) ? `${signed(grade)} ${wordOf(grade)}` : signed(grade)
  }
  function signed(grade: number): string {
    if (hasWords || grade === 0 || grade > 4) return String(grade)
    return grade > 0 ? `+${grade}` : String(grade).replace('-', '−')
  }

  function beforeWords(): string {
    if (previous?.q === undefined) return ''
    return value?.asBefore === true ? t('assessment.asBefore') : t('assessment.before', { grade: signed(previous.q) })
  }

  function takeBefore(row: HTMLElement) {
    if (previous?.q === undefined) return
    onAnswer(item.code, { q: previous.q, qWithoutAid: previous.qWithoutAid, asBefore: true })
    onNext(row)
  }

  /** Not while a mouse button goes down: the lines would move away under it. */
  function onFocus(event: FocusEvent<HTMLDivElement>) {
    if (event.target.matches(':focus-visible')) onCurrent(item.code)
  }

  /** Coming back to the row later starts at its grade, not at what was opened once. */
  function onBlur(event: FocusEvent<HTMLDivElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpened(null)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing || isText(event.target)) return
    // Within the line for 不戴辅具时 a digit is its own.
    if ((event.target as Element).closest('[data-more]') !== null) return
    if (event.key === '-' && values.includes(-1)) {
      event.preventDefault()
      minus.current = true
      return
    }
    if (event.key === '=') {
      event.preventDefault()
      return takeBefore(event.currentTarget)
    }
    if (/^\d$/.test(event.key)) return answerBy(event)
    if (!settings.singleKeys) return
    const letter = event.key.toLowerCase()
    const part = letter === 'n' ? 'note' : letter === 'a' && hasWords ? 'withoutAid' : null
    if (part === null && letter !== 'r') return
    event.preventDefault()
    event.stopPropagation()
    onCurrent(item.code)
    if (part === null) speak(question, i18n.language)
    else setOpened(part)
  }

  function answerBy(event: KeyboardEvent<HTMLDivElement>) {
    const grade = minus.current && event.key !== '0' ? -Number(event.key) : Number(event.key)
    minus.current = false
    if (!values.includes(grade)) return
    event.preventDefault()
    onAnswer(item.code, { q: grade, asBefore: undefined })
    onNext(event.currentTarget)
  }
})

function isText(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio')
}

/** The answer of the row, or its first grade. */
function gradeOf(row: HTMLElement): HTMLInputElement | null {
  const line = row.querySelector('.scale-line')
  return line?.querySelector<HTMLInputElement>('input:checked') ?? line?.querySelector<HTMLInputElement>('input') ?? null
}

function backTo(row: HTMLElement): void {
  gradeOf(row)?.focus()
}

/** The next item of the same list, in the place of its answer or its first grade. False at the end of it. */
export function focusNext(row: HTMLElement): boolean {
  const rows = [...(row.closest('.scale')?.querySelectorAll<HTMLElement>('[data-scale-row]') ?? [])]
  const next = rows[rows.indexOf(row) + 1]
  if (next === undefined) {
    backTo(row)
    return false
  }
  backTo(next)
  return true
}
