import { logReveal } from '../../../db/queries/journalLists.ts'
import { groupOf } from '../../../db/projection/aliases.ts'
import { personState } from '../../../db/queries/file.ts'
import { largestAttachment } from '../../../domain/records/index.ts'
import { fail, ok } from '../../../domain/result.ts'
import { shelfOf, sweepFresh } from '../../attachments/index.ts'
import { noteFresh } from '../../attachments/fresh.ts'
import { tellsOfItsMaking, typeOf } from '../../attachments/kinds.ts'
import { createHash } from 'node:crypto'
import type { HandlersOf } from '../context.ts'

const refusals = {
  noPerson: { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' },
  kind: { code: 'wrongKind', message: '这种文件收不了，没有存。请用照片（JPG、PNG）或 PDF' },
  size: { code: 'tooLarge', message: '这份文件超过 2 兆，没有存。请拍小一点，或者分成几份' },
  traces: { code: 'tellsPlace', message: '这张照片里还带着拍摄地点，没有存。请重新选一次这张照片' },
  notHere: { code: 'notHere', message: '这份材料不在这台电脑上，在当时加它的那台电脑里。记录没有少' },
  damaged: { code: 'damaged', message: '这份材料的文件坏了，打不开。记录还在。请再加一次同一张' },
}

export const attachments: HandlersOf<'attachments.put' | 'attachments.get'> = {
  'attachments.put': (context, { personId, data }) => {
    if (personState(context.store, personId) === null) return fail(refusals.noPerson)
    const bytes = Buffer.from(data, 'base64')
    if (bytes.length > largestAttachment) return fail(refusals.size)
    if (typeOf(bytes) === null) return fail(refusals.kind)
    if (tellsOfItsMaking(bytes)) return fail(refusals.traces)
    const shelf = shelfOf(context)
    sweepFresh(context.store, shelf)
    noteFresh(context.store, personId, createHash('sha256').update(bytes).digest('hex'))
    return ok(shelf.put(personId, bytes))
  },
  'attachments.get': (context, { personId, hash, look }) => {
    // Of files that are read as one, each keeps what was put there.
    const shelf = shelfOf(context)
    const others = groupOf(context.store.sqlite, personId).members.filter((id) => id !== personId)
    const found = [personId, ...others].map((id) => shelf.get(id, hash)).find((one) => one !== null) ?? null
    if (found === null) return fail(refusals.notHere)
    if (found === 'damaged') return fail(refusals.damaged)
    if (look) logReveal(context.store, { actorId: context.user.id, personId, field: 'attachment' })
    return ok({ type: found.type, data: found.bytes.toString('base64') })
  },
}
