import type { Database } from 'better-sqlite3'
import type { CaseFacts, FactsDocument } from '../../domain/cycle/index.ts'
import type { LivingState } from '../../domain/journal/fold.ts'
import { isReviewed, reviewStandingOf, reviewsOf } from '../../domain/review/index.ts'
import type { ReviewState } from '../../domain/review/index.ts'
import type { StoredChange } from '../journal/rows.ts'
import { prepared } from '../prepared.ts'
import { writeAgenda } from './agenda.ts'
import { cycleIn, thresholdsNow } from '../cycle.ts'
import { caseRowOf, flagsOf } from './case.ts'
import type { StoredFlag } from './case.ts'
import { eventsFromText, eventsToText, stepsToText } from './caseText.ts'
import { cycleYearOf, dayOf, summaryOf } from './documents.ts'
import type { FoldedDocument } from './documents.ts'
import { householdFlags, writeHouseholdPart } from './households.ts'
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
  /** The person in whose file they are shown. */
  shownIn: string,
): void {
  const reviewOf = reviewStatesOf(documents)
  for (const { id, entity, personId, authorId, state, changes } of documents) {
    upsert(context.sqlite, 'document', ['id'], {
      id,
      entity,
      person_id: personId === null ? null : shownIn,
      cycle_year: cycleYearOf(entity, state.body),
      on_date: dayOf(entity, state.body),
      head_change_id: state.headId,
      version: state.version,
      voided: state.voided ? 1 : 0,
      void_reason: state.voidReason,
      rivals: state.rivals.length,
      mark: markOf(changes, state.rivals.length, settled),
      summary: JSON.stringify(summaryOf(entity, state.body)),
      opened_for: personId,
      author_id: authorId,
      review: reviewOf(id),
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
  /** The one who is shown instead, by a merge. */
  readonly shownFor: string | null
  /** One of several files of a person. */
  readonly isJoined: boolean
}

export function writePerson(context: ProjectionContext, person: PersonToWrite): void {
  const { sqlite } = context
  const values = valuesOf(person.state)
  const columns = asShown(withWorkShown(columnsOf(person.state, values), person.documents), person)
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
    merged_into: person.shownFor,
  })
  writeSearch(context, person.no, old, columns)
  for (const household of [old?.householdId, columns.householdId]) if (household) context.households.add(household)
  if (old !== null) uncount(context, person.no)
  const facts = factsOf(values, person.documents)
  writeFlags(sqlite, person, columns.hidden ? [] : flagsOf(facts, thresholdsNow(sqlite)), columns)
  writeAgenda(sqlite, person.no, columns.hidden ? null : facts, context.cycles.at(-1))
  writeHouseholdPart(sqlite, person.no, columns.hidden ? null : facts)
  if (!columns.hidden) for (const year of context.cycles) writeCase(context, { no: person.no, facts, columns, nameKey }, year)
  else if (old !== null) prepared(sqlite, 'delete from case_state where no = ? and cycle_year in (select value from json_each(?))').run(person.no, JSON.stringify(context.cycles))
}

/**
 * Taking back the action that brought a person in hides no record that somebody else made meanwhile: it reaches the county as well, in whatever
 * order. What the action itself brought along is void by then.
 */
function withWorkShown(columns: PersonColumns, documents: readonly FoldedDocument[]): PersonColumns {
  const hasWork = columns.hidden && documents.some(({ entity, state }) => entity !== 'notDuplicate' && !state.voided && state.body !== null)
  return hasWork ? { ...columns, hidden: false } : columns
}

/** Of several files one is shown, whatever was taken back in it: otherwise the others would be in no list either. */
function asShown(columns: PersonColumns, { shownFor, isJoined, state }: PersonToWrite): PersonColumns {
  if (shownFor !== null) return { ...columns, hidden: true }
  return isJoined && !state.erased && Object.keys(state.fields).length > 0 ? { ...columns, hidden: false } : columns
}

/** The groups that depend on others are written by households.ts; here they only go when the person is in no household any more. */
function writeFlags(sqlite: Database, person: PersonToWrite, flags: readonly StoredFlag[], columns: PersonColumns): void {
  if (!person.isFresh) {
    const isInHousehold = !columns.hidden && columns.householdId !== null
    const kept = new Set(flags.map(({ flag, from }) => `${flag} ${from}`))
    const old = prepared(sqlite, 'select flag, from_on as fromOn from person_flag where no = ?').all(person.no) as { flag: string; fromOn: string }[]
    const drop = prepared(sqlite, 'delete from person_flag where flag = ? and no = ? and from_on = ?')
    for (const { flag, fromOn } of old) {
      if (!kept.has(`${flag} ${fromOn}`) && !(isInHousehold && householdFlags.includes(flag))) drop.run(flag, person.no, fromOn)
    }
  }
  for (const { flag, from, until } of flags) {
    upsert(sqlite, 'person_flag', ['flag', 'no', 'from_on'], { flag, no: person.no, from_on: from, until_on: until })
  }
}

/** What the rules of the cycle look at: values that stand, and heads that are not void. */
export function factsOf(person: CaseFacts['person'], documents: readonly FoldedDocument[]): CaseFacts {
  return { person, documents: documents.flatMap((document) => standingOf(document) ?? []) }
}

function standingOf({ id, entity, recordedAt, authorId, state }: FoldedDocument): FactsDocument | null {
  if (state.voided || state.body === null) return null
  return { id, entity, body: state.body, recordedAt, headId: state.headId ?? undefined, authorId }
}

/** Where each record that others look at stands with the review; null for all others, and for void ones. */
function reviewStatesOf(documents: readonly FoldedDocument[]): (id: string) => ReviewState | null {
  const standing = documents.flatMap((document) => standingOf(document) ?? [])
  const reviews = reviewsOf({ documents: standing })
  const states = new Map(standing.filter(({ entity }) => isReviewed(entity)).map((record) => [record.id, reviewStandingOf(record, reviews).state]))
  return (id) => states.get(id) ?? null
}

export interface CaseToWrite {
  readonly no: number
  readonly facts: CaseFacts
  readonly columns: Pick<PersonColumns, 'town' | 'village' | 'birthDate'>
  readonly nameKey: string
}

export function writeCase(context: ProjectionContext, subject: CaseToWrite, year: string): void {
  const row = caseRowOf(subject.facts, cycleIn(context.sqlite, year))
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
    only_rule: row.onlyRule,
    only_from: row.onlyFrom,
    only_until: row.onlyUntil,
  })
  context.counters.add(year, { town: columns.town, events: row.events }, 1)
  context.counters.addListed(year, columns.town, 1)
}

/** Takes back what the person's case rows added to the counters, before they are written again. */
function uncount(context: ProjectionContext, no: number): void {
  const find = prepared(context.sqlite, 'select town, counted from case_state where cycle_year = ? and no = ?')
  for (const year of context.cycles) {
    const row = find.get(year, no) as { town: string; counted: string } | undefined
    if (row === undefined) continue
    context.counters.add(year, { town: row.town, events: eventsFromText(row.counted) }, -1)
    context.counters.addListed(year, row.town, -1)
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
