import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { adviseOn, conclusionDraft, fixedSentence, isRated, oneDecimal, verdictLabels } from '../../../domain/assessment/index.ts'
import type { Advice } from '../../../domain/assessment/index.ts'
import { codeEntries, codeLabel } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckboxGroup } from '../../components/Choices.tsx'
import { TextField } from '../../components/TextField.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { AccommodationLines } from './AccommodationLines.tsx'
import type { AccommodationLine } from './AccommodationLines.tsx'
import { answersOf, surroundingsOf } from './answers.ts'
import { isAsAdvised } from './controls.ts'
import { isEmpty } from './formSpec.ts'

interface AdviceFieldProps {
  readonly file: PersonFile
  readonly body: JsonObject
  readonly today: string
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** How many families of jobs are explained. */
const explained = 6

/** Scores and suggestions, computed from the items. The counsellor takes them or changes them; the person may disagree. */
export function AdviceField({ file, body, today, errorAt, onSet, onLeave }: AdviceFieldProps) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  /** The conclusion that was proposed last; it gives way to a new one as long as nobody changed it. */
  const proposedConclusion = useRef('')
  const isConfirming = !isEmpty(body.reviewOf)
  const advice = adviceFor(file, body, today)
  const { level, score } = advice
  const hasResult = level !== null && score.index !== null
  if (!hasResult && !isConfirming) {
    return (
      <div className="advice" data-path="advice">
        <p className="soft">{t('records.advice.waiting')}</p>
        <p className="fixed-sentence">{fixedSentence}</p>
      </div>
    )
  }
  const lines = (Array.isArray(body.accommodations) ? body.accommodations : []) as unknown as readonly AccommodationLine[]
  const hindering = surroundingsOf(body).filter(({ value }) => value < 0).map(({ code }) => code)
  return (
    <div className="advice" data-path="advice">
      <div className="advice-head">
        <p className="advice-result" role="status">
          {hasResult && <b>{t('records.scale.index', { index: oneDecimal(score.index ?? 0).toFixed(1), level: level.level, word: level[language] })}</b>}
        </p>
        {hasResult && <Button onPress={takeAll}>{t('records.advice.take')}</Button>}
      </div>
      <p className="fixed-sentence">{fixedSentence}</p>
      {list('suggestedForms', 'suggestedForm')}
      {!isConfirming && !isAsAdvised(body) && (
        <TextField label={t('records.field.reasonIfChanged')} path="reasonIfChanged" required error={errorAt('reasonIfChanged')} hint={t('records.advice.reason')} value={typeof body.reasonIfChanged === 'string' ? body.reasonIfChanged : ''} onChange={(value) => onSet('reasonIfChanged', value)} onBlur={() => onLeave('reasonIfChanged')} maxLength={300} />
      )}
      {list('suggestedFamilies', 'jobFamily')}
      {hasResult && (
        <details>
          <summary>{t('records.advice.why')}</summary>
          <ul className="families">
            {advice.families.slice(0, explained).map((family) => (
              <li key={family.code}>
                <b>{codeLabel('jobFamily', family.code, language)}</b> {verdictLabels[family.verdict][language]} <span className="soft small">{[...family.why, ...family.whyNot, ...family.whatWouldChange].join('；')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <AccommodationLines
        owed={score.flags}
        offered={hindering}
        lines={lines}
        error={errorAt('accommodations')}
        onChange={(next) => onSet('accommodations', next)}
        onLeave={() => onLeave('accommodations')}
      />
      {list('suggestedTraining', 'trainingType')}
    </div>
  )

  function list(path: 'suggestedForms' | 'suggestedFamilies' | 'suggestedTraining', table: CodeTableId) {
    return (
      <CheckboxGroup
        label={t(`records.field.${path}`)}
        path={path}
        required
        error={errorAt(path)}
        value={Array.isArray(body[path]) ? (body[path] as string[]) : []}
        onChange={(next) => {
          onSet(path, inOrder(next, path === 'suggestedForms' ? (level?.forms ?? []) : [], table))
          onLeave(path)
        }}
        options={codeEntries(table).map((entry) => ({ value: entry.code, label: entry[language] }))}
      />
    )
  }

  /** Suggestions for what can be ticked; what was written already is kept. */
  function takeAll() {
    onSet('suggestedForms', [...(level?.forms ?? [])])
    onSet('suggestedFamilies', advice.families.filter((family) => family.verdict === 'fit').slice(0, 3).map((family) => family.code))
    onSet('suggestedTraining', advice.training.map((training) => training.code))
    const written = new Set(lines.map(({ item }) => item))
    const proposed = advice.accommodations.filter(({ item }) => !written.has(item)).map(({ item, options }) => ({ item, text: options[0] ?? '' }))
    onSet('accommodations', [...lines, ...proposed])
    if (isEmpty(body.conclusion) || body.conclusion === proposedConclusion.current) {
      proposedConclusion.current = conclusionDraft(score)
      onSet('conclusion', proposedConclusion.current)
    }
    onLeave('advice')
  }
}

function adviceFor(file: PersonFile, body: JsonObject, today: string): Advice {
  const { disabilityCategory, multiCategories, education, birthDate } = file.fields
  const within = Array.isArray(multiCategories) ? (multiCategories as string[]) : []
  const profile = {
    ...(typeof disabilityCategory === 'string' ? { categories: [disabilityCategory, ...within] } : {}),
    ...(typeof education === 'string' ? { education } : {}),
    ...(typeof birthDate === 'string' ? { birthDate } : {}),
  }
  return adviseOn(answersOf(body).filter((item) => isRated(item.q)), surroundingsOf(body), profile, today)
}

/** What was suggested keeps its order of preference; the rest follows as in the table. */
function inOrder(chosen: readonly string[], suggested: readonly string[], table: CodeTableId): string[] {
  const all = new Set([...suggested, ...codeEntries(table).map((entry) => entry.code)])
  return [...all].filter((code) => chosen.includes(code))
}
