import type { Migration } from './migration.ts'

/** Whoever counts in a cycle by one of the two rules of working age only: by which, from which day, until which. Rows are filled by the rebuild that follows. */
export const ageRules: Migration = {
  version: 6,
  name: 'age-rules',
  sql: `
alter table case_state add column only_rule text not null default '';
alter table case_state add column only_from text not null default '';
alter table case_state add column only_until text not null default '';
create index case_only on case_state (cycle_year, only_from, only_until, no) where only_rule <> '';
`,
}
