import type { Database } from 'better-sqlite3'
import type { CaseFacts } from '../../domain/cycle/index.ts'
import type { LivingState } from '../../domain/journal/fold.ts'
import type { StoredChange } from '../journal/rows.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { caseRowOf, flagsOf } from './case.ts'
import type { StoredFlag } from './case.ts'
import { eventsFromText, eventsToText, stepsToText } from './caseText.ts'
import { cycleYearOf, dayOf, summaryOf } from './documents.ts'
import type { FoldedDocument } from './documents.ts'
import { householdFlag } from './households.ts'
import { markOf } from './marks.ts'
import { nameSortKey } from './names.ts'
import { columnsOf, valuesOf } from './personColumns.ts'
import type { PersonColumns } from './personColumns.ts'
import type { ProjectionContext } from './project.ts'
import { addSearchRows, dropSearchRows, writeSearchRows } from './search.ts'
import { upsert } from './upsert.ts'

export function writeDocuments(
  context: ProjectionContext,
  documents: readonly FoldedDocument[],
  settled: ReadonlySet<string>,
): void {
  for (const { id, entity, personId, state, changes } of documents) {
    upsert(context.sqlite, 'document', ['id'], {
      id,
      entity,
      person_id: personId,
      cycle_year: cycleYearOf(entity, state.body),
      on_date: dayOf(entity, state.body),
      head_change_id: state.headId,
      version: state.version,
      voided: state.voided ? 1 : 0,
      void_reason: state.voidReason,
      rivals: state.rivals.length,
      mark: markOf(changes, state.rivals.length, settled),
      summary: JSON.stringify(summaryOf(entity, state.body)),
    })
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
  const columns = withWorkShown(columnsOf(person.state, values), person.documents)
  const nameKey = nameSortKey(columns.name)
  const rivals = columns.rivals + person.documents.reduce((sum, document) => sum + document.state.rivals.length, 0)
  const old = person.isFresh ? null : oldPerson(context, person.no)
  upsert(sqlite, 'person', ['no'], {
    no: person.no,
    id: person.id,
    name: columns.name,
    name_key: nameKey,
    id_number: columns.idNumber,
    cert_number: columns.certNumber,
    sex: columns.sex,
    birth_date: columns.birthDate,
    phone: columns.phone,
    category: columns.category,
    grade: columns.grade,
    town: columns.town,
    village: columns.village,
    responsible_id: columns.responsibleId,
    household_id: columns.householdId,
    to_verify: columns.toVerify,
    rivals: columns.rivals,
    mark: markOf(person.changes, rivals, person.settled),
    hidden: columns.hidden ? 1 : 0,
    fields: JSON.stringify(values),
  })
  writeSearch(context, person.no, old, columns)
  for (const household of [old?.householdId, columns.householdId]) if (household) context.households.add(household)
  if (old !== null) uncount(context, person.no)
  const facts = factsOf(values, person.documents)
  writeFlags(sqlite, person, columns.hidden ? [] : flagsOf(facts), columns)
  if (!columns.hidden) for (const year of context.cycles) writeCase(context, { no: person.no, facts, columns, nameKey }, year)
  else if (old !== null) prepared(sqlite, 'delete from case_state where no = ? and cycle_year in (select value from json_each(?))').run(person.no, JSON.stringify(context.cycles))
}

/**
 * Taking back the action that brought a person in hides no record that somebody else made meanwhile: it reaches the county as well, in whatever
 * order. What the action itself brought along is void by then.
 */
function withWorkShown(columns: PersonColumns, documents: readonly FoldedDocument[]): PersonColumns {
  const hasWork = columns.hidden && documents.some(({ state }) => !state.voided && state.body !== null)
  return hasWork ? { ...columns, hidden: false } : columns
}

/** The group that depends on others is written by households.ts; here it only goes when the person is in no household any more. */
function writeFlags(sqlite: Database, person: PersonToWrite, flags: readonly StoredFlag[], columns: PersonColumns): void {
  if (!person.isFresh) {
    const kept = new Set(flags.map(({ flag }) => flag))
    if (!columns.hidden && columns.householdId !== null) kept.add(householdFlag)
    const old = preparedValue(sqlite, 'select flag from person_flag where no = ?').all(person.no) as string[]
    const drop = prepared(sqlite, 'delete from person_flag where flag = ? and no = ?')
    for (const flag of old) if (!kept.has(flag)) drop.run(flag, person.no)
  }
  for (const { flag, from, until } of flags) {
    upsert(sqlite, 'person_flag', ['flag', 'no'], { flag, no: person.no, from_on: from, until_on: until })
  }
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
  upsert(context.sqlite, 'case_state', ['cycle_year', 'no'], {
    cycle_year: year,
    no: subject.no,
    town: columns.town,
    village: columns.village,
    name_key: subject.nameKey,
    birth_date: columns.birthDate ?? '',
    target_from: row.targetFrom,
    target_until: row.targetUntil,
    need_from: row.needFrom,
    need_until: row.needUntil,
    has_need: row.hasNeed === null ? null : row.hasNeed ? 1 : 0,
    next_step: row.nextStep,
    due_on: row.dueOn,
    follow_up_on: row.followUpOn,
    steps: stepsToText(row.steps),
    counted: eventsToText(row.events),
  })
  context.counters.add(year, { town: columns.town, events: row.events }, 1)
}

/** Takes back what the person's case rows added to the counters, before they are written again. */
function uncount(context: ProjectionContext, no: number): void {
  const find = prepared(context.sqlite, 'select town, counted from case_state where cycle_year = ? and no = ?')
  for (const year of context.cycles) {
    const row = find.get(year, no) as { town: string; counted: string } | undefined
    if (row !== undefined) context.counters.add(year, { town: row.town, events: eventsFromText(row.counted) }, -1)
  }
}

function oldPerson(context: ProjectionContext, no: number): OldPerson | null {
  const old = prepared(
    context.sqlite,
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
