import { caseAt } from '../../domain/cycle/index.ts'
import type { CaseFacts, CaseState } from '../../domain/cycle/index.ts'
import { countedGroups, groupsOn } from '../../domain/groups/index.ts'
import { factsOfParts, householdPartOf } from '../../domain/household/index.ts'
import type { KnownHousehold } from '../../domain/household/index.ts'
import { aliasesOf, linkedWith, survivorOf } from '../../domain/journal/alias.ts'
import { foldLiving } from '../../domain/journal/fold.ts'
import { ageOn } from '../../domain/plan/index.ts'
import { maskIdNumber, maskPhone } from '../../domain/privacy/index.ts'
import { cycleIn } from '../cycle.ts'
import { changesOfFile } from '../journal/rows.ts'
import type { StoredChange } from '../journal/rows.ts'
import { localDay } from '../localDay.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { relatedTo } from '../projection/aliases.ts'
import { foldDocuments } from '../projection/documents.ts'
import { markOf, settledIn } from '../projection/marks.ts'
import { columnsOf, valuesOf, verifyMarks } from '../projection/personColumns.ts'
import { factsOf } from '../projection/write.ts'
import type { Store } from '../store.ts'
import { byDay, headOf } from './file.ts'
import type { NameOf, PersonParts } from './file.ts'
import type { PersonRow, StepState } from './rows.ts'
import { timelineOf } from './timeline.ts'

/**
 * The file as it was on a day: folded from the changes that count by its end. A change counts from the day of the county's receipt where there is one, else from
 * the day on which it was written down (docs/decisions/011).
 */
export function fileAsAt(store: Store, personId: string, day: string, nameOf: NameOf): PersonParts | null {
  const files = filesAsAt(store, personId, day)
  const survivorId = files[0].id
  const all = files.flatMap(({ changes }) => changes)
  const changes = all.filter((change) => change.entity !== 'person' || change.entityId === survivorId)
  const state = livingOf(changes)
  if (Object.keys(state.fields).length === 0) return null
  const settled = settledIn(all)
  const values = valuesOf(state)
  const documents = foldDocuments(changes)
  const facts = factsOf(values, documents)
  const cycle = cycleIn(store.sqlite, day.slice(0, 4))
  const groups = groupsOn(countedGroups(facts, cycle.thresholds, householdAsAt(store, survivorId, facts, day)), day)
  const columns = columnsOf(state, values)
  const heads = documents.map((document) => headOf(document, settled, survivorId)).sort(byDay)
  const row: PersonRow = {
    id: survivorId,
    name: columns.name,
    sex: columns.sex,
    age: columns.birthDate === null ? null : ageOn(columns.birthDate, day),
    idNumberMasked: columns.idNumber === null ? '' : (maskIdNumber(columns.idNumber, 'SCREEN') ?? ''),
    phoneMasked: columns.phone === null ? null : maskPhone(columns.phone, 'SCREEN'),
    category: columns.category,
    grade: columns.grade,
    town: columns.town === '' ? null : columns.town,
    village: columns.village === '' ? null : columns.village,
    flags: groups.map(({ flag }) => flag),
    ...caseColumns(caseAt(facts, cycle, day), day, heads),
    toVerify: columns.toVerify,
    mark: markOf(all, columns.rivals, settled),
  }
  return {
    row, fields: values, heads: {}, rivals: {}, verify: verifyMarks(values), documents: heads,
    timeline: timelineOf(all, settled, nameOf, survivorId), facts,
    groups: groups.map(({ flag, because }) => ({ flag, because })), joined: [],
  }
}

/** The first day on which the file counts for anything; null when there is none. */
export function knownSince(store: Store, personId: string): string | null {
  return daysOfChanges(store, personId)[0]?.day ?? null
}

const daysSql = `select c.id, coalesce(d.receipt_at, c.recorded_at) as at from change c left join delivery d on d.change_id = c.id where c.file_id = ? order by at`

