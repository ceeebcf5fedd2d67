import { adviceOfLevel, dimensions, itemOf, saidOf } from '../assessment/index.ts'
import { instrumentOf } from '../assessment/instruments.ts'
import type { FindInstrument } from '../assessment/instruments.ts'
import type { Instrument } from '../assessment/instrument.ts'
import { isQualifier, oneDecimal, scoreAssessment } from '../assessment/score.ts'
import type { AssessmentScore, EnvAnswer, ItemAnswer } from '../assessment/score.ts'
import { isBlank, listIn, objectsIn } from './fields.ts'
import type { Loose, Report, Rule } from './fields.ts'

/** Rules of an assessment, by the version of the instrument that it names. */
export function assessmentRulesFor(find: FindInstrument): readonly Rule[] {
  return [
    review,
    (draft, report) => {
      const instrument = find(draft.instrumentVersion)
      if (instrument === null) report('instrumentVersion', '这份评估用的量表比这台电脑上的新，请先更新程序')
      else for (const rule of byInstrument) rule(draft, report, instrument)
    },
    opinion,
  ]
}

type InstrumentRule = (draft: Loose, report: Report, instrument: Instrument) => void
const byInstrument: readonly InstrumentRule[] = [ratings, environment, advice, words]

export const assessmentRules: readonly Rule[] = assessmentRulesFor(instrumentOf)

const nothing: AssessmentScore = scoreAssessment([])

/** The answers of a draft, scored by the version that it names; without a score where this program does not know that version. */
export function scoreOfDraft(draft: Loose, find: FindInstrument = instrumentOf): AssessmentScore {
  const instrument = find(draft.instrumentVersion)
  return instrument === null ? nothing : scoreBy(draft, instrument)
}

function scoreBy(draft: Loose, instrument: Instrument): AssessmentScore {
  const items = objectsIn(draft.items).filter((item) => typeof item.code === 'string' && isQualifier(item.q))
  const env = objectsIn(draft.env).filter((item) => typeof item.code === 'string' && typeof item.value === 'number')
  return scoreAssessment(items as unknown as ItemAnswer[], env as unknown as EnvAnswer[], instrument)
}

/** Computed fields of a draft, as they are stored; nothing while the index cannot be computed or the items were not asked again. */
export function computedFields(draft: Loose, find: FindInstrument = instrumentOf): Loose {
  if (!isBlank(draft.reviewOf) && listIn(draft.items).length === 0) return {}
  const { dimensions: scores, index, level } = scoreOfDraft(draft, find)
  if (index === null || level === null) return {}
  const shown = (score: number | null) => (score === null ? null : oneDecimal(score))
  const { A, B, C, D } = scores
  return {
    dimScores: { A: shown(A.score), B: shown(B.score), C: shown(C.score), D: shown(D.score) },
    index: oneDecimal(index),
    supportLevel: level,
  }
}

function review(draft: Loose, report: Report): void {
  if (isBlank(draft.reviewOf)) return
  const unchanged = objectsIn([draft.unchanged])[0]
  if (unchanged?.certificate !== true) report('unchanged.certificate', '残疾人证变了就要重新评估')
  if (unchanged?.health !== true) report('unchanged.health', '身体情况变了就要重新评估')
  if (unchanged?.job !== true) report('unchanged.job', '工作变了就要重新评估')
}

function ratings(draft: Loose, report: Report, instrument: Instrument): void {
  const items = objectsIn(draft.items)
  if (!isBlank(draft.reviewOf) && items.length === 0) return
  const seen = new Set<unknown>()
  const isAsked = (code: string) => itemOf(instrument, code) !== null && !instrument.environment.some((item) => item.code === code)
  items.forEach((item, index) => {
    if (typeof item.code !== 'string') return
    if (!isAsked(item.code)) report(`items.${index}.code`, '量表里没有这一项')
    if (seen.has(item.code)) report(`items.${index}.code`, '同一项评了两次，请留一个')
    seen.add(item.code)
  })
  const { index, dimensions: scores, invalid } = scoreBy(draft, instrument)
  if (index === null) {
    const { required } = instrument.scoring
    const gap = [...required, ...dimensions.filter((dimension) => !required.includes(dimension))].filter((dimension) => invalid.includes(dimension))
    const left = gap.map((dimension) => `${instrument.dimensionNames[dimension].zh}还差 ${scores[dimension].needed - scores[dimension].answered} 项`)
    report('items', `还算不出结果：${left.join('，')}`)
    return
  }
  const computed = computedFields(draft, () => instrument)
  for (const field of ['index', 'supportLevel'] as const) {
    if (!isBlank(draft[field]) && draft[field] !== computed[field]) report(field, '分数和各项对不上，请重新算一遍')
  }
}

