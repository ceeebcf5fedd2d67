import type { Handlers } from '../context.ts'
import { attachments } from './attachments.ts'
import { drafts } from './drafts.ts'
import { ledger } from './ledger.ts'
import { persons } from './persons.ts'
import { records } from './records.ts'
import { roster } from './roster.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { sync } from './sync.ts'

/** Every method of the contract that runs in the store worker. A new area adds its file here. */
export const handlers: Handlers = {
  ...session, ...settings, ...persons, ...records, ...drafts, ...roster, ...sync, ...ledger, ...attachments,
}
