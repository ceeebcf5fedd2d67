import type { Migration } from './migration.ts'

/** Which files are of one person: a device holds all of them or none. Of whom was erased the county knows no place any more. */
export const merges: Migration = {
  version: 2,
  name: 'merges',
  sql: `
create table person_merge (
  county_code text not null,
  merge_id uuid not null,
  loser_id uuid not null,
  survivor_id uuid not null,
  ended boolean not null,
  primary key (county_code, merge_id)
);
create index person_merge_loser on person_merge (county_code, loser_id);
create index person_merge_survivor on person_merge (county_code, survivor_id);

create table person_group (
  county_code text not null,
  person_id uuid not null,
  group_id uuid not null,
  primary key (county_code, person_id)
);
create index person_group_members on person_group (county_code, group_id);

alter table person_place add column erased boolean not null default false;
`,
}
