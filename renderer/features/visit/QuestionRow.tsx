import { useId } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { classes } from '../../components/classes.ts'
import { isEmpty, valueAt } from '../records/formSpec.ts'
import { isComposing, isWriting, useOptionKeys } from './optionKeys.ts'
import { OneOf, SomeOf } from './OptionList.tsx'
import { QuestionBody } from './QuestionBody.tsx'
import type { Question } from './questions.ts'
import { useOptions } from './useOptions.ts'
import { useQuestionWords } from './useQuestionWords.ts'
import type { Visit } from './useVisit.ts'

/** One question: what to ask, what was said last, and the answer. A digit answers and moves on; = says the same as last time; Enter moves on. */
export function QuestionRow({ question, visit }: { readonly question: Question; readonly visit: Visit }) {
  const { t } = useTranslation()
  const { settings, state } = useSession()
  const words = useQuestionWords(visit.file.documents)
  const askId = useId()
  const { path, kind } = question
  const { options, valueOf, optionOf } = useOptions(question, state.today)
  const isCurrent = visit.current === path
  const error = visit.errorAt(path)
  const hint = visit.hintAt(path)
  const isLast = visit.marks.asLast.includes(path)
  const hasOptions = options.length > 0 && kind !== 'part'
  const last = question.last === undefined ? null : words.value(question, { ...visit.body, [path]: question.last })
  const chosen = visit.chosenOf(question) ?? optionOf(valueAt(visit.body, path))
  const many = kind === 'many'
  const offersLast = kind === 'write' && question.last !== undefined && isEmpty(valueAt(visit.body, path))
  const listed = Array.isArray(valueAt(visit.body, path)) ? (valueAt(visit.body, path) as string[]) : []

  const choose = (option: string, moves: boolean) => {
    if (many) return visit.answer(question, listed.includes(option) ? listed.filter((each) => each !== option) : inOrder([...listed, option]), false)
    visit.choose(question, option, valueOf, moves)
  }
  const keys = useOptionKeys(options, (option) => choose(option, true))

  return (
    <li className={classes('visit-question', isCurrent && 'is-current', kind === 'part' && 'is-part')} data-question={path} onKeyDownCapture={onKeyDown} onBlur={keys.forget}>
      <div className="visit-ask">
        <span className="visit-label" data-label>{words.label(question)}{!question.needed && <span className="field-required">{t('common.optional')}</span>}</span>
        <span className="visit-how soft" id={askId}>{words.ask(question)}</span>
        {last !== null && last !== '' && !offersLast && (
          <span className="visit-last small">
            {isLast ? <span className="mark ok"><Icon name="check" />{t(`visit.${visit.since}.as`)}</span> : <span className="soft">{t(`visit.${visit.since}.was`, { words: last })}</span>}
          </span>
        )}
      </div>
      <QuestionBody question={question} visit={visit} part="before" />
      {offersLast && (
        <p className="visit-take"><Button size="sm" keys="=" onPress={() => visit.takeLast(question)}>{t(`visit.${visit.since}.take`, { words: last })}</Button></p>
      )}
      {hasOptions && (many
        ? <SomeOf label={words.label(question)} describedBy={askId} options={options} isInvalid={error !== null} value={listed} onChange={(next) => visit.answer(question, inOrder(next), false)} />
        : <OneOf label={words.label(question)} describedBy={askId} options={options} isInvalid={error !== null} value={chosen} onChange={(option) => choose(option, false)} />)}
      <QuestionBody question={question} visit={visit} part="after" />
      {error === null && hint !== null && hasOptions && kind !== 'write' && <p className="field-hint warn">{hint}</p>}
      {error !== null && ((hasOptions && kind !== 'write') || question.fields.length > 1) && <p className="field-error" role="alert"><Icon name="alert" /><span>{error}</span></p>}
    </li>
  )

  function inOrder(chosenOnes: readonly string[]): string[] {
    const known = options.map(({ value }) => value).filter((value) => chosenOnes.includes(value))
    return [...known, ...chosenOnes.filter((value) => !known.includes(value))]
  }

  function onKeyDown(event: KeyboardEvent<HTMLLIElement>) {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter') return onEnter(event)
    if (isWriting(event.target)) return
    if (event.key === '=' && settings.singleKeys && question.last !== undefined) {
      take(event)
      visit.takeLast(question)
    } else if (hasOptions && keys.press(event.key)) take(event)
  }

  /** A button, an open list and lines of text have their own Enter; elsewhere it moves on and answers nothing. */
  function onEnter(event: KeyboardEvent<HTMLLIElement>) {
    const target = event.target as HTMLElement
    if (target.closest('button, textarea, [aria-expanded="true"], .compare-row, .visit-inner')) return
    take(event)
    visit.moveOn(question)
  }
}

function take(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
