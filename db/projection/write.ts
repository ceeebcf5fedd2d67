import type { CaseFacts } from '../../domain/cycle/index.ts'
import type { LivingState } from '../../domain/journal/fold.ts'
import type { StoredChange } from '../journal/rows.ts'
import { prepared } from '../prepared.ts'
import { caseRowOf, flagsOf } from './case.ts'
import type { CounterEvent } from './case.ts'
import { cycleYearOf, dayOf, summaryOf } from './documents.ts'
import type { FoldedDocument } from './documents.ts'
import { markOf } from './marks.ts'
import { nameSortKey } from './names.ts'
import { columnsOf, valuesOf } from './personColumns.ts'
import type { PersonColumns } from './personColumns.ts'
import type { ProjectionContext } from './project.ts'
import { addSearchRows, dropSearchRows, writeSearchRows } from './search.ts'

export function writeDocuments(
  context: ProjectionContext,
  documents: readonly FoldedDocument[],
  settled: ReadonlySet<string>,
): void {
  for (const { id, entity, personId, state, changes } of documents) {
    prepared(
      context.sqlite,
      `insert or replace into document (id, entity, person_id, cycle_year, on_date, head_change_id, version, voided, void_reason,
        rivals, mark, summary) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      id, entity, personId, cycleYearOf(entity, state.body), dayOf(entity, state.body), state.headId, state.version,
      state.voided ? 1 : 0, state.voidReason, state.rivals.length, markOf(changes, state.rivals.length, settled),
      JSON.stringify(summaryOf(entity, state.body)),
    )
  }
}

export interface PersonToWrite {
  readonly id: string
  readonly no: number
  readonly state: LivingState
  /** Of the whole file. */
  readonly changes: readonly StoredChange[]
  readonly documents: readonly FoldedDocument[]
  readonly settled: ReadonlySet<string>
  readonly isFresh: boolean
}

export function writePerson(context: ProjectionContext, person: PersonToWrite): void {
  const { sqlite } = context
  const values = valuesOf(person.state)
  const columns = columnsOf(person.state, values)
  const nameKey = nameSortKey(columns.name)
  const rivals = columns.rivals + person.documents.reduce((sum, document) => sum + document.state.rivals.length, 0)
  const old = person.isFresh ? null : forget(context, person.no)
  prepared(
    sqlite,
    `${person.isFresh ? 'insert' : 'insert or replace'} into person (no, id, name, name_key, id_number, cert_number, sex, birth_date, phone, category, grade, town, village,
      responsible_id, household_id, to_verify, rivals, mark, hidden, fields) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    person.no, person.id, columns.name, nameKey, columns.idNumber, columns.certNumber, columns.sex, columns.birthDate,
    columns.phone, columns.category, columns.grade, columns.town, columns.village, columns.responsibleId, columns.householdId,
    columns.toVerify, columns.rivals, markOf(person.changes, rivals, person.settled), columns.hidden ? 1 : 0, JSON.stringify(values),
  )
  writeSearch(context, person.no, old, columns)
  for (const household of [old?.householdId, columns.householdId]) if (household) context.households.add(household)
  if (columns.hidden) return
  const facts = factsOf(values, person.documents)
  for (const { flag, from, until } of flagsOf(facts)) {
    prepared(sqlite, 'insert or replace into person_flag (flag, no, from_on, until_on) values (?, ?, ?, ?)').run(flag, person.no, from, until)
  }
  for (const year of context.cycles) writeCase(context, { no: person.no, facts, columns, nameKey }, year)
}

/** What the rules of the cycle look at: values that stand, and heads that are not void. */
export function factsOf(person: CaseFacts['person'], documents: readonly FoldedDocument[]): CaseFacts {
  const standing = documents.flatMap(({ id, entity, recordedAt, state }) =>
    state.voided || state.body === null ? [] : [{ id, entity, body: state.body, recordedAt }],
  )
  return { person, documents: standing }
}

export interface CaseToWrite {
  readonly no: number
  readonly facts: CaseFacts
  readonly columns: Pick<PersonColumns, 'town' | 'village' | 'birthDate'>
  readonly nameKey: string
}

export function writeCase(context: ProjectionContext, subject: CaseToWrite, year: string): void {
  const row = caseRowOf(subject.facts, year)
  const { columns } = subject
  prepared(
    context.sqlite,
    `insert into case_state (cycle_year, no, town, village, name_key, birth_date, target_from, target_until, need_from, need_until,
      has_need, next_step, due_on, follow_up_on, steps, counted) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    year, subject.no, columns.town, columns.village, subject.nameKey, columns.birthDate ?? '', row.targetFrom, row.targetUntil,
    row.needFrom, row.needUntil, row.hasNeed === null ? null : row.hasNeed ? 1 : 0, row.nextStep, row.dueOn, row.followUpOn,
    JSON.stringify(row.steps), JSON.stringify(row.events),
  )
  context.counters.add(year, { town: columns.town, events: row.events }, 1)
}

/** Takes back what the person's rows added elsewhere, before they are written again. */
function forget(context: ProjectionContext, no: number): OldPerson | null {
  const { sqlite } = context
  const cases = prepared(sqlite, 'select cycle_year as year, town, counted from case_state where no = ? and cycle_year in (select value from json_each(?))')
    .all(no, JSON.stringify(context.cycles)) as { year: string; town: string; counted: string }[]
  for (const { year, town, counted } of cases) {
    context.counters.add(year, { town, events: JSON.parse(counted) as CounterEvent[] }, -1)
    prepared(sqlite, 'delete from case_state where cycle_year = ? and no = ?').run(year, no)
  }
  prepared(sqlite, 'delete from person_flag where no = ?').run(no)
  const old = prepared(
    sqlite,
    'select name, id_number as idNumber, cert_number as certNumber, phone, household_id as householdId, hidden from person where no = ?',
  ).get(no)
  return (old as OldPerson | undefined) ?? null
}

interface OldPerson {
  readonly name: string
  readonly idNumber: string | null
  readonly certNumber: string | null
  readonly phone: string | null
  readonly householdId: string | null
  readonly hidden: number
}

function writeSearch(context: ProjectionContext, no: number, old: OldPerson | null, now: PersonColumns): void {
  const wasShown = old !== null && old.hidden === 0
  const isSame =
    wasShown && !now.hidden && old.name === now.name && old.idNumber === now.idNumber &&
    old.certNumber === now.certNumber && old.phone === now.phone
  if (isSame) return
  if (wasShown) {
    // The old rows may still be waiting.
    writeSearchRows(context.sqlite, context.search)
    dropSearchRows(context.sqlite, no, old)
  }
  if (!now.hidden) addSearchRows(context.search, no, now)
}
