import type { Problem } from '../../domain/result.ts'
import type { SessionState } from '../api/schemas/session.ts'

/** A problem with the store as the state that its own page of the app shows. */
export interface Trouble {
  readonly state: SessionState['state']
  readonly message: string
}

const states: Readonly<Record<string, SessionState['state']>> = {
  newerFile: 'newerFile',
  storeNewer: 'newerFile',
  storeReadOnly: 'folderReadOnly',
  folderBlocked: 'folderReadOnly',
  diskFull: 'diskFull',
}

export function troubleOf(problem: Problem): Trouble {
  return { state: states[problem.code] ?? 'damaged', message: problem.message }
}
