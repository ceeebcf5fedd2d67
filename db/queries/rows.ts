import { ageOn } from '../../domain/plan/index.ts'
import { maskIdNumber, maskPhone } from '../../domain/privacy/index.ts'
import { never } from '../projection/case.ts'
import type { StoredStep } from '../projection/case.ts'
import { stepsFromText } from '../projection/caseText.ts'
import type { Mark } from '../projection/marks.ts'
import { prepared } from '../prepared.ts'
import type { Store } from '../store.ts'

/** One row of any list of persons, already masked for the screen. */

export interface StepState extends StoredStep {
  readonly hasDraft: boolean
  readonly mark: Mark | null
}

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly sex: string | null
  readonly age: number | null
  readonly idNumberMasked: string
  readonly phoneMasked: string | null
  readonly category: string | null
  readonly grade: string | null
  readonly town: string | null
  readonly village: string | null
  readonly flags: string[]
  readonly steps: StepState[]
  readonly nextStep: 1 | 2 | 3 | 4 | null
  readonly dueOn: string | null
  readonly inTarget: boolean
  readonly hasNeed: boolean | null
  readonly toVerify: number
  readonly mark: Mark
}

interface Joined {
  readonly no: number
  readonly id: string
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly category: string | null
  readonly grade: string | null
  readonly town: string
  readonly village: string
  readonly toVerify: number
  readonly mark: Mark
  readonly targetFrom: string | null
  readonly targetUntil: string | null
  readonly hasNeed: number | null
  readonly nextStep: number | null
  readonly dueOn: string | null
  readonly steps: string | null
}

const joinedSql = `select p.no, p.id, p.name, p.sex, p.birth_date as birthDate, p.id_number as idNumber, p.phone, p.category, p.grade, p.town,
  p.village, p.to_verify as toVerify, p.mark, c.target_from as targetFrom, c.target_until as targetUntil, c.has_need as hasNeed,
  c.next_step as nextStep, c.due_on as dueOn, c.steps
  from person p left join case_state c on c.cycle_year = ? and c.no = p.no where p.no = ?`

/** Also those that were begun for a file that has been merged since. */
const draftsSql = `select person_id as key, kind as value from draft where person_id in (select value from json_each(@ids))
  union select p.merged_into, d.kind from person p join draft d on d.person_id = p.id where p.merged_into in (select value from json_each(@ids))`

/** Rows in the order of `nos`; what is gone is left out. */
export function rowsOf(store: Store, nos: readonly number[], cycleYear: string, today: string): PersonRow[] {
  const { sqlite } = store
  const joined: Joined[] = []
  for (const no of nos) {
    const row = prepared(sqlite, joinedSql).get(cycleYear, no)
    if (row !== undefined) joined.push(row as Joined)
  }
  const list = JSON.stringify(joined.map((row) => row.no))
  const flags = grouped(
    prepared(sqlite, 'select no as key, flag as value from person_flag where no in (select value from json_each(?)) and from_on <= ? and until_on > ? order by flag')
      .all(list, today, today),
  )
  const drafts = grouped(
    prepared(sqlite, draftsSql).all({ ids: JSON.stringify(joined.map((row) => row.id)) }),
  )
  const steps = new Map(joined.map((row) => [row.no, stepsFromText(row.steps ?? '')]))
  // Where the whole file is received, so is every record of it.
  const open = joined.filter((row) => row.mark !== 'received')
  const documentIds = open.flatMap((row) => (steps.get(row.no) ?? []).flatMap((step) => step.documentId ?? []))
  const marks = new Map(
    documentIds.length === 0 ? [] : (prepared(sqlite, 'select id, mark from document where id in (select value from json_each(?))')
      .all(JSON.stringify(documentIds)) as { id: string; mark: Mark }[]).map(({ id, mark }) => [id, mark]),
  )
  return joined.map((row) => rowOf(row, today, {
    flags: flags.get(row.no) ?? [],
    drafts: drafts.get(row.id) ?? [],
    steps: steps.get(row.no) ?? [],
    marks,
  }))
}

const kindOfStep = ['infoCheck', 'capabilityAssessment', 'demandRegistration', 'serviceRecord'] as const

interface Extras {
  readonly flags: string[]
  readonly drafts: readonly string[]
  readonly steps: readonly StoredStep[]
  readonly marks: ReadonlyMap<string, Mark>
}

function rowOf(row: Joined, today: string, extras: Extras): PersonRow {
  const inTarget = isInTarget(row.targetFrom ?? '', row.targetUntil ?? '', today)
  const next = row.nextStep ?? 0
  const nextStep = inTarget && next >= 1 && next <= 4 ? (next as 1 | 2 | 3 | 4) : null
  return {
    id: row.id,
    name: row.name,
    sex: row.sex,
    age: row.birthDate === null ? null : ageOn(row.birthDate, today),
    idNumberMasked: row.idNumber === null ? '' : (maskIdNumber(row.idNumber, 'SCREEN') ?? ''),
    phoneMasked: row.phone === null ? null : maskPhone(row.phone, 'SCREEN'),
    category: row.category,
    grade: row.grade,
    town: row.town === '' ? null : row.town,
    village: row.village === '' ? null : row.village,
    flags: extras.flags,
    steps: extras.steps.map((step) => ({
      ...step,
      hasDraft: extras.drafts.includes(kindOfStep[step.step - 1] as string),
      mark: step.documentId === null ? null : row.mark === 'received' ? row.mark : (extras.marks.get(step.documentId) ?? null),
    })),
    nextStep,
    dueOn: nextStep === null || row.dueOn === never ? null : row.dueOn,
    inTarget,
    hasNeed: row.hasNeed === null ? null : row.hasNeed === 1,
    toVerify: row.toVerify,
    mark: row.mark,
  }
}

export function isInTarget(from: string, until: string, today: string): boolean {
  return from !== '' && from <= today && today < until
}

function grouped<K extends string | number>(rows: unknown[]): Map<K, string[]> {
  const groups = new Map<K, string[]>()
  for (const { key, value } of rows as { key: K; value: string }[]) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}
