import { demoCounty } from '../../domain/divisions/liaoning.ts'
import { addDays, addMonths } from '../../domain/plan/dates.ts'
import { nameOf } from './names.ts'
import type { Numbers } from './numbers.ts'
import type { Random } from './random.ts'
import type { Scene, Stage, Standing, YearScene } from './scene.ts'

/** A person as chance has it, out of what a county really holds. `today` is the day up to which things have happened. */

const shares: readonly (readonly [Standing, number])[] = [
  ['target', 62], ['placedThisYear', 4], ['legalOnly', 1], ['turns16', 1], ['placedLastYear', 4], ['atWork', 14], ['tooYoung', 3], ['tooOld', 7],
  ['certCancelled', 2], ['excluded', 2],
]
const stages: readonly (readonly [Stage, number])[] = [
  ['none', 34], ['checked', 9], ['assessed', 8], ['registered', 8], ['done', 26], ['noNeed', 9], ['unreachable', 3], ['refused', 3],
]
const earlierStages: readonly (readonly [Stage, number])[] = [['none', 25], ['done', 55], ['registered', 5], ['noNeed', 10], ['unreachable', 2], ['refused', 3]]

export function chooseScene(random: Random, numbers: Numbers, today: string): Scene {
  const year = Number(today.slice(0, 4))
  const standing = weighted(random, shares)
  const { birthDate, sex, idNumber } = birthOf(random, numbers, standing, year)
  const town = random.pick(demoCounty.towns)
  const category = random.pick(['1', '2', '3', '4', '4', '4', '4', '5', '6', '7'] as const)
  const isGraduate = standing === 'target' && birthDate > `${year - 27}` && birthDate < `${year - 21}` && random.percent(30)
  return {
    standing, sex, birthDate, idNumber, category,
    name: nameOf(random),
    town: town.name,
    village: random.pick(town.villages),
    multiCategories: category === '7' ? random.pick([['1', '2'], ['2', '3'], ['4', '5'], ['1', '4']]) : [],
    grade: random.pick(['1', '2', '3', '3', '4', '4'] as const),
    education: isGraduate ? random.pick(['21', '31']) : random.pick(['31', '41', '61', '71', '71', '81', '90']),
    graduatedOn: isGraduate ? addMonths(`${year}-06-30`, -12 * random.below(4)) : null,
    isRural: random.percent(70),
    socialAid: random.percent(16) ? 'DIBAO' : random.percent(3) ? 'TEKUN' : random.percent(5) ? 'DIBIAN' : 'NONE',
    antiPoverty: random.percent(8) ? antiPovertyOf(random, year, today) : null,
    workInjuryGrade: random.percent(4) ? 1 + random.below(10) : null,
    unemployedSince: random.percent(30) ? null : random.percent(65) ? addDays(today, -420 - random.below(2000)) : addDays(today, -20 - random.below(300)),
    unemployedReason: random.pick(['1', '4', '5', '5', '5', '6', '7', '7'] as const),
    excludedFor: standing === 'excluded'
      ? { reason: random.pick(['DECEASED', 'MOVED_OUT', 'RETIRED_PENSION'] as const), on: dayIn(random, String(year - random.below(2)), today) }
      : null,
    isToVerify: random.percent(4),
    household: null,
    years: yearsOf(random, standing, year, today),
  }
}

function birthOf(random: Random, numbers: Numbers, standing: Standing, year: number): Pick<Scene, 'birthDate' | 'sex' | 'idNumber'> {
  for (;;) {
    const sex = random.percent(58) ? '1' : '2'
    const birthDate = birthDateOf(random, standing, year, sex)
    const idNumber = numbers.idNumber(birthDate, sex)
    if (idNumber !== null) return { sex, birthDate, idNumber }
  }
}

