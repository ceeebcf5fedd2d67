import type { CodeOf } from '../codes/index.ts'
import type { Instrument, JobFamily, Way } from './instrument.ts'
import { currentInstrument } from './instruments.ts'
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

/** What would close a gap. */
export interface Change {
  readonly item: string
  readonly from: number
  readonly to: number
  readonly accommodations: readonly string[]
  readonly devices: readonly CodeOf<'assistiveDevice'>[]
  readonly training: readonly CodeOf<'trainingType'>[]
}

/** Why a family is put where it is, in facts; `familyWords` says them. */
export interface FamilyMatch {
  readonly code: CodeOf<'jobFamily'>
  readonly verdict: MatchVerdict
  /** The way that comes nearest, e.g. text instead of voice; null where there is only one. */
  readonly way: Way | null
  /** Keys within the tolerance: why. */
  readonly met: readonly string[]
  /** Keys beyond it: why not yet. */
  readonly gaps: readonly Gap[]
  /** Keys that were not graded. */
  readonly unknown: readonly string[]
  /** The family is made for people with another disability. */
  readonly isForOthers: boolean
  readonly changes: readonly Change[]
  /** What one learns for it. */
  readonly training: readonly CodeOf<'trainingType'>[]
}

/** What the match needs to know beyond the items; unknown: left out. */
export interface MatchProfile {
  /** Disability categories, those within 7 included. */
  readonly categories?: readonly string[] | undefined
  readonly usesSign?: boolean | undefined
  /** Assistive devices in use: they are not proposed again. */
  readonly devices?: readonly string[] | undefined
  /** Families that the person has asked for: first among equals. */
  readonly wanted?: readonly string[] | undefined
}

export const verdictLabels: Readonly<Record<MatchVerdict, { readonly zh: string; readonly en: string }>> = {
  fit: { zh: '可以推荐', en: 'Can be suggested' },
  support: { zh: '要便利和支持', en: 'With accommodations and support' },
  later: { zh: '暂不优先推荐', en: 'Not among the first' },
}
const order: readonly MatchVerdict[] = ['fit', 'support', 'later']

/** All families, the nearest first. */
export function matchFamilies(items: readonly ItemAnswer[], profile: MatchProfile = {}, instrument: Instrument = currentInstrument): FamilyMatch[] {
  const width = ({ gaps, unknown }: FamilyMatch) => gaps.reduce((sum, { gap }) => sum + gap, 0) + unknown.length
  const wish = ({ code }: FamilyMatch) => (profile.wanted?.includes(code) === true ? 0 : 1)
  return instrument.families
    .map((family) => matchFamily(family, items, profile, instrument))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || width(a) - width(b) || wish(a) - wish(b) || (a.code < b.code ? -1 : 1))
}

/** The families that are put forward: the best ones, those for which support is arranged when too few fit as they are. */
export function suggestedFamilies(matches: readonly FamilyMatch[], instrument: Instrument = currentInstrument): CodeOf<'jobFamily'>[] {
  return matches.filter(({ verdict }) => verdict !== 'later').slice(0, instrument.matching.suggested).map(({ code }) => code)
}

export function matchFamily(family: JobFamily, items: readonly ItemAnswer[], profile: MatchProfile = {}, instrument: Instrument = currentInstrument): FamilyMatch {
  const { wideGap, wideGapKeys } = instrument.matching
  const answers = new Map(items.map(({ code, q }) => [code, q]))
  const ways = family.ways.filter((way) => way.needsSign !== true || profile.usesSign === true)
  const tried = ways.map((way) => tryWay(way, answers))
  const best = tried.reduce((a, b) => (totalGap(b) < totalGap(a) ? b : a))
  const isForOthers = family.forBlind === true && profile.categories !== undefined && !profile.categories.includes('1')
  const isWide = best.gaps.filter(({ gap }) => gap >= wideGap).length >= wideGapKeys
  const verdict: MatchVerdict = isForOthers || isWide ? 'later' : best.gaps.length > 0 || best.unknown.length > 0 ? 'support' : 'fit'
  return {
    code: family.code, verdict, isForOthers, way: family.ways.length > 1 ? best.way : null, met: best.met, gaps: best.gaps, unknown: best.unknown, training: family.training,
    changes: best.gaps.map((gap) => changeFor(gap, profile.devices ?? [], instrument)),
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

function changeFor({ item, q, max }: Gap, inUse: readonly string[], { help }: Instrument): Change {
  const { accommodations = [], devices = [], training = [] } = help[item] ?? {}
  return { item, from: q, to: max, accommodations, devices: devices.filter((device) => !inUse.includes(device)), training }
}
