import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { isRated } from '../../../domain/assessment/index.ts'
import type { InstrumentItem } from '../../../domain/assessment/index.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import type { HeldAnswer } from './answers.ts'
import type { MorePart } from './ScaleRow.tsx'
import { canSpeak, speak } from './speak.ts'

interface ScaleMoreProps {
  readonly item: Omit<InstrumentItem, 'anchors' | 'anchorsEn'>
  readonly value: HeldAnswer | undefined
  /** Whether 不戴辅具时 can be asked of it. */
  readonly hasAids: boolean
  readonly isCurrent: boolean
  readonly opened: MorePart | null
  readonly onOpen: (part: MorePart | null) => void
  readonly onAnswer: (code: string, patch: Partial<HeldAnswer>) => void
  /** Done with what was opened; gets the row. */
  readonly onDone: (row: HTMLElement) => void
  readonly onTakeBefore: ((row: HTMLElement) => void) | null
}

const withoutAidGrades = [0, 1, 2, 3, 4, 8, 9] as const

/** What may be added to an answer: how it is without aids, and a note. Fields while the item is current, words otherwise. */
export function ScaleMore({ item, value, hasAids, isCurrent, opened, onOpen, onAnswer, onDone, onTakeBefore }: ScaleMoreProps) {
  const { t, i18n } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const name = `${item.code} ${item[codeLanguage(i18n.language)]}`
  const { q, qWithoutAid, note } = value ?? {}
  const hasGrade = qWithoutAid !== undefined
  const hasNote = note !== undefined && note !== ''
  const asksAids = isCurrent && hasAids && (opened === 'withoutAid' || hasGrade)
  const asksNote = isCurrent && (opened === 'note' || hasNote)

  useEffect(() => {
    if (opened !== null && isCurrent) root.current?.querySelector<HTMLElement>(`[data-more="${opened}"] input:checked, [data-more="${opened}"] input`)?.focus()
  }, [opened, isCurrent])

  if (!isCurrent) {
    const words = [hasGrade ? aidWords() : '', hasNote ? note : ''].filter((each) => each !== '')
    return words.length === 0 ? null : <p className="scale-added small soft">{words.join('；')}</p>
  }
  return (
    <div className="scale-more" ref={root} role="presentation" onKeyDown={onKeyDown}>
      {asksAids && (
        <RadioGroup
          className="scale-aid"
          data-more="withoutAid"
          orientation="horizontal"
          aria-label={t('assessment.withoutAidOf', { item: name })}
          value={qWithoutAid === undefined ? null : String(qWithoutAid)}
          onChange={(chosen) => onAnswer(item.code, { qWithoutAid: Number(chosen) })}
        >
          <span className="soft" aria-hidden="true">{t('assessment.key.withoutAid')}</span>
          <span className="scale-grades">
            {withoutAidGrades.map((grade) => (
              <Radio key={grade} value={String(grade)} aria-label={`${grade} ${t(`records.scale.grade.g${grade}`)}`} className={grade === 8 ? 'scale-grade apart' : 'scale-grade'}><span>{grade}</span></Radio>
            ))}
          </span>
          <span className="soft small" role="status">{gainWords()}</span>
        </RadioGroup>
      )}
      {asksNote && (
        <div className="scale-note" data-more="note">
          <TextField label={t('assessment.noteOf', { item: name })} value={note ?? ''} onChange={(words) => onAnswer(item.code, { note: words === '' ? undefined : words })} onEnter={done} maxLength={200} />
        </div>
      )}
      <span className="scale-offers">
        {onTakeBefore !== null && value?.asBefore !== true && offer('takeBefore', '=', (row) => onTakeBefore(row))}
        {hasAids && !asksAids && offer('withoutAid', 'A', () => onOpen('withoutAid'))}
        {!asksNote && offer('note', 'N', () => onOpen('note'))}
        {canSpeak(i18n.language) && offer('read', 'R', () => speak(codeLanguage(i18n.language) === 'zh' ? item.ask : item.askEn, i18n.language))}
      </span>
    </div>
  )

  function offer(what: 'takeBefore' | 'withoutAid' | 'note' | 'read', keys: string, act: (row: HTMLElement) => void): ReactNode {
    return <Button size="sm" kind="quiet" keys={keys} onPress={() => { const row = rowOf(); if (row !== null) act(row) }}>{t(`assessment.key.${what}`)}</Button>
  }

  function rowOf(): HTMLElement | null {
    return root.current?.closest<HTMLElement>('[data-scale-row]') ?? null
  }
  function done() {
    const row = rowOf()
    onOpen(null)
    if (row !== null) onDone(row)
  }

  function aidWords(): string {
    return [t('assessment.withoutAid', { grade: qWithoutAid }), gainWords()].filter((each) => each !== '').join('，')
  }
  function gainWords(): string {
    if (q === undefined || qWithoutAid === undefined || !isRated(q) || !isRated(qWithoutAid) || q === qWithoutAid) return ''
    return qWithoutAid > q ? t('assessment.gain', { count: qWithoutAid - q }) : t('assessment.loss')
  }

  /** A digit is the grade without aids; Esc leaves the line and keeps what it holds. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const part = (event.target as Element).closest<HTMLElement>('[data-more]')?.dataset.more
    if (part === undefined || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return done()
    }
    if (part !== 'withoutAid' || event.ctrlKey || event.altKey || event.metaKey || !/^[0-489]$/.test(event.key)) return
    event.preventDefault()
    onAnswer(item.code, { qWithoutAid: Number(event.key) })
    done()
  }
}
