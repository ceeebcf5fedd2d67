import type { Migration } from './migration.ts'

/** The county code leads every key, so that the same tables can be spread over several computers by county. */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  sql: `
create table county (
  code text primary key,
  name text not null,
  epoch uuid not null,
  head_seq bigint not null default 0,
  towns jsonb not null default '[]',
  created_at timestamptz not null default now()
);

create table county_key (
  county_code text not null,
  key_id text not null,
  public_key text not null,
  private_key text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (county_code, key_id)
);

create table app_user (
  county_code text not null,
  id uuid not null,
  name text not null,
  role text not null,
  scope jsonb not null,
  scope_version integer not null default 1,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (county_code, id)
);

create table user_alias (
  county_code text not null,
  alias_id uuid not null,
  user_id uuid not null,
  primary key (county_code, alias_id)
);

create table enrolment_code (
  county_code text not null,
  code_hash text not null,
  user_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by_device uuid,
  primary key (county_code, code_hash)
);

create table device (
  county_code text not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  public_key text not null,
  enrolled_at timestamptz not null default now(),
  revoked_at timestamptz,
  fed_seq bigint not null default 0,
  feed_no bigint not null default 0,
  scope_version integer not null,
  primary key (county_code, id)
);

-- Apart from the device, whose row is locked while its feed is written.
create table device_seen (
  county_code text not null,
  device_id uuid not null,
  seen_at timestamptz not null,
  primary key (county_code, device_id)
);

create table device_epoch (
  county_code text not null,
  device_id uuid not null,
  epoch uuid not null,
  next_seq bigint not null,
  primary key (county_code, device_id, epoch)
);

create table change (
  county_code text not null,
  server_seq bigint not null,
  id uuid not null,
  v integer not null,
  action_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  person_id uuid,
  kind text not null,
  fields text,
  salt text,
  fields_hash text not null,
  actor_id uuid not null,
  device_id uuid not null,
  device_epoch uuid not null,
  device_seq bigint not null,
  recorded_at text not null,
  contested_fields jsonb,
  batch_id uuid not null,
  accepted_at timestamptz not null,
  primary key (county_code, server_seq)
);
create unique index change_id on change (county_code, id);
create unique index change_device_seq on change (county_code, device_id, device_epoch, device_seq);
create index change_entity on change (county_code, entity_id, server_seq);
create index change_person on change (county_code, person_id, server_seq) where person_id is not null;

create table batch (
  county_code text not null,
  device_id uuid not null,
  id uuid not null,
  hash text not null,
  device_epoch uuid not null,
  from_seq bigint not null,
  to_seq bigint not null,
  count integer not null,
  replaces uuid,
  header text not null,
  signature text not null,
  received_at timestamptz not null,
  receipt text not null,
  receipt_signature text not null,
  primary key (county_code, device_id, id)
);

create table refusal (
  county_code text not null,
  device_id uuid not null,
  change_id uuid not null,
  device_epoch uuid not null,
  device_seq bigint not null,
  code text not null,
  batch_id uuid not null,
  refused_at timestamptz not null,
  primary key (county_code, device_id, change_id)
);

create table person_place (
  county_code text not null,
  person_id uuid not null,
  town text,
  responsible_id uuid,
  first_seq bigint not null,
  primary key (county_code, person_id)
);
create index person_place_town on person_place (county_code, town);
create index person_place_responsible on person_place (county_code, responsible_id) where responsible_id is not null;

create table device_person (
  county_code text not null,
  device_id uuid not null,
  person_id uuid not null,
  primary key (county_code, device_id, person_id)
);

create table feed (
  county_code text not null,
  device_id uuid not null,
  feed_no bigint not null,
  kind text not null,
  server_seq bigint,
  person_id uuid,
  primary key (county_code, device_id, feed_no)
);

create table discrepancy (
  county_code text not null,
  entity_id uuid not null,
  field text not null,
  rival_change_id uuid not null,
  entity text not null,
  person_id uuid,
  head_change_id uuid,
  opened_seq bigint not null,
  closed_seq bigint,
  primary key (county_code, entity_id, field, rival_change_id)
);
create index discrepancy_open on discrepancy (county_code, person_id) where closed_seq is null;
`,
}
