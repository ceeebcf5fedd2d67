import { eq } from 'drizzle-orm'
import type { Change, PlacedChange } from '../../domain/journal/change.ts'
import { canonicalJson } from '../../domain/journal/change.ts'
import type { JsonObject } from '../../domain/journal/change.ts'
import { receiptSignatureInput } from '../../domain/sync/index.ts'
import type { ChangeResult, CountyRole, Receipt } from '../../domain/sync/index.ts'
import type { CountyServer } from '../context.ts'
import type { Transaction } from '../database/database.ts'
import { county } from '../database/schema.ts'
import { signText, signingKey } from '../keys.ts'
import { HttpProblem } from '../problem.ts'
import { contestedBy, openQuestions } from './contest.ts'
import { emptied, emptyOlder, erasedIn, withEmptied } from './erase.ts'
import { judge, refusalReasons } from './judge.ts'
import type { RefusalCode } from './judge.ts'
import { findReceipt, historiesOf, knownChanges, nextSeqOf, usedSeqs } from './look.ts'
import type { StoredReceipt } from './look.ts'
import { writeMerges } from './merges.ts'
import type { OpenedBatch } from './open.ts'
import { placeOf } from './places.ts'
import { decisionsOnOwnWork } from './ownWork.ts'
import { nextAfter } from './sequence.ts'
import { writeBatch, writeChanges, writeNextSeq, writePlaces, writeQuestions, writeRefusals } from './write.ts'
import type { Accepted, EntityQuestions, Refused } from './write.ts'

export interface Sender {
  readonly id: string
  readonly role: CountyRole
}

/**
 * Takes a batch in: all of it in one transaction under the county's row lock, so that the order of numbers is the order of commits. A batch
 * that was taken before is answered with the receipt of then.
 */
export async function takeBatch(server: CountyServer, sender: Sender, batch: OpenedBatch): Promise<StoredReceipt> {
  const earlier = await findReceipt(server.database.orm, server.countyCode, sender.id, batch)
  if (earlier !== null) return earlier
  const receipt = await server.database.orm.transaction(async (tx) => {
    const [row] = await tx.select().from(county).where(eq(county.code, server.countyCode)).for('update')
    if (row === undefined) throw new Error('The county of this server is not in its database')
    await server.deps.at?.('intake.locked')
    const meanwhile = await findReceipt(tx, server.countyCode, sender.id, batch)
    if (meanwhile !== null) return meanwhile
    await keepSequence(tx, server, sender, batch)
    const taken = await weigh(tx, server, sender, batch, row.headSeq)
    return record(tx, server, sender, batch, row, taken)
  })
  await server.deps.at?.('intake.committed')
  return receipt
}

/** A device's changes come in the order in which it wrote them; what is missing is named, and nothing is taken until it has come. */
async function keepSequence(tx: Transaction, server: CountyServer, sender: Sender, batch: OpenedBatch): Promise<void> {
  const { deviceEpoch, gaps } = batch.header
  const expected = await nextSeqOf(tx, server.countyCode, sender.id, deviceEpoch)
  const after = nextAfter(expected, batch.lines.map((line) => line.deviceSeq), gaps ?? [])
  if (!after.ok) {
    throw new HttpProblem(409, 'earlierMissing', '前面还有记录没有送到，先送前面的', { deviceEpoch, nextSeq: after.error })
  }
  if (after.value !== expected) await writeNextSeq(tx, server.countyCode, sender.id, deviceEpoch, after.value)
}

interface Weighed {
  readonly results: readonly ChangeResult[]
  readonly accepted: readonly Accepted[]
  readonly refused: readonly Refused[]
  readonly histories: ReadonlyMap<string, readonly PlacedChange[]>
}

async function weigh(tx: Transaction, server: CountyServer, sender: Sender, batch: OpenedBatch, head: number): Promise<Weighed> {
  const known = await knownChanges(tx, server.countyCode, batch.lines.map((line) => line.id))
  const used = await usedSeqs(tx, server.countyCode, sender.id, batch.header.deviceEpoch, batch.lines.map((line) => line.deviceSeq))
  const judged = batch.lines.map((line) => ({ line, judged: judge(line, batch.header, sender.role) }))
  const fresh = judged.flatMap(({ judged: one }) => ('change' in one && !known.has(one.change.id) ? [one.change.entityId] : []))
  const histories = await historiesOf(tx, server.countyCode, fresh)
  const ownWork = await decisionsOnOwnWork(tx, server.countyCode, judged.flatMap(({ judged: one }) => ('change' in one ? [one.change] : [])))

  const results: ChangeResult[] = []
  const accepted: Accepted[] = []
  const refused: Refused[] = []
  const refuse = (changeId: string, deviceSeq: number, code: RefusalCode) => {
    refused.push({ changeId, deviceSeq, code })
    results.push({ changeId, state: 'refused', code, reason: refusalReasons[code] })
  }
  let serverSeq = head
  for (const { line, judged: one } of judged) {
    const before = known.get(line.id)
    if (before !== undefined) {
      if (before.fieldsHash !== line.fieldsHash) refuse(line.id, line.deviceSeq, 'changeDiffers')
      else results.push(resultOf(line.id, before.serverSeq, before.contestedFields))
    } else if ('refusal' in one) refuse(line.id, line.deviceSeq, one.refusal.code)
    else if (ownWork.has(line.id)) refuse(line.id, line.deviceSeq, 'ownWork')
    else if (used.has(line.deviceSeq)) refuse(line.id, line.deviceSeq, 'sequenceUsed')
    else {
      serverSeq += 1
      const contestedFields = addTo(histories, { ...one.change, serverSeq })
      accepted.push({ change: one.change, serverSeq, contestedFields })
      results.push(resultOf(line.id, serverSeq, contestedFields))
    }
  }
  return { results, accepted, refused, histories }
}

