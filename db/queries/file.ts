import type { CaseFacts } from '../../domain/cycle/index.ts'
import type { Json, JsonObject } from '../../domain/journal/change.ts'
import { foldLiving } from '../../domain/journal/fold.ts'
import type { LivingState } from '../../domain/journal/fold.ts'
import { maskIdNumber } from '../../domain/privacy/index.ts'
import { countedGroups, groupsOn } from '../../domain/groups/index.ts'
import { factsOfParts } from '../../domain/household/index.ts'
import type { KnownHousehold } from '../../domain/household/index.ts'
import { changesOfFile } from '../journal/rows.ts'
import type { StoredChange } from '../journal/rows.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { changesOfPerson, groupOf, shownAs } from '../projection/aliases.ts'
import { thresholdsNow } from '../cycle.ts'
import { householdParts } from '../projection/households.ts'
import { cycleYearOf, dayOf, foldDocuments } from '../projection/documents.ts'
import type { FoldedDocument } from '../projection/documents.ts'
import { markOf, settledIn } from '../projection/marks.ts'
import type { Mark } from '../projection/marks.ts'
import { valuesOf, verifyMarks } from '../projection/personColumns.ts'
import { factsOf } from '../projection/write.ts'
import type { Store } from '../store.ts'
import { cycleFor } from './list.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'
import { timelineOf } from './timeline.ts'
import type { TimelineEntry } from './timeline.ts'

/** Everything about one person, folded from the journal. */

export interface DocumentHead {
  readonly id: string
  readonly entity: string
  readonly on: string | null
  readonly version: number
  readonly voided: boolean
  readonly voidReason: string | null
  readonly cycleYear: string | null
  readonly body: JsonObject | null
  readonly mark: Mark
  /** The change that holds the version that stands; a successor names it. */
  readonly headId: string | null
  /** The file that it was opened for, where that is another one than it is shown in. */
  readonly openedFor?: string
}

export interface PersonParts {
  readonly row: PersonRow
  /** In full: mask before anything is shown. */
  readonly fields: { readonly [field: string]: Json }
  /** Field -> the change to base an edit upon. */
  readonly heads: { readonly [field: string]: string }
  /** Field -> the values that wait to be settled. */
  readonly rivals: { readonly [field: string]: readonly { readonly value: Json; readonly changeId: string }[] }
  readonly verify: { readonly [field: string]: string }
  readonly documents: DocumentHead[]
  readonly timeline: TimelineEntry[]
  /** For the rules of the domain: caseOf, groupsOf, prefill. */
  readonly facts: CaseFacts
  readonly groups: { readonly flag: string; readonly because: string }[]
  /** Files that were merged with this one and are read together with it. */
  readonly joined: JoinedFile[]
}

export interface JoinedFile {
  readonly personId: string
  readonly name: string
  readonly idNumberMasked: string
}

export type NameOf = (actorId: string) => string

export function personFile(store: Store, personId: string, today: string, nameOf: NameOf): PersonParts | null {
  const year = cycleFor(store, today)
  const { survivorId, members } = groupOf(store.sqlite, personId)
  const no = preparedValue(store.sqlite, 'select no from person where id = ?').get(survivorId)
  const row = no === undefined ? undefined : rowsOf(store, [no as number], year, today)[0]
  if (row === undefined) return null
  const others = members.filter((id) => id !== survivorId)
  const all = [...changesOfFile(store.sqlite, survivorId), ...others.flatMap((id) => changesOfFile(store.sqlite, id))]
  const changes = all.filter((change) => change.entity !== 'person' || change.entityId === survivorId)
  const settled = settledIn(all)
  const state = stateOf(changes)
  // Nothing is left of a person who was erased.
  if (Object.keys(state.fields).length === 0) return null
  const values = valuesOf(state)
  const documents = foldDocuments(changes)
  const facts = factsOf(values, documents)
  return {
    row,
    fields: values,
    heads: headsOf(state),
    rivals: Object.fromEntries(
      Object.entries(state.fields).flatMap(([field, head]) => (head.rivals.length === 0 ? [] : [[field, head.rivals]])),
    ),
    verify: verifyMarks(values),
    documents: documents.map((document) => headOf(document, settled, survivorId)).sort(byDay),
    timeline: timelineOf(all, settled, nameOf, survivorId),
    facts,
    groups: groupsOn(countedGroups(facts, thresholdsNow(store.sqlite), householdOf(store, values, today)), today).map(({ flag, because }) => ({ flag, because })),
    joined: others.flatMap((id) => joinedFile(store, id)),
  }
}

function joinedFile(store: Store, id: string): JoinedFile[] {
  const row = prepared(store.sqlite, 'select name, id_number as idNumber from person where id = ?').get(id) as { name: string; idNumber: string | null } | undefined
  return row === undefined ? [] : [{ personId: id, name: row.name, idNumberMasked: maskIdNumber(row.idNumber ?? '', 'SCREEN') ?? '' }]
}

