import { needOf } from '../cycle/index.ts'
import { employmentTimeline } from '../cycle/employment.ts'
import { byTime, documentsOf, textIn } from '../cycle/facts.ts'
import type { CaseFacts, Dated } from '../cycle/facts.ts'
import { isCode } from '../codes/index.ts'
import { cycleOfYear } from '../plan/cycles.ts'
import { addDays, earliest, latest } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import type { Thresholds } from '../plan/plans.ts'
import { listIn } from '../records/fields.ts'
import { groupsOf, groupsOn } from './groups.ts'
import type { Group } from './groups.ts'
import type { GroupFlag, HouseholdFacts } from './rules.ts'

/**
 * What the computer concluded and what a person said of it. A word stands for its cycle; the next cycle asks anew. A denial strikes a group from the
 * counts only where we concluded it from answers; what rests on a certificate or a register counts until that is put right.
 */

export interface Confirmation {
  readonly flag: GroupFlag
  readonly isConfirmed: boolean
  readonly on: IsoDate
  readonly cycleYear: string
  readonly byName: string | null
  readonly note: string | null
  /** infoCheck or groupConfirmation. */
  readonly entity: string
  readonly documentId: string
}

export interface StandingGroup extends Group {
  /** false: only a person says so. */
  readonly isComputed: boolean
  readonly confirmation: Confirmation | null
  /** false: denied, and struck from the counts. */
  readonly isCounted: boolean
}

/** All that people said of groups, oldest first. */
export function confirmationsOf(facts: CaseFacts): Confirmation[] {
  const documents = [...documentsOf(facts, 'infoCheck'), ...documentsOf(facts, 'groupConfirmation')].sort(byTime)
  return documents.flatMap((document) => (document.entity === 'infoCheck' ? ofCheck(document) : ofConfirmation(document)))
}

/** An answered check confirms what it lists, and denies what was laid before the person and taken out. */
function ofCheck(check: Dated): Confirmation[] {
  const { body } = check
  if (needOf(body) === null || !Array.isArray(body.hardshipFlags)) return []
  const listed = listIn(body.hardshipFlags).filter(isFlag)
  const struck = listIn(body.hardshipShown).filter(isFlag).filter((flag) => !listed.includes(flag))
  return [...listed, ...struck].map((flag) => wordOf(check, flag, listed.includes(flag), textIn(body, 'checkerName'), null))
}

function ofConfirmation(document: Dated): Confirmation[] {
  const { body } = document
  if (!isFlag(body.flag) || typeof body.isConfirmed !== 'boolean') return []
  return [wordOf(document, body.flag, body.isConfirmed, textIn(body, 'byName'), textIn(body, 'note'))]
}

function wordOf({ id, entity, on, body }: Dated, flag: GroupFlag, isConfirmed: boolean, byName: string | null, note: string | null): Confirmation {
  return { flag, isConfirmed, on, cycleYear: textIn(body, 'cycleYear') ?? on.slice(0, 4), byName, note, entity, documentId: id }
}

function isFlag(value: unknown): value is GroupFlag {
  return isCode('hardshipFlag', value)
}

/** The groups as people see them in a cycle: computed ones with what was said of them, and those that only a person named. */
export function standingGroups(facts: CaseFacts, thresholds: Thresholds, household: HouseholdFacts, cycleYear: string): StandingGroup[] {
  const said = new Map(confirmationsOf(facts).filter((word) => word.cycleYear === cycleYear).map((word) => [word.flag, word]))
  const computed = groupsOf(facts, thresholds, household).map((group): StandingGroup => {
    const confirmation = said.get(group.flag) ?? null
    return { ...group, isComputed: true, confirmation, isCounted: !isStruck(group, confirmation) }
  })
  return [...computed, ...namedBy([...said.values()], computed, standsIn(facts))]
}

/** What only a person says; where a group is computed for later days alone, until then. */
function namedBy(words: readonly Confirmation[], computed: readonly Group[], until: (word: Confirmation) => IsoDate): StandingGroup[] {
  return words.flatMap((word) => {
    const own = computed.filter(({ flag }) => flag === word.flag)
    const isTold = own.some(({ restsOn }) => restsOn === 'register') || groupsOn(own, word.on).length > 0
    if (!word.isConfirmed || isTold) return []
    const next = own.map(({ from }) => from).filter((from) => from > word.on)
    const ends = [until(word), ...next].sort()[0] as IsoDate
    return ends > word.on ? [{ ...byWord(word), until: ends }] : []
  })
}

/** Groups of people without work: whoever begins to work is in them no longer, whatever was said before. */
const withoutWork: readonly GroupFlag[] = ['LONG_TERM_UNEMPLOYED', 'AGED_4050', 'LANDLESS']

function standsIn(facts: CaseFacts): (word: Confirmation) => IsoDate {
  return (word) => {
    if (!withoutWork.includes(word.flag)) return endOf(word)
    const work = employmentTimeline(facts)
    const began = work.changes.filter((day) => day >= word.on && day < endOf(word) && work.stateOn(day) === 'EMPLOYED').sort()
    return began[0] ?? endOf(word)
  }
}

function isStruck(group: Group, confirmation: Confirmation | null): boolean {
  return confirmation !== null && !confirmation.isConfirmed && group.restsOn === 'answers'
}

function byWord(word: Confirmation): StandingGroup {
  const who = word.byName === null ? '' : `${word.byName} `
  return {
    flag: word.flag, from: word.on, until: endOf(word),
    because: `${who}${word.on} ${word.entity === 'infoCheck' ? '核对时确认' : '核实过'}`,
    basis: [{ field: 'hardshipFlags', value: word.flag, entity: word.entity, documentId: word.documentId, on: word.on }],
    restsOn: 'answers', isComputed: false, confirmation: word, isCounted: true,
  }
}

/** The first day on which a word no longer stands. */
function endOf(word: Confirmation): IsoDate {
  return addDays(cycleOfYear(word.cycleYear).until, 1)
}

/** The groups that count, with their days, for rows that must be right on every day without a write. */
export function countedGroups(facts: CaseFacts, thresholds: Thresholds, household: HouseholdFacts = {}): Group[] {
  return withWords(groupsOf(facts, thresholds, household), newestWords(facts), standsIn(facts))
}

/** The newest word on each group. */
export function newestWords(facts: CaseFacts): Confirmation[] {
  return [...new Map(confirmationsOf(facts).map((word) => [word.flag, word])).values()]
}

/** Computed spans, of one group maybe several, without what was denied and with what only a person says. */
export function withWords(computed: readonly Group[], words: readonly Confirmation[], until: (word: Confirmation) => IsoDate = endOf): Group[] {
  const counted = computed.flatMap((group): Group[] => {
    const word = words.find(({ flag }) => flag === group.flag) ?? null
    if (word === null || !isStruck(group, word)) return [group]
    // Struck in the cycle of the denial; what was counted in the years before stays.
    const { from: begins } = cycleOfYear(word.cycleYear)
    const before = { ...group, until: group.until === null ? begins : earliest(group.until, begins) }
    const after = { ...group, from: latest(group.from, endOf(word)) }
    return [before, after].filter(({ from, until: ends }) => ends === null || from < ends)
  })
  return [...counted, ...namedBy(words, computed, until)]
}
