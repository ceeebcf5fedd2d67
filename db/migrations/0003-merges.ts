import type { Migration } from './migration.ts'

/** Two files of one person: aliases, who is shown for whom, and what likely duplicates are found by. Rows are filled by the rebuild that follows. */
export const merges: Migration = {
  version: 3,
  name: 'merges',
  sql: `
create table alias (
  merge_id text primary key not null,
  loser_id text not null,
  survivor_id text not null,
  unmerge_id text
) without rowid;
create index alias_loser on alias (loser_id);
create index alias_survivor on alias (survivor_id);

alter table person add column merged_into text;
create index person_merged on person (merged_into) where merged_into is not null;
create index person_alike on person (hidden, name_key, name, id_number, birth_date, phone, town, village);

alter table document add column opened_for text;
create index document_opened on document (opened_for);
`,
}
