import { initial } from './0001-initial.ts'
import { households } from './0002-households.ts'
import { merges } from './0003-merges.ts'
import { review } from './0004-review.ts'
import { agenda } from './0005-agenda.ts'
import { ageRules } from './0006-age-rules.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [initial, households, merges, review, agenda, ageRules]
