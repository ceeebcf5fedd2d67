import { prefillOf } from '../../domain/visit/prefill.ts'
import { cycleOfYear } from '../../domain/plan/index.ts'
import { completeRecord, recordHints } from '../../domain/records/index.ts'
import type { RecordKind } from '../../domain/records/index.ts'
import type { JsonObject as DomainJson } from '../../domain/journal/change.ts'
import type { JsonObject, PersonFile, StepNumber } from '../../renderer/api/client.ts'
import { createFakeBridge, refuse, succeed } from './fakeBridge.ts'
import type { FakeBridge, FakeOptions } from './fakeBridge.ts'
import { personFile, personRow, today, uuid } from './people.ts'

/** One person whose records follow the rules of the domain: prefilled, checked, completed, kept as drafts, all in memory. */

export interface RecordsBridge extends FakeBridge {
  file: PersonFile
  readonly drafts: Map<string, { body: JsonObject; field: string | null; savedAt: string }>
}

export const savedAt = '2026-11-23T02:42:18.000Z'
export const personId = personRow(5).id
const user = { id: uuid(500), name: '林芳' }

export function createRecordsBridge({ done = [], documents = [], drafts = {}, fields = {}, handlers = {}, ...rest }: Omit<FakeOptions, 'handlers'> & {
  readonly handlers?: FakeOptions['handlers']
  /** Steps that are done already. */
  readonly done?: readonly StepNumber[]
  readonly documents?: PersonFile['documents']
  readonly drafts?: { readonly [kind: string]: { body: JsonObject; field: string | null; savedAt: string } }
  readonly fields?: JsonObject
} = {}): RecordsBridge {
  const store = new Map(Object.entries(drafts).map(([kind, draft]) => [keyOf({ kind, documentId: null }), draft]))
  const base = personFile(personRow(5))
  let count = 0
  const known = (file: PersonFile) => file.documents.filter((document) => !document.voided && document.body !== null).map(({ id, entity, body }) => ({ id, entity, body: body as DomainJson }))
  const checked = (kind: RecordKind, body: JsonObject) =>
    completeRecord(kind, body, {
      today, lastKnownDate: today, cycle: cycleOfYear('2026'),
      known: { consents: known(bridge.file).filter((document) => document.entity === 'consent') },
    })
  const problemsOf = (kind: RecordKind, body: JsonObject) => {
    const result = checked(kind, body)
    return result.ok ? [] : result.error.map(({ field, message }) => ({ path: field, message }))
  }

  const bridge = createFakeBridge({
    ...rest,
    handlers: {
      'persons.get': () => succeed(bridge.file),
      'records.prefill': ({ kind, cycleYear }) => {
        const body = prefillOf(kind, {
          personId, cycleYear, today, user, unit: '210199', person: bridge.file.fields as DomainJson, employmentState: 'UNEMPLOYED', registrationMonths: 6, flags: ['LONG_TERM_UNEMPLOYED'],
          documents: known(bridge.file),
        })
        return succeed({ body: body as JsonObject, previous: null })
      },
      'records.check': ({ kind, body }) => succeed({
        problems: problemsOf(kind, body), warnings: [],
        hints: recordHints(kind, body, cycleOfYear('2026')).map(({ field, message }) => ({ path: field, message })),
      }),
      'records.complete': ({ kind, body, replaces }) => {
        const problems = problemsOf(kind, body)
        if (problems.length > 0) return refuse(`有 ${problems.length} 处要改，已标出。按 Ctrl+E 去第一处`, { code: 'incomplete', fields: problems })
        const result = checked(kind, body)
        count += 1
        const documentId = replaces?.documentId ?? uuid(7000 + count)
        const version = bridge.file.documents.find((document) => document.id === documentId)?.version ?? 0
        const document = documentOf(documentId, kind, (result.ok ? result.value : body) as JsonObject, version + 1)
        bridge.file = { ...bridge.file, documents: [document, ...bridge.file.documents.filter((each) => each.id !== documentId)] }
        store.delete(keyOf({ kind, documentId: replaces?.documentId ?? null }))
        bridge.tell({ type: 'changed', personIds: [personId], all: false })
        return succeed({ actionId: uuid(990), savedAt, documentId, changeId: document.headId ?? '', warnings: [] })
      },
      'records.void': ({ documentId, reason }) => {
        bridge.file = { ...bridge.file, documents: bridge.file.documents.map((each) => (each.id === documentId ? { ...each, voided: true, voidReason: reason } : each)) }
        return succeed({ actionId: uuid(990), savedAt })
      },
      'drafts.get': (key) => succeed(store.get(keyOf(key)) ?? null),
      'drafts.save': ({ body, field, ...key }) => {
        store.set(keyOf(key), { body, field, savedAt })
        bridge.tell({ type: 'changed', personIds: [personId], all: false })
        return succeed({ savedAt })
      },
      'drafts.discard': (key) => {
        store.delete(keyOf(key))
        bridge.tell({ type: 'changed', personIds: [personId], all: false })
        return succeed({})
      },
      ...handlers,
    },
  }) as RecordsBridge
  const steps = base.row.steps.map((step) => {
    const isDone = done.includes(step.step)
    return { ...step, state: isDone ? ('done' as const) : ('due' as const), doneOn: isDone ? today : null, documentId: null, hasDraft: false, mark: isDone ? ('local' as const) : null }
  })
  bridge.file = { ...base, row: { ...base.row, steps }, fields: { ...base.fields, ...fields }, documents: [...documents, ...base.documents] }
  Object.defineProperty(bridge, 'drafts', { value: store })
  return bridge
}

export function documentOf(id: string, entity: string, body: JsonObject, version = 1): PersonFile['documents'][number] {
  return { id, entity, on: today, version, voided: false, voidReason: null, cycleYear: '2026', body, mark: 'local', headId: uuid(8000 + version) }
}

function keyOf({ kind, documentId }: { readonly kind: string; readonly documentId: string | null }): string {
  return `${kind} ${documentId ?? 'new'}`
}

/** Test vector 1 of the instrument: low vision, limited reading. */
export const vector1: readonly (readonly [prefix: string, answers: readonly number[]])[] = [
  ['A', [3, 0, 1, 0, 0, 0, 1, 1, 0, 0]], ['B', [0, 0, 0, 1, 1, 1, 1, 0]], ['C', [3, 3, 1, 1]], ['D', [0, 0, 1, 0, 0, 2]],
]