/** Far from every limit of age, but for those who are there to show one. */
function birthDateOf(random: Random, standing: Standing, year: number, sex: '1' | '2'): string {
  const day = `${two(1 + random.below(12))}-${two(1 + random.below(28))}`
  if (standing === 'tooYoung') return `${year - 15 + random.below(3)}-${day}`
  if (standing === 'tooOld') return `${year - 64 - random.below(12)}-${day}`
  if (standing === 'turns16') return `${year - 16}-${day}`
  if (standing === 'legalOnly') return `${year - (sex === '1' ? 61 : 56)}-12-${day.slice(3)}`
  return `${year - 17 - random.below(sex === '1' ? 42 : 37)}-${day}`
}

function antiPovertyOf(random: Random, year: number, today: string): Scene['antiPoverty'] {
  const from = `${year - 1 - random.below(3)}-0${1 + random.below(9)}-10`
  const type = random.pick(['RISK_EX_POOR', 'RISK_MARGINAL', 'RISK_SUDDEN', 'RISK_2026'])
  return { type, from, until: random.percent(20) ? addDays(today, -30 - random.below(200)) : null }
}

function yearsOf(random: Random, standing: Standing, year: number, today: string): YearScene[] {
  const scenes: YearScene[] = []
  for (const back of [2, 1, 0]) {
    const scene = yearScene(random, String(year - back), stageOf(random, standing, back), today, scenes.at(-1) ?? null)
    scenes.push(scene)
  }
  return scenes
}

function stageOf(random: Random, standing: Standing, back: number): Stage {
  if (standing === 'placedThisYear') return back === 0 ? 'done' : weighted(random, earlierStages)
  if (standing === 'placedLastYear') return back === 1 ? 'done' : back === 0 ? 'none' : weighted(random, earlierStages)
  if (standing === 'target' || standing === 'legalOnly') return weighted(random, back === 0 ? stages : earlierStages)
  return 'none'
}

function yearScene(random: Random, year: string, wanted: Stage, today: string, before: YearScene | null): YearScene {
  // Nobody is out of reach in the first days of a year: three tries on two days come before.
  const tenth = `${year}-01-10`
  const stage = wanted === 'unreachable' && today < tenth ? 'none' : wanted
  const began = dayIn(random, year, today)
  const first = stage === 'unreachable' && began < tenth ? tenth : began
  const last = year === today.slice(0, 4) ? today : `${year}-12-31`
  const later = (day: string) => [addDays(day, random.percent(50) ? 0 : random.below(12)), last].sort()[0] as string
  const second = later(first)
  const third = later(second)
  const fourth = later(third)
  const isConfirmed = stage !== 'none' && before?.stage === 'done' && before.level !== null && addMonths(before.days[1], 12) >= second && random.percent(50)
  const followUpOn = addDays(fourth, 10 + random.below(60))
  return {
    year, stage,
    days: [first, second, third, fourth],
    isWilling: random.percent(70),
    wantsTraining: random.percent(40),
    level: isConfirmed ? null : random.pick([0, 1, 1, 1, 2, 3] as const),
    form: random.pick(['14', '72', '73', '6', '5'] as const),
    service: random.pick(['guidance', 'referral', 'training', 'talk', 'sheltered', 'event'] as const),
    followUpOn: random.percent(40) ? followUpOn : null,
  }
}

/** A day of that year on which work can be done, no later than today. */
function dayIn(random: Random, year: string, today: string): string {
  const last = year === today.slice(0, 4) ? today : `${year}-12-20`
  const days = Math.round((Date.parse(last) - Date.parse(`${year}-01-01`)) / 86_400_000)
  return addDays(`${year}-01-01`, random.below(days + 1))
}

function weighted<T>(random: Random, choices: readonly (readonly [T, number])[]): T {
  let left = random.below(choices.reduce((sum, [, share]) => sum + share, 0))
  for (const [value, share] of choices) {
    if (left < share) return value
    left -= share
  }
  throw new Error('The shares are used up')
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