/** The household of a file on a day; undefined for whoever is in none. */
export function householdOf(store: Store, values: { readonly [field: string]: Json }, on: string): KnownHousehold | undefined {
  return typeof values.householdId === 'string' ? factsOfParts(householdParts(store.sqlite, values.householdId), on) : undefined
}

function stateOf(changes: readonly StoredChange[]): LivingState {
  return foldLiving(changes.filter((change) => change.entity === 'person'))
}

function headsOf(state: LivingState): { [field: string]: string } {
  return Object.fromEntries(Object.entries(state.fields).map(([field, head]) => [field, head.changeIds.at(-1) as string]))
}

export function headOf(document: FoldedDocument, settled: ReadonlySet<string>, shownIn: string | null): DocumentHead {
  const { id, entity, personId, state, changes } = document
  return {
    id,
    entity,
    on: dayOf(entity, state.body),
    version: state.version,
    voided: state.voided,
    voidReason: state.voidReason,
    cycleYear: cycleYearOf(entity, state.body),
    body: state.body,
    mark: markOf(changes, state.rivals.length, settled),
    headId: state.headId,
    ...(personId !== null && personId !== shownIn ? { openedFor: personId } : {}),
  }
}

/** Newest first; on one day the later written first. */
export function byDay(a: DocumentHead, b: DocumentHead): number {
  const [left, right] = [`${a.on ?? ''}${a.id}`, `${b.on ?? ''}${b.id}`]
  return left < right ? 1 : left > right ? -1 : 0
}

/** What stands of each field and what an edit of it is to be based upon; null when nothing is known of the person, or nothing any more. */
export function personState(store: Store, personId: string): LivingState | null {
  const changes = changesOfFile(store.sqlite, personId)
  const state = stateOf(changes)
  return state.erased || !changes.some((change) => change.entity === 'person') ? null : state
}

/** Facts of a person for the rules of the domain. */
export function personFacts(store: Store, personId: string): CaseFacts | null {
  const changes = changesOfPerson(store.sqlite, personId)
  if (!changes.some((change) => change.entity === 'person')) return null
  return factsOf(valuesOf(stateOf(changes)), foldDocuments(changes))
}

/** Rows for answers after a save, in the order of the ids. */
export function personRows(store: Store, personIds: readonly string[], today: string): PersonRow[] {
  const year = cycleFor(store, today)
  const nos = personIds.flatMap((id) => {
    const no = preparedValue(store.sqlite, 'select no from person where id = ?').get(shownAs(store.sqlite, id))
    return no === undefined ? [] : [no as number]
  })
  return rowsOf(store, nos, year, today)
}

/** The name of whoever is in the lists under this number. */
export function shownByNumber(store: Store, idNumber: Json | undefined): string | null {
  if (typeof idNumber !== 'string') return null
  const name = preparedValue(store.sqlite, 'select name from person where id_number = ? and hidden = 0 limit 1').get(idNumber)
  return typeof name === 'string' ? name : null
}

/** The document with its whole history in view. */
export function documentById(store: Store, documentId: string): (DocumentHead & { readonly personId: string | null }) | null {
  const fileId = fileOfDocument(store, documentId)
  if (fileId === null) return null
  const changes = changesOfFile(store.sqlite, fileId)
  const document = foldDocuments(changes).find(({ id }) => id === documentId)
  return document === undefined ? null : { ...headOf(document, settledIn(changes), fileId), personId: document.personId }
}

export interface DocumentVersion {
  readonly changeId: string
  readonly version: number
  readonly at: string
  readonly actor: string
  readonly body: JsonObject | null
}

/** Oldest first. A version that lost to another is not among them; it waits as a rival. */
export function documentVersions(store: Store, documentId: string, nameOf: NameOf): DocumentVersion[] {
  const fileId = fileOfDocument(store, documentId)
  if (fileId === null) return []
  const document = foldDocuments(changesOfFile(store.sqlite, fileId)).find(({ id }) => id === documentId)
  if (document === undefined) return []
  const rivals = new Set(document.state.rivals)
  return document.changes
    .filter((change) => (change.kind === 'create' || change.kind === 'succeed') && !rivals.has(change.id))
    .map((change, index) => ({
      changeId: change.id,
      version: index + 1,
      at: change.recordedAt,
      actor: nameOf(change.actorId),
      body: (change.fields?.body as JsonObject | undefined) ?? null,
    }))
}

function fileOfDocument(store: Store, documentId: string): string | null {
  const row = preparedValue(store.sqlite, 'select coalesce(opened_for, id) from document where id = ?').get(documentId)
  return typeof row === 'string' ? row : null
}