function environment(draft: Loose, report: Report, instrument: Instrument): void {
  if (!isBlank(draft.reviewOf) && listIn(draft.env).length === 0) return
  const known = new Set(instrument.environment.map((item) => item.code))
  const rated = new Set<unknown>()
  objectsIn(draft.env).forEach(({ code }, index) => {
    if (typeof code === 'string' && !known.has(code)) report(`env.${index}.code`, '量表里没有这一项')
    if (rated.has(code)) report(`env.${index}.code`, '同一项评了两次，请留一个')
    rated.add(code)
  })
  const left = instrument.environment.filter((item) => !item.optional && !rated.has(item.code))
  if (left.length > 0) report('env', `请评环境因素：${left.map((item) => item.zh).join('、')}`)
}

/** What was suggested when the record was made: kept with it, so that a change of it can be seen and is explained. */
const advisedLists = ['suggestedForms', 'suggestedFamilies', 'suggestedTraining'] as const
const listNames = { suggestedForms: '就业形式', suggestedFamilies: '岗位族', suggestedTraining: '培训' } as const

/** A counsellor confirms or changes what is suggested; a change needs a reason. Every grave item gets its accommodation. */
function advice(draft: Loose, report: Report, instrument: Instrument): void {
  if (!isBlank(draft.reviewOf) && listIn(draft.items).length === 0) return
  const { level, flags } = scoreBy(draft, instrument)
  const withLine = new Set(objectsIn(draft.accommodations).map((line) => line.item))
  const bare = flags.filter((code) => !withLine.has(code)).map((code) => itemOf(instrument, code)?.zh ?? code)
  if (bare.length > 0) report('accommodations', `请给这几项各写一条便利措施：${bare.join('、')}`)
  if (level === null || !isBlank(draft.reasonIfChanged)) return
  const advised = { ...objectsIn([draft.advised])[0], suggestedForms: adviceOfLevel(instrument, level).forms }
  const changed = advisedLists.filter((list) => isChanged(draft[list], (advised as Loose)[list], list === 'suggestedForms')).map((list) => listNames[list])
  if (changed.length > 0) report('reasonIfChanged', `${changed.join('、')}和建议的不一样，请写为什么`)
}

function isChanged(chosen: unknown, advised: unknown, isOrdered: boolean): boolean {
  if (!Array.isArray(chosen) || !Array.isArray(advised)) return false
  const same = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length && a.every((code, index) => code === b[index])
  return isOrdered ? !same(chosen, advised) : !same(chosen.toSorted(), advised.toSorted())
}

/** True when what was chosen is what the draft's answers suggest; the same comparison by which a reason is asked for. */
export function isAsSuggested(draft: Loose, advised: Loose): boolean {
  return !advisedLists.some((list) => isChanged(draft[list], advised[list], list === 'suggestedForms'))
}

function words(draft: Loose, report: Report, instrument: Instrument): void {
  if (typeof draft.conclusion !== 'string') return
  const conclusion = draft.conclusion
  const said = saidOf(conclusion)
  if (said !== null) report('conclusion', `结论里请写要什么支持，去掉“${said}”`)
  if (!conclusion.includes(instrument.fixedSentence)) report('conclusion', `结论里请保留这句话：${instrument.fixedSentence}`)
  if (!isBlank(draft.reviewOf) && listIn(draft.items).length === 0) return
  const unnamed = scoreBy(draft, instrument).invalid.map((dimension) => instrument.dimensionNames[dimension].zh).filter((name) => !conclusion.includes(name))
  if (unnamed.length > 0) report('conclusion', `${unnamed.join('、')}答得不够，没有计分，请在结论里写明`)
}

function opinion(draft: Loose, report: Report): void {
  if (draft.personOpinion === 'DISAGREE' && isBlank(draft.personOpinionNote)) report('personOpinionNote', '请写本人的不同意见')
}
