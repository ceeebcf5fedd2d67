import { initial } from './0001-initial.ts'
import type { Migration } from './migration.ts'

/** In order; a released migration is never altered, the next one is added. */
export const migrations: readonly Migration[] = [initial]
