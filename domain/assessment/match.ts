import { codeLabel } from '../codes/index.ts'
import type { CodeOf } from '../codes/index.ts'
import { accommodationsByItem } from './accommodations.ts'
import { jobFamilies } from './families.ts'
import type { JobFamily, Way } from './families.ts'
import { itemByCode, qualifierLabels } from './items.ts'
import { isRated } from './score.ts'
import type { ItemAnswer } from './score.ts'

/** fit: nothing to change; support: with accommodations; later: not among the first suggestions, with the reason. Nobody is shut out. */
export type MatchVerdict = 'fit' | 'support' | 'later'

export interface Gap {
  readonly item: string
  readonly q: number
  readonly max: number
  readonly gap: number
}

export interface FamilyMatch {
  readonly code: CodeOf<'jobFamily'>
  readonly verdict: MatchVerdict
  /** The way that comes nearest, e.g. text instead of voice; '' where there is only one. */
  readonly way: string
  readonly gaps: readonly Gap[]
  /** Keys that were not graded. */
  readonly unknown: readonly string[]
  readonly why: readonly string[]
  readonly whyNot: readonly string[]
  readonly whatWouldChange: readonly string[]
  readonly note: string
}

/** What the match needs to know beyond the items; unknown: left out. */
export interface MatchProfile {
  /** Disability categories, those within 7 included. */
  readonly categories?: readonly string[] | undefined
  readonly usesSign?: boolean | undefined
}

export const verdictLabels: Readonly<Record<MatchVerdict, { zh: string; en: string }>> = {
  fit: { zh: '可以推荐', en: 'Can be suggested' },
  support: { zh: '要便利和支持', en: 'With accommodations and support' },
  later: { zh: '暂不优先推荐', en: 'Not among the first' },
}

/** A gap of two and more on two keys and more puts a family further down. */
const wideGap = 2
const wideGapKeys = 2

/** All families, the nearest first. */
export function matchFamilies(items: readonly ItemAnswer[], profile: MatchProfile = {}): FamilyMatch[] {
  const order: readonly MatchVerdict[] = ['fit', 'support', 'later']
  const width = ({ gaps, unknown }: FamilyMatch) => gaps.reduce((sum, { gap }) => sum + gap, 0) + unknown.length
  return jobFamilies
    .map((family) => matchFamily(family, items, profile))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || width(a) - width(b) || (a.code < b.code ? -1 : 1))
}

export function matchFamily(family: JobFamily, items: readonly ItemAnswer[], profile: MatchProfile = {}): FamilyMatch {
  const answers = new Map(items.map(({ code, q }) => [code, q]))
  const ways = family.ways.filter((way) => way.needsSign !== true || profile.usesSign === true)
  const tried = ways.map((way) => tryWay(way, answers))
  const best = tried.reduce((a, b) => (totalGap(b) < totalGap(a) ? b : a))
  const isOther = family.forBlind === true && profile.categories !== undefined && !profile.categories.includes('1')
  const isWide = best.gaps.filter(({ gap }) => gap >= wideGap).length >= wideGapKeys
  const verdict: MatchVerdict = isOther || isWide ? 'later' : best.gaps.length > 0 || best.unknown.length > 0 ? 'support' : 'fit'
  return {
    code: family.code, verdict, way: best.way.zh, gaps: best.gaps, unknown: best.unknown, note: family.note,
    why: whyOf(best),
    whyNot: [...(isOther ? [`${codeLabel('jobFamily', family.code)}这一行是面向视力残疾人的`] : []), ...best.gaps.map(gapWords), ...best.unknown.map((item) => `“${nameOf(item)}”还没评`)],
    whatWouldChange: [...new Set([...best.gaps.flatMap(changeOf), ...best.unknown.map((item) => `先评“${nameOf(item)}”`)])],
  }
}

interface Trial {
  readonly way: Way
  readonly gaps: readonly Gap[]
  readonly unknown: readonly string[]
  readonly met: readonly string[]
}

function tryWay(way: Way, answers: ReadonlyMap<string, number>): Trial {
  const gaps: Gap[] = []
  const unknown: string[] = []
  const met: string[] = []
  for (const [item, max] of Object.entries(way.keys)) {
    const q = answers.get(item)
    // 9: the item does not touch this person, so neither does it touch the job.
    if (q === 9) continue
    if (q === undefined || !isRated(q)) unknown.push(item)
    else if (q > max) gaps.push({ item, q, max, gap: q - max })
    else met.push(item)
  }
  return { way, gaps, unknown, met }
}

function totalGap({ gaps, unknown }: Trial): number {
  // A gap that is known weighs more than an item nobody asked.
  return gaps.reduce((sum, { gap }) => sum + gap, 0) * 10 + unknown.length
}

function whyOf({ met, way }: Trial): string[] {
  const named = met.map((item) => nameOf(item)).join('、')
  return [...(way.zh === '' ? [] : [`按${way.zh}来看`]), ...(named === '' ? [] : [`${named}都够用`])]
}

function gapWords({ item, q, max }: Gap): string {
  return `“${nameOf(item)}”现在是${qualifierLabels[q as 3].zh}（${q}），这类岗位一般到${qualifierLabels[max as 0].zh}（${max}）`
}

function changeOf({ item, q, max }: Gap): string[] {
  return [...(accommodationsByItem[item] ?? []).slice(0, 2), `“${nameOf(item)}”用上便利后从 ${q} 到 ${max}`]
}

function nameOf(item: string): string {
  return itemByCode(item)?.zh ?? item
}
