import { foldLiving } from '../../domain/journal/fold.ts'
import { changesOfFile } from '../journal/rows.ts'
import { writeMeta } from '../meta.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { thresholdsNow } from '../cycle.ts'
import type { Store } from '../store.ts'
import { changesOfPerson } from './aliases.ts'
import { keepPlace, noteCountyValues, rulesMoved } from './county.ts'
import { foldDocuments } from './documents.ts'
import { columnsOf, valuesOf } from './personColumns.ts'
import { contextOf, knownCycles, writeCollected, writeFile } from './project.ts'
import { factsOf, writeCase } from './write.ts'

/** Raised with every change of the code that turns changes into rows: a store of another number is rebuilt when it is opened. */
export const projectionVersion = 12

export const entityTables = [
  'person', 'document', 'reference', 'case_state', 'person_flag', 'household_part', 'counter', 'name_bigram', 'pinyin_initials', 'tail', 'alias', 'agenda',
] as const

/** Throws all entity rows away and makes them anew from the journal, in one transaction. */
export function rebuild(store: Store, onProgress?: (done: number, total: number) => void): void {
  const { sqlite } = store
  const run = sqlite.transaction(() => {
    for (const table of entityTables) sqlite.exec(`delete from ${table}`)
    const files = prepared(sqlite, 'select file_id from change group by file_id order by min(seq)').all() as { file_id: string }[]
    const context = contextOf(store)
    // What the county has stated decides how persons are counted.
    const stated = preparedValue(sqlite, `select distinct file_id from change where entity = 'countyValues'`).all() as string[]
    for (const fileId of stated) writeFile(context, fileId, changesOfFile(sqlite, fileId), true)
    noteCountyValues(sqlite)
    files.forEach(({ file_id: fileId }, index) => {
      writeFile(context, fileId, changesOfFile(sqlite, fileId), true)
      if (index % 5000 === 0) writeCollected(context)
      if (index % 1000 === 0) onProgress?.(index, files.length)
    })
    writeCollected(context)
    keepPlace(sqlite, null)
    writeMeta(sqlite, 'projectionVersion', String(projectionVersion))
    onProgress?.(files.length, files.length)
  })
  run.immediate()
}

/** Case rows of a year that nobody has asked for yet (a new year has begun, or a past one is looked at). */
export function ensureCycle(store: Store, year: string, onProgress?: (done: number, total: number) => void): void {
  const known = knownCycles(store)
  if (known.includes(year)) return
  const { sqlite } = store
  if (sqlite.readonly) throw new Error(`The cycle ${year} must be prepared by the writing connection first`)
  const run = sqlite.transaction(() => {
    const persons = prepared(sqlite, 'select no, id, name_key as nameKey from person where hidden = 0 order by no').all()
    const context = contextOf(store)
    ;(persons as { no: number; id: string; nameKey: string }[]).forEach(({ no, id, nameKey }, index) => {
      const changes = changesOfPerson(sqlite, id)
      const state = foldLiving(changes.filter((change) => change.entity === 'person'))
      const values = valuesOf(state)
      const facts = factsOf(values, foldDocuments(changes))
      writeCase(context, { no, facts, columns: columnsOf(state, values), nameKey }, year)
      if (index % 1000 === 0) onProgress?.(index, persons.length)
    })
    writeCollected(context)
    const before = thresholdsNow(sqlite)
    writeMeta(sqlite, 'cycles', JSON.stringify([...known, year].sort()))
    // Another plan or other values of the county count the groups of a person differently.
    if (JSON.stringify(thresholdsNow(sqlite)) !== JSON.stringify(before)) rulesMoved(sqlite)
    onProgress?.(persons.length, persons.length)
  })
  run.immediate()
}
