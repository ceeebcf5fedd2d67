import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemOf, qualifierLabels, verdictLabels } from '../../../domain/assessment/index.ts'
import type { Change, FamilyMatch, Instrument, Qualifier } from '../../../domain/assessment/index.ts'
import { codeLabel } from '../../../domain/codes/index.ts'
import { Button } from '../../components/Button.tsx'
import { codeLanguage } from '../../i18n/index.ts'

/** How many families are explained at first. */
const first = 6

/** Job families in their order: why, what stands in the way, and what would change it. */
export function FamilyReasons({ families, instrument }: { readonly families: readonly FamilyMatch[]; readonly instrument: Instrument }) {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const [isWhole, setWhole] = useState(false)
  // Drawn only when it is looked at: it changes with every answer.
  const [isOpen, setOpen] = useState(false)
  const comma = t('assessment.listComma')
  const shown = isWhole ? families : families.slice(0, first)
  return (
    <details className="family-reasons" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('records.advice.why')}</summary>
      {isOpen && <ul className="families">
        {shown.map((family) => (
          <li key={family.code}>
            <p><b>{codeLabel('jobFamily', family.code, language)}</b>{family.way === null ? '' : ` ${family.way[language]}`} <span className={`mark ${family.verdict === 'fit' ? 'ok' : 'idle'}`}>{verdictLabels[family.verdict][language]}</span></p>
            <dl className="family-facts">
              {family.met.length > 0 && pair('why', t('assessment.met', { items: names(family.met) }))}
              {whyNot(family) !== '' && pair('whyNot', whyNot(family))}
              {whatWouldChange(family) !== '' && pair('change', whatWouldChange(family))}
              {noteOf(family) !== '' && pair('note', noteOf(family))}
            </dl>
          </li>
        ))}
      </ul>}
      {isOpen && !isWhole && families.length > first && <Button size="sm" onPress={() => setWhole(true)}>{t('assessment.allFamilies', { count: families.length })}</Button>}
    </details>
  )

  function pair(label: 'why' | 'whyNot' | 'change' | 'note', words: string) {
    return <div><dt>{t(`assessment.family.${label}`)}</dt><dd>{words}</dd></div>
  }

  function names(codes: readonly string[]): string {
    return codes.map((code) => itemOf(instrument, code)?.[language] ?? code).join(comma)
  }
  function grade(q: number): string {
    return `${qualifierLabels[q as Qualifier][language]}（${q}）`
  }

  function whyNot({ isForOthers, gaps, unknown }: FamilyMatch): string {
    return [
      ...(isForOthers ? [t('assessment.forBlind')] : []),
      ...gaps.map(({ item, q, max }) => t('assessment.gap', { item: names([item]), now: grade(q), max: grade(max) })),
      ...(unknown.length > 0 ? [t('assessment.notGraded', { items: names(unknown) })] : []),
    ].join(t('assessment.semicolon'))
  }

  function whatWouldChange({ changes, unknown }: FamilyMatch): string {
    return [
      ...changes.map((change) => t('assessment.wouldChange', { item: names([change.item]), from: change.from, to: change.to, by: helpWords(change) })),
      ...(unknown.length > 0 ? [t('assessment.gradeFirst', { items: names(unknown) })] : []),
    ].join(t('assessment.semicolon'))
  }

  function helpWords({ accommodations, devices, training }: Change): string {
    return [
      ...accommodations,
      ...devices.map((code) => codeLabel('assistiveDevice', code, language)),
      ...training.map((code) => codeLabel('trainingType', code, language)),
    ].filter((word, i, all) => all.indexOf(word) === i).join(comma)
  }

  function noteOf(family: FamilyMatch): string {
    const { note, noteEn } = instrument.families.find(({ code }) => code === family.code) ?? { note: '', noteEn: '' }
    const learn = family.training.map((code) => codeLabel('trainingType', code, language)).join(comma)
    return [language === 'zh' ? note : noteEn, learn === '' ? '' : t('assessment.learn', { training: learn })].filter((each) => each !== '').join(t('assessment.semicolon'))
  }
}
