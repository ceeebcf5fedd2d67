import { addMonths } from '../../domain/plan/dates.ts'
import { isWithoutWork } from './households.ts'
import { isAnswered, isAtWork, stepsTaken } from './scene.ts'
import type { Scene, YearScene } from './scene.ts'

/**
 * What the county holds, counted from the decisions while it is made, not asked of the store: a test holds the two against each other. Groups are
 * counted over everybody, as the list does; persons who left the target population are in the list, too.
 */

export interface Tally {
  readonly persons: number
  readonly targetPopulation: number
  readonly targetPopulationCdpf: number
  readonly needPopulation: number
  readonly done: Readonly<Record<'infoCheck' | 'capabilityAssessment' | 'demandRegistration' | 'serviceRecord' | 'all', number>>
  readonly noNeed: number
  readonly unreachable: number
  readonly refused: number
  readonly groups: Readonly<Record<string, number>>
  readonly records: number
}

export interface TallyKeeper {
  add(scene: Scene, records: number): void
  sum(): Tally
}

export function keepTally(today: string): TallyKeeper {
  const counts = new Map<string, number>()
  const groups = new Map<string, number>()
  const households = new Map<string, Scene[]>()
  const bump = (map: Map<string, number>, key: string, by = 1) => map.set(key, (map.get(key) ?? 0) + by)
  return {
    add(scene, records) {
      bump(counts, 'persons')
      bump(counts, 'records', records)
      for (const flag of groupsOf(scene, today)) bump(groups, flag)
      const { household } = scene
      if (household !== null) households.set(household.id, [...(households.get(household.id) ?? []), scene])
      if (!isInTarget(scene, today)) return
      bump(counts, 'target')
      if (scene.standing !== 'legalOnly') bump(counts, 'targetCdpf')
      const { stage } = scene.years.at(-1) as YearScene
      if (stage === 'noNeed' || stage === 'unreachable' || stage === 'refused') bump(counts, stage)
      if (!isAnswered(stage)) return
      bump(counts, 'checked')
      if (stage === 'noNeed') return
      bump(counts, 'need')
      for (const step of [2, 3, 4]) if (stepsTaken(stage) >= step) bump(counts, `step${step}`)
    },
    sum() {
      const of = (key: string) => counts.get(key) ?? 0
      return {
        persons: of('persons'),
        targetPopulation: of('target'),
        targetPopulationCdpf: of('targetCdpf'),
        needPopulation: of('need'),
        done: { infoCheck: of('checked'), capabilityAssessment: of('step2'), demandRegistration: of('step3'), serviceRecord: of('step4'), all: of('step4') },
        noNeed: of('noNeed'), unreachable: of('unreachable'), refused: of('refused'),
        groups: Object.fromEntries([...groups, ...householdGroups(households.values())].sort(([a], [b]) => (a < b ? -1 : 1))),
        records: of('records'),
      }
    },
  }
}

/** Every holder of such a household is in the group. */
function householdGroups(households: Iterable<readonly Scene[]>): [string, number][] {
  let [several, without] = [0, 0]
  for (const holders of households) {
    if (holders.length > 1) several += holders.length
    if (isWithoutWork(holders)) without += holders.length
  }
  return [['MULTI_DISABLED_HOUSEHOLD', several], ['ZERO_EMPLOYMENT_HOUSEHOLD', without]]
}

function isInTarget({ standing, birthDate }: Scene, today: string): boolean {
  if (standing === 'turns16') return addMonths(birthDate, 16 * 12) <= today
  return standing === 'target' || standing === 'legalOnly' || standing === 'placedThisYear'
}

function groupsOf(scene: Scene, today: string): string[] {
  const { category, multiCategories, grade, education, graduatedOn, antiPoverty, sex, socialAid } = scene
  const categories = [category, ...multiCategories]
  const answered = scene.years.filter(({ stage }) => isAnswered(stage)).at(-1)
  const registered = scene.years.filter(({ stage }) => stepsTaken(stage) > 2).at(-1)
  const measured = scene.years.filter(({ stage, level }) => stepsTaken(stage) > 1 && level !== null).at(-1)
  const age = (years: number) => addMonths(scene.birthDate, years * 12) <= today
  const isIdle = !isAtWork(scene)
  const since = scene.unemployedSince
  const holds: readonly (readonly [string, boolean])[] = [
    ['LONG_TERM_UNEMPLOYED', isIdle && since !== null && addMonths(since, 12) <= today],
    ['SEVERE_OR_ASSISTED', categories.some((code) => code === '5' || code === '6') || grade === '1' || grade === '2' || measured?.level === 3],
    ['ANTI_POVERTY_TARGET', antiPoverty !== null && antiPoverty.from <= today && (antiPoverty.until === null || today < antiPoverty.until)],
    ['GRADUATE', /^[123]/.test(education) && (graduatedOn === null ? reasonOf(scene, answered) === '1' : today <= addMonths(graduatedOn, 24))],
    ['BLIND', categories.includes('1')],
    ['WORK_INJURED', scene.workInjuryGrade !== null],
    ['TRAINABLE_YOUTH', /^[67]/.test(education) && age(16) && !age(46) && answered !== undefined && (answered.wantsTraining || (answered.stage !== 'noNeed' && answered.isWilling))],
    ['NEW_FORM', registered?.form === '73'],
    ['AGED_4050', isIdle && age(sex === '1' ? 50 : 40)],
    ['DIBAO', socialAid === 'DIBAO' || socialAid === 'TEKUN'],
    ['LANDLESS', isIdle && scene.unemployedReason === '6'],
  ]
  return holds.filter(([, is]) => is).map(([flag]) => flag)
}

/** Those at work have no such field of their own, but an earlier check may have asked. */
function reasonOf(scene: Scene, answered: YearScene | undefined): string | null {
  return isAtWork(scene) && answered === undefined ? null : scene.unemployedReason
}
