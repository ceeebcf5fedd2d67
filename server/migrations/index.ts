import { initial } from './0001-initial.ts'
import { merges } from './0002-merges.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [initial, merges]
