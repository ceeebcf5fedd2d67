import { changeSchema, hashInput } from '../../domain/journal/change.ts'
import type { Change } from '../../domain/journal/change.ts'
import { mayWrite } from '../../domain/sync/index.ts'
import type { BatchHeader, BatchLine, CountyRole } from '../../domain/sync/index.ts'
import { sha256 } from '../context.ts'

/** Whether one change of a batch can be taken, looked at by itself. What is refused stops none of the others. */

export type RefusalCode =
  | 'unreadable'
  | 'hashWrong'
  | 'otherDevice'
  | 'notAllowed'
  | 'ownWork'
  | 'changeDiffers'
  | 'sequenceUsed'

export const refusalReasons: { readonly [code in RefusalCode]: string } = {
  unreadable: '县里的程序看不懂这条记录，可能需要先升级；记录还在这台电脑上',
  hashWrong: '这条记录的内容和它的校验码对不上，请打开核对后重新保存',
  otherDevice: '这条记录不是这台电脑写的，请由写它的电脑发送',
  notAllowed: '您的角色不能写这一项，请交给县里的工作人员处理',
  ownWork: '自己填的记录要由别人审核，这条审核县里没有收。那份记录还在等审核',
  changeDiffers: '同一条记录以前送到过县里，但内容不一样；县里保留了先到的，请核对',
  sequenceUsed: '这条记录的编号已经用过，这台电脑可能是从备份恢复或复制来的；请联系县里重新登记这台电脑',
}

export interface Refusal {
  readonly code: RefusalCode
}

export type Judged = { readonly change: Change } | { readonly refusal: Refusal }

/** Names and salts go into columns as they are. */
const plainWord = /^[A-Za-z0-9._-]+$/
const maxInt = 2 ** 31 - 1

export function judge(line: BatchLine, header: BatchHeader, role: CountyRole): Judged {
  const parsed = changeSchema.safeParse(line)
  if (!parsed.success) return refuse('unreadable')
  const change = parsed.data
  if (!isStorable(change)) return refuse('unreadable')
  if (change.deviceId !== header.deviceId || change.deviceEpoch !== header.deviceEpoch) return refuse('otherDevice')
  if (!hasOwnHash(change)) return refuse('hashWrong')
  if (!mayWrite(role, change)) return refuse('notAllowed')
  return { change }
}

/** An erased change has neither fields nor salt, and its hash can no longer be computed. */
function hasOwnHash(change: Change): boolean {
  if (change.fields === null || change.salt === null) return change.fields === null && change.salt === null
  return sha256(hashInput(change.fields, change.salt)) === change.fieldsHash
}

function isStorable(change: Change): boolean {
  const ids = [change.id, change.actionId, change.entityId, change.personId ?? '', change.actorId, change.deviceId, change.deviceEpoch]
  const words = [change.entity, change.kind, ...(change.salt === null ? [] : [change.salt])]
  const names = [...Object.keys(change.fields ?? {}), ...(typeof change.fields?.field === 'string' ? [change.fields.field] : [])]
  return (
    ids.every((id) => id === id.toLowerCase()) &&
    words.every((word) => plainWord.test(word)) &&
    names.every((name) => name.length <= 100 && !/[\p{Cc}\p{Cs}]/u.test(name)) &&
    change.v <= maxInt
  )
}

function refuse(code: RefusalCode): Judged {
  return { refusal: { code } }
}
