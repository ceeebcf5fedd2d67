import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/**
 * What the journal means, laid out for lists and look-ups. All of it can be thrown away and rebuilt. Nothing here is unique, checked or
 * referenced by key beyond the row's own identity: data of other devices must always find a place.
 */

export const person = sqliteTable(
  'person',
  {
    /** `seq` of the person's first change: short, and the same after every rebuild. */
    no: integer('no').primaryKey(),
    id: text('id').notNull().unique(),
    name: text('name').notNull(),
    /** Pinyin of the name, for sorting. */
    nameKey: text('name_key').notNull(),
    idNumber: text('id_number'),
    certNumber: text('cert_number'),
    sex: text('sex'),
    birthDate: text('birth_date'),
    phone: text('phone'),
    category: text('category'),
    grade: text('grade'),
    town: text('town').notNull(),
    village: text('village').notNull(),
    responsibleId: text('responsible_id'),
    householdId: text('household_id'),
    /** Fields that wait for a look at the paper. */
    toVerify: integer('to_verify').notNull(),
    /** Fields with rival values. */
    rivals: integer('rivals').notNull(),
    mark: text('mark').notNull(),
    /** 1: taken back by the undo of the action that brought the person in, or erased; in no list. */
    hidden: integer('hidden').notNull(),
    /** JSON, field -> value that stands. */
    fields: text('fields').notNull(),
    /** The person who is shown for this one, by merges that hold. */
    mergedInto: text('merged_into'),
  },
  (table) => [
    index('person_id_number').on(table.idNumber),
    index('person_mark').on(table.mark),
    index('person_verify').on(table.toVerify),
    index('person_household').on(table.householdId),
    index('person_responsible').on(table.responsibleId),
    index('person_merged').on(table.mergedInto),
    index('person_alike').on(
      table.hidden, table.nameKey, table.name, table.idNumber, table.birthDate, table.phone, table.town, table.village,
    ),
  ],
)

export const document = sqliteTable(
  'document',
  {
    id: text('id').primaryKey(),
    entity: text('entity').notNull(),
    /** In whose file it is shown. */
    personId: text('person_id'),
    cycleYear: text('cycle_year'),
    onDate: text('on_date'),
    headChangeId: text('head_change_id'),
    version: integer('version').notNull(),
    voided: integer('voided').notNull(),
    voidReason: text('void_reason'),
    rivals: integer('rivals').notNull(),
    mark: text('mark').notNull(),
    /** JSON: the few values that lists and ledgers show. */
    summary: text('summary').notNull(),
    /** The person for whom it was opened: another one than `personId` only after a merge. Its changes lie in this file. */
    openedFor: text('opened_for'),
    /** Who wrote the version that stands. */
    authorId: text('author_id'),
    /** Where a record that others look at stands: none, submitted, returned, reviewed. null: void, or no such record. */
    review: text('review'),
  },
  (table) => [
    index('document_person').on(table.personId),
    index('document_entity').on(table.entity, table.onDate),
    index('document_opened').on(table.openedFor),
    index('document_review').on(table.review, table.cycleYear, table.authorId, table.onDate),
  ],
)

/** Merges of two files of one person, ended ones too; see domain/journal/alias.ts. */
export const alias = sqliteTable(
  'alias',
  {
    /** The change that made it. */
    mergeId: text('merge_id').primaryKey(),
    loserId: text('loser_id').notNull(),
    survivorId: text('survivor_id').notNull(),
    /** The change that ended it; null: it holds. */
    unmergeId: text('unmerge_id'),
  },
  (table) => [index('alias_loser').on(table.loserId), index('alias_survivor').on(table.survivorId)],
)

/** Living entities that are no person: households, employers, jobs. */
export const reference = sqliteTable(
  'reference',
  {
    id: text('id').primaryKey(),
    entity: text('entity').notNull(),
    personId: text('person_id'),
    rivals: integer('rivals').notNull(),
    mark: text('mark').notNull(),
    fields: text('fields').notNull(),
  },
  (table) => [index('reference_entity').on(table.entity)],
)

type Filtered = 'town' | 'targetFrom' | 'targetUntil' | 'needFrom' | 'needUntil' | 'nextStep'

function filtered(table: Record<Filtered, AnySQLiteColumn>): AnySQLiteColumn[] {
  return [table.town, table.targetFrom, table.targetUntil, table.needFrom, table.needUntil, table.nextStep]
}