function daysOfChanges(store: Store, fileId: string): { readonly id: string; readonly day: string }[] {
  return (prepared(store.sqlite, daysSql).all(fileId) as { id: string; at: string }[]).map(({ id, at }) => ({ id, day: localDay(at) }))
}

function knownBy(store: Store, fileId: string, day: string): StoredChange[] {
  const ids = new Set(daysOfChanges(store, fileId).filter((change) => change.day <= day).map(({ id }) => id))
  return changesOfFile(store.sqlite, fileId).filter(({ id }) => ids.has(id))
}

interface FileThen {
  readonly id: string
  readonly changes: StoredChange[]
}

/** The files that were read as one by the merges that held at the end of the day, the one that was shown first. */
function filesAsAt(store: Store, personId: string, day: string): [FileThen, ...FileThen[]] {
  const known = new Map(relatedTo(store.sqlite, personId).map((id) => [id, knownBy(store, id, day)]))
  const fileOf = (id: string): FileThen => ({ id, changes: known.get(id) ?? [] })
  const isThere = (id: string) => Object.keys(livingOf(fileOf(id).changes).fields).length > 0
  const held = [...known.values()].flatMap(aliasesOf).filter(({ unmergeId, loserId, survivorId }) => unmergeId === null && isThere(loserId) && isThere(survivorId))
  const members = linkedWith(personId, (id) => held.filter(({ loserId, survivorId }) => loserId === id || survivorId === id))
  const shown = survivorOf(members, held)
  return [fileOf(shown), ...members.filter((id) => id !== shown).map(fileOf)]
}

function livingOf(changes: readonly StoredChange[]) {
  return foldLiving(changes.filter(({ entity }) => entity === 'person'))
}

/** Of those who have the household number today; who has moved to another household since then is not found any more. */
function householdAsAt(store: Store, personId: string, facts: CaseFacts, day: string): KnownHousehold | undefined {
  const { householdId } = facts.person
  if (typeof householdId !== 'string') return undefined
  const ids = preparedValue(store.sqlite, 'select id from person where household_id = ?').all(householdId) as string[]
  const parts = [...new Set([...ids, personId])].flatMap((id) => {
    const then = id === personId ? facts : factsShownAsAt(store, id, day)
    const found = then === null ? null : householdPartOf(then)
    return found !== null && found.householdId === householdId ? [found.part] : []
  })
  return factsOfParts(parts, day)
}

/** null: the file was shown within another one then, or in no list. */
function factsShownAsAt(store: Store, personId: string, day: string): CaseFacts | null {
  const files = filesAsAt(store, personId, day)
  const [shown] = files
  if (shown.id !== personId) return null
  const state = livingOf(shown.changes)
  const values = valuesOf(state)
  const facts = factsOf(values, foldDocuments(files.flatMap(({ changes }) => changes)))
  return columnsOf(state, values).hidden && facts.documents.length === 0 ? null : facts
}

function caseColumns(state: CaseState, day: string, heads: PersonParts['documents']): Pick<PersonRow, 'steps' | 'nextStep' | 'dueOn' | 'inTarget' | 'hasNeed'> {
  const inTarget = state.target !== null && state.target.from <= day && (state.target.until === null || day < state.target.until)
  const next = state.steps.find(({ step }) => step === state.nextStep)
  const steps = state.steps.map((step): StepState => ({
    step: step.no,
    state: step.state,
    doneOn: step.doneOn,
    dueOn: step.state === 'due' ? step.dueOn : null,
    documentId: step.documentId,
    hasDraft: false,
    mark: heads.find(({ id }) => id === step.documentId)?.mark ?? null,
  }))
  return { steps, nextStep: inTarget ? (next?.no ?? null) : null, dueOn: inTarget ? (next?.dueOn ?? null) : null, inTarget, hasNeed: state.need }
}
