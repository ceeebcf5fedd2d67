import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { conclusionDraft, currentInstrument, dimensions, instrumentOf, oneDecimal } from '../../../domain/assessment/index.ts'
import { codeEntries } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckboxGroup } from '../../components/Choices.tsx'
import { TextField } from '../../components/TextField.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { BesideKit } from '../assessment/BesideKit.tsx'
import { FamilyReasons } from '../assessment/FamilyReasons.tsx'
import { AccommodationLines } from './AccommodationLines.tsx'
import type { AccommodationLine } from './AccommodationLines.tsx'
import { adviceOfDraft, advisedLists } from './adviceOf.ts'
import { surroundingsOf } from './answers.ts'
import { isAsAdvised } from './controls.ts'
import type { FileFacts } from './fileFacts.ts'
import { isEmpty } from './formSpec.ts'

interface AdviceFieldProps {
  readonly facts: FileFacts
  readonly body: JsonObject
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** Scores and suggestions, computed from the items. The counsellor takes them or changes them; the person may disagree. */
export function AdviceField({ facts, body, errorAt, onSet, onLeave }: AdviceFieldProps) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  /** The conclusion that was proposed last; it gives way to a new one as long as nobody changed it. */
  const proposedConclusion = useRef('')
  const instrument = instrumentOf(body.instrumentVersion) ?? currentInstrument
  const isConfirming = !isEmpty(body.reviewOf)
  const advice = adviceOfDraft(body, facts.profile)
  const { level, score } = advice
  const hasResult = !isConfirming && level !== null && score.index !== null
  if (!hasResult && !isConfirming) {
    return (
      <div className="advice" data-path="advice">
        <p className="soft">{t('records.advice.waiting')}</p>
        <p className="fixed-sentence">{instrument.fixedSentence}</p>
      </div>
    )
  }
  const lines = (Array.isArray(body.accommodations) ? body.accommodations : []) as unknown as readonly AccommodationLine[]
  const hindering = surroundingsOf(body).filter(({ value }) => value < 0).map(({ code }) => code)
  const gained = Object.entries(score.aidGain).filter(([, gain]) => gain > 0)
  return (
    <div className="advice" data-path="advice">
      {hasResult && (
        <>
          <div className="advice-head">
            <p className="advice-result" role="status">
              <b>{t('records.scale.index', { index: oneDecimal(score.index ?? 0).toFixed(1), level: level.level, word: level[language] })}</b>
            </p>
            <Button onPress={takeAll}>{t('records.advice.take')}</Button>
          </div>
          <p className="soft small">
            {[
              dimensions.map((dimension) => `${instrument.dimensionNames[dimension][language]} ${pointsOf(score.dimensions[dimension].score)}`).join(t('assessment.listComma')),
              score.raised ? t('assessment.raised', { below: instrument.scoring.weakBelow }) : '',
              t('assessment.services', { services: level.services.map((service) => service[language]).join(t('assessment.listComma')) }),
              gained.length === 0 ? '' : t('assessment.gains', { items: gained.map(([code, gain]) => `${itemName(code)} ${gain}`).join(t('assessment.listComma')) }),
            ].filter((each) => each !== '').join(t('assessment.stop'))}
          </p>
        </>
      )}
      <BesideKit body={body} instrument={instrument} />
      <p className="fixed-sentence">{instrument.fixedSentence}</p>
      {list('suggestedForms', 'suggestedForm')}
      {list('suggestedFamilies', 'jobFamily')}
      {hasResult && <FamilyReasons families={advice.families} instrument={instrument} />}
      <AccommodationLines
        instrument={instrument}
        owed={score.flags}
        offered={hindering}
        lines={lines}
        error={errorAt('accommodations')}
        onChange={(next) => onSet('accommodations', next)}
        onLeave={() => onLeave('accommodations')}
      />
      {list('suggestedTraining', 'trainingType')}
      {hasResult && (
        <p className="soft small">{advice.training.map(({ code, because }) => `${nameIn('trainingType', code)}${t('assessment.colon')}${t(`assessment.because.${because}`, { ...instrument.training })}`).join(t('assessment.stop'))}</p>
      )}
      {!isConfirming && !isAsAdvised(body, facts) && (
        <TextField label={t('records.field.reasonIfChanged')} path="reasonIfChanged" required error={errorAt('reasonIfChanged')} hint={t('records.advice.reason')} value={typeof body.reasonIfChanged === 'string' ? body.reasonIfChanged : ''} onChange={(value) => onSet('reasonIfChanged', value)} onBlur={() => onLeave('reasonIfChanged')} maxLength={300} />
      )}
    </div>
  )

  function pointsOf(points: number | null): string {
    return points === null ? t('assessment.notScored') : oneDecimal(points).toFixed(1)
  }
  function itemName(code: string): string {
    return dimensions.flatMap((dimension) => instrument.items[dimension]).find((item) => item.code === code)?.[language] ?? code
  }
  function nameIn(table: CodeTableId, code: string): string {
    return codeEntries(table).find((entry) => entry.code === code)?.[language] ?? code
  }

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
    for (const [path, codes] of Object.entries(advisedLists(advice) ?? {})) onSet(path, codes)
    const written = new Set(lines.map(({ item }) => item))
    const proposed = advice.accommodations.filter(({ item }) => !written.has(item)).map(({ item, options }) => ({ item, text: options[0] ?? '' }))
    onSet('accommodations', [...lines, ...proposed])
    if (isEmpty(body.conclusion) || body.conclusion === proposedConclusion.current) {
      proposedConclusion.current = conclusionDraft(score, instrument)
      onSet('conclusion', proposedConclusion.current)
    }
    onLeave('advice')
  }
}

/** What was suggested keeps its order of preference; the rest follows as in the table. */
function inOrder(chosen: readonly string[], suggested: readonly string[], table: CodeTableId): string[] {
  const all = new Set([...suggested, ...codeEntries(table).map((entry) => entry.code)])
  return [...all].filter((code) => chosen.includes(code))
}
