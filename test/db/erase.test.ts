import { describe, expect, it } from 'vitest'
import { saveDraft } from '../../db/drafts.ts'
import { commitAction } from '../../db/journal/commit.ts'
import { mergePersons } from '../../db/journal/merge.ts'
import { asChange, changesOfFile } from '../../db/journal/rows.ts'
import { undoAction } from '../../db/journal/undo.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { listErasures } from '../../db/queries/erasures.ts'
import { personFile } from '../../db/queries/file.ts'
import { listPersons } from '../../db/queries/list.ts'
import { dashboard } from '../../db/queries/overview.ts'
import { logReveal } from '../../db/queries/journalLists.ts'
import { searchPersons } from '../../db/queries/search.ts'
import type { Store } from '../../db/store.ts'
import { erasePerson, nextBatch, takePage } from '../../db/sync/index.ts'
import { actorId, addPerson, createTestStore, dumpEntities } from './helpers.ts'
import { documentIntent, infoCheckBody, samplePerson, serviceBody } from './samples.ts'

const by = { actorId }
const today = '2026-06-15'
const secret = { name: '慕容甲乙', phone: '13987654321', contactName: '慕容丙丁', hukouAddress: '望儿山路十三号' }
const traces = [...Object.values(secret), String(samplePerson(25).idNumber), '慕容', '家里的事不想说', '13811112222']

/** Every row of every table of the file, as text; bytes as the text that they are. */
export function everythingIn(store: Store): string {
  const tables = store.sqlite.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`).pluck().all() as string[]
  return tables
    .flatMap((table) => store.sqlite.prepare(`select * from "${table}"`).all() as { [column: string]: unknown }[])
    .map((row) => Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value))).join('\t'))
    .join('\n')
}

function touched(store: Store): string {
  const person = addPerson(store, { ...samplePerson(25), ...secret })
  const { changes } = commitAction(store, by, [documentIntent('serviceRecord', store.deps.newId(), person, { ...serviceBody('2026-04-01'), content: '家里的事不想说' })])
  commitAction(store, by, [documentIntent('infoCheck', store.deps.newId(), person, infoCheckBody('2026-03-02', true))])
  commitAction(store, by, [{ kind: 'void', entity: 'serviceRecord', entityId: changes[0]?.entityId ?? '', personId: person, reason: '慕容说错了', voids: changes[0]?.id ?? '' }])
  saveDraft(store, { kind: 'infoCheck', personId: person, documentId: null }, { note: '慕容家里的事不想说' }, null)
  logReveal(store, { actorId, personId: person, field: 'phone', reason: '慕容来电' })
  return person
}

describe('an erased person', () => {
  it('leaves nothing that can be read in any table, and is in no list, search or counter', () => {
    const { store } = createTestStore()
    const before = dashboard(store, today).total
    const person = touched(store)
    for (const trace of traces.slice(0, -1)) expect(everythingIn(store)).toContain(trace)
    const erased = erasePerson(store, by, { personId: person, ground: 'WITHDRAWN', deadline: '2026-07-01' })
    expect(erased).toMatchObject({ personIds: [person], emptied: 4 })
    for (const trace of traces) expect(everythingIn(store)).not.toContain(trace)
    expect(listPersons(store, { filter: {}, sort: 'name', descending: false, offset: 0, limit: 5 }, today).total).toBe(0)
    expect(searchPersons(store, { text: secret.phone, limit: 5 }, today)).toEqual([])
    expect(dashboard(store, today).total).toEqual(before)
    expect(listErasures(store)).toEqual([{ personId: person, at: store.deps.now(), ground: 'WITHDRAWN', deadline: '2026-07-01', isReceived: false }])
  })

  it('has the same rows when they are made anew, and comes back by no undo', () => {
    const { store } = createTestStore()
    const person = touched(store)
    const { actionId } = erasePerson(store, by, { personId: person, ground: 'RETENTION_OVER', deadline: null })
    const rows = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(rows)
    const actions = store.sqlite.prepare('select distinct action_id from change').pluck().all() as string[]
    for (const action of [actionId, ...actions]) undoAction(store, by, action)
    for (const trace of traces) expect(everythingIn(store)).not.toContain(trace)
    expect(personFile(store, person, today, String)?.fields ?? {}).toEqual({})
  })

  it('takes along every file that was merged with theirs', () => {
    const { store } = createTestStore()
    const person = touched(store)
    const other = addPerson(store, { ...samplePerson(25), ...secret, phone: '13811112222' })
    mergePersons(store, by, { survivorId: person, loserId: other, fields: {} })
    const stranger = addPerson(store, samplePerson(29))
    expect([...erasePerson(store, by, { personId: other, ground: 'WITHDRAWN', deadline: null }).personIds].sort()).toEqual([person, other].sort())
    for (const trace of traces) expect(everythingIn(store)).not.toContain(trace)
    expect(listPersons(store, { filter: {}, sort: 'name', descending: false, offset: 0, limit: 5 }, today).rows.map((row) => row.id)).toEqual([stranger])
    const rows = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(rows)
  })

  it('is emptied by the word of the county too, also what was sealed to be sent', () => {
    const { store } = createTestStore()
    const person = touched(store)
    nextBatch(store, { countyCode: '210199', sign: () => 'signed', pack: (text: string) => Buffer.from(text) })
    const office = createTestStore().store
    commitAction(office, by, [{ kind: 'erase', entity: 'person', entityId: person, personId: person, ground: 'UNLAWFUL' }])
    const [erase] = changesOfFile(office.sqlite, person)
    if (erase === undefined) throw new Error('no erasure')
    takePage(store, [{ feedNo: 1, kind: 'change', serverSeq: 1, change: asChange(erase) }])
    for (const trace of traces) expect(everythingIn(store)).not.toContain(trace)
    expect(listErasures(store)).toMatchObject([{ ground: 'UNLAWFUL', isReceived: true }])
  })

  it('is in no batch that waits for a receipt either, and the others of that batch are sent', () => {
    const { store } = createTestStore()
    const sealer = { countyCode: '210199', sign: () => 'signed', pack: (text: string) => Buffer.from(text) }
    const person = touched(store)
    addPerson(store, samplePerson(29))
    nextBatch(store, sealer)
    expect(everythingIn(store)).toContain('four-ones-batch')
    erasePerson(store, by, { personId: person, ground: 'WITHDRAWN', deadline: null })
    expect(everythingIn(store)).not.toContain('慕容')
    const sent = nextBatch(store, sealer)?.bytes.toString('utf8') ?? ''
    expect(sent).not.toContain('慕容')
    expect(sent).toContain(String(samplePerson(29).name))
    expect(sent).toContain('"kind":"erase"')
  })
})
