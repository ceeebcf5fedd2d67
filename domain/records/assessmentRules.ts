import { dimensionLabels, itemByCode, environmentItems } from '../assessment/items.ts'
import { adviceOf, fixedSentence, instrumentVersion } from '../assessment/levels.ts'
import { isQualifier, oneDecimal, scoreAssessment } from '../assessment/score.ts'
import type { AssessmentScore, EnvAnswer, ItemAnswer } from '../assessment/score.ts'
import { isBlank, listIn, objectsIn } from './fields.ts'
import type { Loose, Report, Rule } from './fields.ts'

/** Never said of anybody: an assessment lists supports. */
const neverSaid = ['不能就业', '不适合工作', '无法就业', '不适合就业']

export const assessmentRules: readonly Rule[] = [review, ratings, environment, advice, words, opinion]

/** The answers of a draft that can be scored. */
export function scoreOfDraft(draft: Loose): AssessmentScore {
  const items = objectsIn(draft.items).filter((item) => typeof item.code === 'string' && isQualifier(item.q))
  const env = objectsIn(draft.env).filter((item) => typeof item.code === 'string' && typeof item.value === 'number')
  return scoreAssessment(items as unknown as ItemAnswer[], env as unknown as EnvAnswer[])
}

/** Computed fields of a draft, as they are stored; nothing while the index cannot be computed or the items were not asked again. */
export function computedFields(draft: Loose): Loose {
  if (!isBlank(draft.reviewOf) && listIn(draft.items).length === 0) return {}
  const { dimensions, index, level } = scoreOfDraft(draft)
  if (index === null || level === null) return {}
  const shown = (score: number | null) => (score === null ? null : oneDecimal(score))
  const { A, B, C, D } = dimensions
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

function ratings(draft: Loose, report: Report): void {
  if (!isBlank(draft.instrumentVersion) && draft.instrumentVersion !== instrumentVersion) {
    report('instrumentVersion', `现在用的量表是 ${instrumentVersion}`)
  }
  const items = objectsIn(draft.items)
  if (!isBlank(draft.reviewOf) && items.length === 0) return
  const seen = new Set<unknown>()
  items.forEach((item, index) => {
    if (typeof item.code !== 'string') return
    if (itemByCode(item.code) === null || item.code.startsWith('E')) report(`items.${index}.code`, '量表里没有这一项')
    if (seen.has(item.code)) report(`items.${index}.code`, '同一项评了两次，请留一个')
    seen.add(item.code)
  })
  const { index, dimensions, invalid } = scoreOfDraft(draft)
  if (index === null) {
    const gap = (['B', 'A', 'C', 'D'] as const).filter((key) => invalid.includes(key))
    const left = gap.map((key) => `${dimensionLabels[key].zh}还差 ${dimensions[key].needed - dimensions[key].answered} 项`)
    report('items', `还算不出结果：${left.join('，')}`)
    return
  }
  const computed = computedFields(draft)
  for (const field of ['index', 'supportLevel'] as const) {
    if (!isBlank(draft[field]) && draft[field] !== computed[field]) report(field, '分数和各项对不上，请重新算一遍')
  }
}

function environment(draft: Loose, report: Report): void {
  if (!isBlank(draft.reviewOf) && listIn(draft.env).length === 0) return
  const rated = new Set(objectsIn(draft.env).map((item) => item.code))
  const left = environmentItems.filter((item) => !item.optional && !rated.has(item.code))
  if (left.length > 0) report('env', `请评环境因素：${left.map((item) => item.zh).join('、')}`)
}

/** A counsellor confirms or changes what is suggested; changing the forms needs a reason. Every grave item gets its accommodation. */
function advice(draft: Loose, report: Report): void {
  const { level, flags } = scoreOfDraft(draft)
  const withLine = new Set(objectsIn(draft.accommodations).map((line) => line.item))
  const bare = flags.filter((code) => !withLine.has(code)).map((code) => itemByCode(code)?.zh ?? code)
  if (bare.length > 0) report('accommodations', `请给这几项各写一条便利措施：${bare.join('、')}`)
  if (level === null || !Array.isArray(draft.suggestedForms)) return
  const suggested = adviceOf(level).forms
  const same = draft.suggestedForms.length === suggested.length && suggested.every((form, index) => form === listIn(draft.suggestedForms)[index])
  if (!same && isBlank(draft.reasonIfChanged)) report('reasonIfChanged', '就业形式和建议的不一样，请写为什么')
}

function words(draft: Loose, report: Report): void {
  if (typeof draft.conclusion !== 'string') return
  const conclusion = draft.conclusion
  const said = neverSaid.find((phrase) => conclusion.includes(phrase))
  if (said !== undefined) report('conclusion', `结论里请写要什么支持，去掉“${said}”`)
  if (!conclusion.includes(fixedSentence)) report('conclusion', `结论里请保留这句话：${fixedSentence}`)
  if (!isBlank(draft.reviewOf) && listIn(draft.items).length === 0) return
  const unnamed = scoreOfDraft(draft).invalid.map((dimension) => dimensionLabels[dimension].zh).filter((name) => !conclusion.includes(name))
  if (unnamed.length > 0) report('conclusion', `${unnamed.join('、')}答得不够，没有计分，请在结论里写明`)
}

function opinion(draft: Loose, report: Report): void {
  if (draft.personOpinion === 'DISAGREE' && isBlank(draft.personOpinionNote)) report('personOpinionNote', '请写本人的不同意见')
}
