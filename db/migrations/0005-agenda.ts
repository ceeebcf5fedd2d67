import type { Migration } from './migration.ts'

/** What files ask for on a day, for the list of the day. Rows are filled by the rebuild that follows. */
export const agenda: Migration = {
  version: 5,
  name: 'agenda',
  sql: `
create table agenda (
  kind text not null,
  on_date text not null,
  no integer not null,
  primary key (kind, on_date, no)
) without rowid;
create index agenda_no on agenda (no);
`,
}