/** One row for each person and cycle, with everything that a list filters and sorts by: dates, never what they mean today. */
export const caseState = sqliteTable(
  'case_state',
  {
    cycleYear: text('cycle_year').notNull(),
    no: integer('no').notNull(),
    town: text('town').notNull(),
    village: text('village').notNull(),
    nameKey: text('name_key').notNull(),
    birthDate: text('birth_date').notNull(),
    /** Part of the target population from this day (included) until that day (excluded); '' = never. */
    targetFrom: text('target_from').notNull(),
    targetUntil: text('target_until').notNull(),
    needFrom: text('need_from').notNull(),
    needUntil: text('need_until').notNull(),
    /** 1, 0 or null (not asked yet). */
    hasNeed: integer('has_need'),
    /** 1..4, 5 = all done, 0 = nothing to do. */
    nextStep: integer('next_step').notNull(),
    /** Day by which the next step is due; 9999-12-31 when nothing is. */
    dueOn: text('due_on').notNull(),
    followUpOn: text('follow_up_on').notNull(),
    /** The four steps; see projection/caseText.ts. */
    steps: text('steps').notNull(),
    /** What this row added to the counters; see projection/caseText.ts. */
    counted: text('counted').notNull(),
    /** The one rule of working age by which the person counts in the cycle, where the other does not count them; '' otherwise. */
    onlyRule: text('only_rule').notNull().default(''),
    onlyFrom: text('only_from').notNull().default(''),
    onlyUntil: text('only_until').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.cycleYear, table.no] }),
    // Each holds all that a list filters by, so that a count never reads the rows themselves.
    index('case_due').on(table.cycleYear, table.dueOn, table.nameKey, ...filtered(table)),
    index('case_town').on(table.cycleYear, table.town, table.dueOn, table.nameKey, table.village, ...filtered(table).slice(1)),
    index('case_name').on(table.cycleYear, table.nameKey, ...filtered(table)),
    index('case_age').on(table.cycleYear, table.birthDate, ...filtered(table)),
    index('case_follow_up').on(table.cycleYear, table.followUpOn),
    index('case_only').on(table.cycleYear, table.onlyFrom, table.onlyUntil, table.no),
  ],
)

export const personFlag = sqliteTable(
  'person_flag',
  {
    flag: text('flag').notNull(),
    no: integer('no').notNull(),
    fromOn: text('from_on').notNull(),
    untilOn: text('until_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.flag, table.no, table.fromOn] }), index('person_flag_no').on(table.no)],
)

/** What the household of a person needs to know of them; see projection/households.ts. */
export const householdPart = sqliteTable(
  'household_part',
  {
    no: integer('no').primaryKey(),
    householdId: text('household_id').notNull(),
    part: text('part').notNull(),
  },
  (table) => [index('household_part_id').on(table.householdId)],
)

/** Differences by the day on which they fall due; `span` is a day (D2026-06-15) or a whole month (M2026-06), so that a sum reads few rows. */
export const counter = sqliteTable(
  'counter',
  {
    cycleYear: text('cycle_year').notNull(),
    span: text('span').notNull(),
    town: text('town').notNull(),
    name: text('name').notNull(),
    n: integer('n').notNull(),
  },
  (table) => [primaryKey({ columns: [table.cycleYear, table.span, table.town, table.name] })],
)

/** Days on which a file asks for something besides the four ones: follow-ups, looks at a job, renewals. */
export const agenda = sqliteTable(
  'agenda',
  { kind: text('kind').notNull(), onDate: text('on_date').notNull(), no: integer('no').notNull() },
  (table) => [primaryKey({ columns: [table.kind, table.onDate, table.no] }), index('agenda_no').on(table.no)],
)

/** Single characters and pairs of neighbours of each name. */
export const nameBigram = sqliteTable(
  'name_bigram',
  { gram: text('gram').notNull(), no: integer('no').notNull() },
  (table) => [primaryKey({ columns: [table.gram, table.no] })],
)

/** Every ending of the pinyin initials, for every reading of the name. */
export const pinyinInitials = sqliteTable(
  'pinyin_initials',
  { suffix: text('suffix').notNull(), no: integer('no').notNull() },
  (table) => [primaryKey({ columns: [table.suffix, table.no] })],
)

/** Numbers written backwards, so that the last digits are a prefix; kind: id | cert | phone. A phone is also kept as it is dialled (dial). */
export const tail = sqliteTable(
  'tail',
  { kind: text('kind').notNull(), reversed: text('reversed').notNull(), no: integer('no').notNull() },
  (table) => [primaryKey({ columns: [table.kind, table.reversed, table.no] })],
)
