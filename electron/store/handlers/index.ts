import type { Handlers } from '../context.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'

/** Every method of the contract that runs in the store worker. A new area adds its file here. */
export const handlers: Partial<Handlers> = { ...session, ...settings }