function addTo(histories: Map<string, PlacedChange[]>, change: PlacedChange): string[] {
  const history = histories.get(change.entityId) ?? []
  history.push(change)
  histories.set(change.entityId, history)
  return contestedBy(history, change.id)
}

function resultOf(changeId: string, serverSeq: number, contestedFields: readonly string[]): ChangeResult {
  return contestedFields.length === 0
    ? { changeId, state: 'accepted', serverSeq }
    : { changeId, state: 'contested', serverSeq, fields: [...contestedFields] }
}

async function record(
  tx: Transaction, server: CountyServer, sender: Sender, batch: OpenedBatch, row: typeof county.$inferSelect, taken: Weighed,
): Promise<StoredReceipt> {
  const { countyCode } = server
  const at = server.deps.now()
  const { refused } = taken
  const erased = await erasedIn(tx, countyCode, taken.accepted)
  const accepted = taken.accepted.map((one) => emptied(one, erased))
  let results = taken.results
  await writeChanges(tx, countyCode, accepted, batch.header.batchId, at)
  await writeRefusals(tx, countyCode, sender.id, batch.header, refused, at)
  const last = accepted.at(-1)
  if (last !== undefined) {
    await tx.update(county).set({ headSeq: last.serverSeq }).where(eq(county.code, countyCode))
    await writePlaces(tx, countyCode, placesOf(accepted, taken.histories, row.towns, erased))
    await writeQuestions(tx, countyCode, questionsOf(accepted, taken.histories, erased), last.serverSeq)
    const older = await emptyOlder(tx, countyCode, accepted, last.serverSeq)
    results = withEmptied(results, accepted, erased, older)
    await writeMerges(tx, countyCode, accepted)
  }
  const { keyId, key } = await signingKey(tx, countyCode)
  const receipt: Receipt = {
    format: 'four-ones-receipt',
    v: 1,
    batchId: batch.header.batchId,
    batchHash: batch.hash,
    countyCode,
    epoch: row.epoch,
    deviceId: sender.id,
    keyId,
    issuedAt: at.toISOString(),
    results: [...results],
  }
  const stored: StoredReceipt = { receipt, signature: signText(key, receiptSignatureInput(receipt)) }
  await writeBatch(tx, sender.id, batch, canonicalJson(receipt as unknown as JsonObject), stored.signature, at)
  await server.deps.at?.('intake.written')
  return stored
}

function placesOf(
  accepted: readonly Accepted[], histories: Weighed['histories'], towns: (typeof county.$inferSelect)['towns'], erased: ReadonlySet<string>,
) {
  const places = new Map<string, { personId: string; firstSeq: number; place: ReturnType<typeof placeOf> | null }>()
  for (const { change, serverSeq } of accepted) {
    if (change.personId === null) continue
    const seen = places.get(change.personId) ?? { personId: change.personId, firstSeq: serverSeq, place: null }
    const place = erased.has(change.personId) ? nowhere : isAboutPerson(change) ? placeOf(histories.get(change.entityId) ?? [], towns) : seen.place
    places.set(change.personId, { ...seen, place })
  }
  return [...places.values()]
}

const nowhere = { town: null, responsibleId: null }

function isAboutPerson(change: Change): boolean {
  return change.entity === 'person' && change.entityId === change.personId
}

/** Only entities with more than one change can be in question. */
function questionsOf(accepted: readonly Accepted[], histories: Weighed['histories'], erased: ReadonlySet<string>): EntityQuestions[] {
  const touched = new Map(accepted.map(({ change }) => [change.entityId, change]))
  return [...touched.values()].flatMap(({ entityId, entity, personId }) => {
    const history = histories.get(entityId) ?? []
    return history.length < 2 || (personId !== null && erased.has(personId)) ? [] : [{ entityId, entity, personId, open: openQuestions(history) }]
  })
}
