import type { MethodName } from '../api/contract.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { HandOverState } from '../api/schemas/handOver.ts'

/**
 * While the screen is with a client, nothing else can be reached: not by a link, not by a key, not by a page that was changed. What may be asked is this
 * list, and of one person.
 */
export const handOverMethods: readonly MethodName[] = [
  'session.state', 'session.lock', 'settings.get', 'handOver.view', 'handOver.decide', 'handOver.sign', 'handOver.remark', 'handOver.leave', 'attachments.put',
]

export const handedOver: ApiProblem = { code: 'handedOver', message: '屏幕现在给本人看着，别的都打不开。还给指导员，输密码就接着用' }

/** Only of the person who sits before the screen. */
export function isAboutThem(handOver: HandOverState, input: unknown): boolean {
  const personId = typeof input === 'object' && input !== null ? (input as { personId?: unknown }).personId : undefined
  return personId === undefined || personId === handOver.personId
}
