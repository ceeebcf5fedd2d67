import type { Migration } from './migration.ts'

/** Who wrote the version that stands, and where it stands with the review. Rows are filled by the rebuild that follows. */
export const review: Migration = {
  version: 4,
  name: 'review',
  sql: `
alter table document add column author_id text;
alter table document add column review text;
create index document_review on document (review, cycle_year, author_id, on_date) where review is not null;
`,
}
