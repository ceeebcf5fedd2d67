import type { Migration } from './migration.ts'

/** A group may hold in several runs of days; what the household of a person needs to know of them lies beside the person. All of it is made anew. */
export const households: Migration = {
  version: 2,
  name: 'households',
  sql: `
drop table person_flag;
create table person_flag (
  flag text not null,
  no integer not null,
  from_on text not null,
  until_on text not null,
  primary key (flag, no, from_on)
) without rowid;
create index person_flag_no on person_flag (no);

create table household_part (
  no integer primary key,
  household_id text not null,
  part text not null
);
create index household_part_id on household_part (household_id);
`,
}
