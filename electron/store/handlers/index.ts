import type { Handlers } from '../context.ts'
import { assessment } from './assessment.ts'
import { attachments } from './attachments.ts'
import { countyValues } from './countyValues.ts'
import { ownCopy } from './ownCopy.ts'
import { handOver } from './handOver.ts'
import { drafts } from './drafts.ts'
import { duplicates } from './duplicates.ts'
import { groups } from './groups.ts'
import { household } from './household.ts'
import { ledger } from './ledger.ts'
import { persons } from './persons.ts'
import { planning } from './planning.ts'
import { records } from './records.ts'
import { review } from './review.ts'
import { rights } from './rights.ts'
import { roster } from './roster.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { sync } from './sync.ts'

/** Every method of the contract that runs in the store worker. A new area adds its file here. */
export const handlers: Handlers = {
  ...session, ...settings, ...persons, ...duplicates, ...household, ...records, ...assessment, ...drafts, ...rights, ...roster, ...sync, ...countyValues, ...ledger, ...planning, ...attachments, ...handOver, ...ownCopy, ...groups, ...review,
}
