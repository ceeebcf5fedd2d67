export { checkRosterFile } from './checkFile.ts'
export type { CheckOptions } from './checkFile.ts'
export { openRoster } from './open.ts'
export type { ReadOptions, ReadProgress, RosterFormat, RosterSource, RowSink } from './source.ts'
