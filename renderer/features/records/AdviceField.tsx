import { useTranslation } from 'react-i18next'
import { adviseOn, fixedSentence, isRated, itemByCode, oneDecimal } from '../../../domain/assessment/index.ts'
import type { Advice } from '../../../domain/assessment/index.ts'
import { codeEntries, codeLabel } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckboxGroup } from '../../components/Choices.tsx'
import { TextField } from '../../components/TextField.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { answersOf } from './ScaleItems.tsx'
import { TextsField } from './TextsField.tsx'

interface AdviceFieldProps {
  readonly file: PersonFile
  readonly body: JsonObject
  readonly today: string
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** Scores and suggestions, computed from the items. The counsellor takes them or changes them; the person may disagree. */
export function AdviceField({ file, body, today, errorAt, onSet, onLeave }: AdviceFieldProps) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const advice = adviceFor(file, body, today)
  if (advice.level === null || advice.score.index === null) {
    return <p className="soft" data-path="advice">{t('records.advice.waiting')}。{t('records.scale.noIndex')}</p>
  }
  const { score, level } = advice
  const changed = Array.isArray(body.suggestedForms) && !sameList(body.suggestedForms, level.forms)
  return (
    <div className="advice" data-path="advice">
      <p className="advice-result" role="status">
        <b>{t('records.scale.index', { index: oneDecimal(score.index ?? 0).toFixed(1), level: level.level, word: level[language] })}</b>
      </p>
      <p className="fixed-sentence">{fixedSentence}</p>
      <Button onPress={() => takeAll(advice, onSet)}>{t('records.advice.take')}</Button>
      {list('suggestedForms', 'suggestedForm')}
      {changed && (
        <TextField label={t('records.field.reasonIfChanged')} path="reasonIfChanged" required error={errorAt('reasonIfChanged')} hint={t('records.advice.reason')} value={typeof body.reasonIfChanged === 'string' ? body.reasonIfChanged : ''} onChange={(value) => onSet('reasonIfChanged', value)} onBlur={() => onLeave('reasonIfChanged')} maxLength={300} />
      )}
      <details>
        <summary>{t('records.advice.why')}</summary>
        <ul className="families">
          {advice.families.slice(0, 6).map((family) => (
            <li key={family.code}>
              <b>{codeLabel('jobFamily', family.code, language)}</b> <span className="soft small">{[...family.why, ...family.whyNot, ...family.whatWouldChange].join('；')}</span>
            </li>
          ))}
        </ul>
      </details>
      {list('suggestedFamilies', 'jobFamily')}
      <TextsField
        label={t('records.field.accommodations')}
        path="accommodations"
        error={errorAt('accommodations')}
        hint={score.flags.map((flag) => itemByCode(flag)?.[language] ?? flag).join('、')}
        value={linesOf(body.accommodations)}
        onChange={(texts) => onSet('accommodations', fromLines(texts, score.flags))}
        onBlur={() => onLeave('accommodations')}
      />
      {list('suggestedTraining', 'trainingType')}
    </div>
  )

  function list(path: 'suggestedForms' | 'suggestedFamilies' | 'suggestedTraining', table: CodeTableId) {
    return (
      <CheckboxGroup
        label={t(`records.field.${path}`)}
        path={path}
        error={errorAt(path)}
        value={Array.isArray(body[path]) ? (body[path] as string[]) : []}
        onChange={(next) => onSet(path, inOrder(next, path === 'suggestedForms' ? level?.forms ?? [] : [], table))}
        options={codeEntries(table).map((entry) => ({ value: entry.code, label: entry[language] }))}
      />
    )
  }
}

function adviceFor(file: PersonFile, body: JsonObject, today: string): Advice {
  const env = (Array.isArray(body.env) ? body.env : []) as unknown as { code: string; value: number }[]
  const { disabilityCategory, multiCategories, education, birthDate } = file.fields
  const within = Array.isArray(multiCategories) ? (multiCategories as string[]) : []
  const profile = {
    ...(typeof disabilityCategory === 'string' ? { categories: [disabilityCategory, ...within] } : {}),
    ...(typeof education === 'string' ? { education } : {}),
    ...(typeof birthDate === 'string' ? { birthDate } : {}),
  }
  const items = answersOf(body).filter((item) => isRated(item.q))
  return adviseOn(items, env, profile, today)
}

function takeAll(advice: Advice, onSet: AdviceFieldProps['onSet']): void {
  onSet('suggestedForms', [...(advice.level?.forms ?? [])])
  onSet('suggestedFamilies', advice.families.filter((family) => family.verdict === 'fit').slice(0, 3).map((family) => family.code))
  onSet('accommodations', advice.accommodations.map(({ item, options }) => ({ item, text: options[0] ?? '' })))
  onSet('suggestedTraining', advice.training.map((training) => training.code))
  onSet('conclusion', advice.conclusion)
  onSet('reasonIfChanged', '')
}

function linesOf(value: unknown): string[] {
  const lines = (Array.isArray(value) ? value : []) as { readonly item: string; readonly text: string }[]
  return lines.map((line) => line.text)
}

/** Each text goes to a flagged item in turn; further ones to the last. */
function fromLines(texts: readonly string[], flags: readonly string[]): { item: string; text: string }[] {
  return texts.map((text, i) => ({ item: flags[Math.min(i, flags.length - 1)] ?? 'A1', text }))
}

/** What was suggested keeps its order of preference; the rest follows as in the table. */
function inOrder(chosen: readonly string[], suggested: readonly string[], table: CodeTableId): string[] {
  const all = new Set([...suggested, ...codeEntries(table).map((entry) => entry.code)])
  return [...all].filter((code) => chosen.includes(code))
}

function sameList(a: unknown, b: readonly string[]): boolean {
  return Array.isArray(a) && a.length === b.length && b.every((value, i) => value === a[i])
}
