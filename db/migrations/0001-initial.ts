import type { Migration } from './migration.ts'

export const initial: Migration = {
  version: 1,
  name: 'initial',
  sql: `
create table change (
  seq integer primary key autoincrement,
  id text not null unique,
  v integer not null,
  action_id text not null,
  entity text not null,
  entity_id text not null,
  person_id text,
  file_id text not null,
  kind text not null,
  fields text,
  salt text,
  fields_hash text not null,
  actor_id text not null,
  device_id text not null,
  device_epoch text not null,
  device_seq integer not null,
  recorded_at text not null
);
create index change_file on change (file_id);
create index change_action on change (action_id);

create table delivery (
  change_id text primary key not null,
  state text not null,
  batch_id text,
  server_seq integer,
  reason text,
  receipt_at text
) without rowid;
create index delivery_open on delivery (state, change_id) where state <> 'accepted';
create index delivery_batch on delivery (batch_id) where batch_id is not null;

create table batch (
  id text primary key not null,
  bytes blob,
  state text not null,
  created_at text not null,
  sent_at text,
  size integer not null
);
create index batch_state on batch (state, created_at);

create table sync_state (key text primary key not null, value text not null) without rowid;

create table draft (
  kind text not null,
  person_id text not null,
  document_id text not null,
  body text not null,
  field text,
  saved_at text not null,
  v integer not null,
  primary key (person_id, kind, document_id)
) without rowid;
create index draft_saved on draft (saved_at);

create table view_log (
  id integer primary key,
  at text not null,
  actor_id text not null,
  person_id text,
  field text not null,
  reason text
);
create index view_log_at on view_log (at);

create table meta (key text primary key not null, value text not null) without rowid;

create table person (
  no integer primary key,
  id text not null unique,
  name text not null,
  name_key text not null,
  id_number text,
  cert_number text,
  sex text,
  birth_date text,
  phone text,
  category text,
  grade text,
  town text not null,
  village text not null,
  responsible_id text,
  household_id text,
  to_verify integer not null,
  rivals integer not null,
  mark text not null,
  hidden integer not null,
  fields text not null
);
create index person_id_number on person (id_number);
create index person_mark on person (mark) where mark <> 'received';
create index person_verify on person (to_verify) where to_verify > 0;
create index person_household on person (household_id) where household_id is not null;
create index person_responsible on person (responsible_id) where responsible_id is not null;

create table document (
  id text primary key not null,
  entity text not null,
  person_id text,
  cycle_year text,
  on_date text,
  head_change_id text,
  version integer not null,
  voided integer not null,
  void_reason text,
  rivals integer not null,
  mark text not null,
  summary text not null
) without rowid;
create index document_person on document (person_id);
create index document_entity on document (entity, on_date);

create table reference (
  id text primary key not null,
  entity text not null,
  person_id text,
  rivals integer not null,
  mark text not null,
  fields text not null
) without rowid;
create index reference_entity on reference (entity);

create table case_state (
  cycle_year text not null,
  no integer not null,
  town text not null,
  village text not null,
  name_key text not null,
  birth_date text not null,
  target_from text not null,
  target_until text not null,
  need_from text not null,
  need_until text not null,
  has_need integer,
  next_step integer not null,
  due_on text not null,
  follow_up_on text not null,
  steps text not null,
  counted text not null,
  primary key (cycle_year, no)
) without rowid;
create index case_due on case_state (cycle_year, due_on, name_key, town, target_from, target_until, need_from, need_until, next_step);
create index case_town on case_state (cycle_year, town, due_on, name_key, village, target_from, target_until, need_from, need_until, next_step);
create index case_name on case_state (cycle_year, name_key, town, target_from, target_until, need_from, need_until, next_step);
create index case_age on case_state (cycle_year, birth_date, town, target_from, target_until, need_from, need_until, next_step);
create index case_follow_up on case_state (cycle_year, follow_up_on) where follow_up_on <> '';

create table person_flag (
  flag text not null,
  no integer not null,
  from_on text not null,
  until_on text not null,
  primary key (flag, no)
) without rowid;
create index person_flag_no on person_flag (no);

create table counter (
  cycle_year text not null,
  span text not null,
  town text not null,
  name text not null,
  n integer not null,
  primary key (cycle_year, span, town, name)
) without rowid;

create table name_bigram (gram text not null, no integer not null, primary key (gram, no)) without rowid;
create table pinyin_initials (suffix text not null, no integer not null, primary key (suffix, no)) without rowid;
create table tail (kind text not null, reversed text not null, no integer not null, primary key (kind, reversed, no)) without rowid;
`,
}
