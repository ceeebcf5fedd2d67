import type { z } from 'zod'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { contract } from '../api/contract.ts'
import type { Input, MethodName } from '../api/contract.ts'
import type { ApiProblem, FieldProblem, Role } from '../api/schemas/common.ts'
import type { HandOverState } from '../api/schemas/handOver.ts'
import { handedOver, handOverMethods, isAboutThem } from './handOver.ts'

/** What is asked of a call before anything runs: known method, nobody else at the screen, somebody signed in, a role that may, a sane size, the right shape. */

/** UTF-16 code units of the input as JSON. */
export const longestInput = 2_000_000

/** Only a method that takes a file says more. */
export function longestOf(name: MethodName): number {
  return contract[name].longest ?? longestInput
}

export interface CheckedCall {
  readonly name: MethodName
  readonly input: Input<MethodName>
}

export function checkCall(name: unknown, input: unknown, role: Role | null, handOver: HandOverState | null = null): Result<CheckedCall, ApiProblem> {
  if (!isMethodName(name)) {
    return fail(unknownMethod)
  }
  const method = contract[name]
  if (handOver !== null && !handOverMethods.includes(name)) return fail(handedOver)
  if (method.roles !== 'anyone') {
    if (role === null) return fail(lockedProblem)
    if (!(method.roles as readonly Role[]).includes(role)) return fail(notAllowed(method.roles))
  }
  const size = jsonLength(input)
  if (size === null) return fail({ code: 'badInput', message: '这一步的内容传不过来，什么都没有改' })
  if (size > longestOf(name)) {
    return fail({ code: 'inputTooLarge', message: '这一步的内容太长，什么都没有改。请分几次做' })
  }
  const parsed = (method.input as z.ZodType).safeParse(input)
  if (!parsed.success) return fail(badInput(parsed.error.issues))
  if (handOver !== null && !isAboutThem(handOver, parsed.data)) return fail(handedOver)
  return ok({ name, input: parsed.data as Input<MethodName> })
}

export const unknownMethod: ApiProblem = { code: 'unknownMethod', message: '这个版本的四个一没有这一步。请关掉再打开一次' }
export const lockedProblem: ApiProblem = { code: 'locked', message: '已锁屏。输密码接着做，没写完的都还在' }

export function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

function notAllowed(roles: readonly Role[]): ApiProblem {
  const who = roles.includes('counsellor') ? '就业辅导员' : '县办公室'
  return { code: 'notAllowed', message: `这一步由${who}做。要做什么可以写给他们` }
}

function jsonLength(value: unknown): number | null {
  try {
    return (JSON.stringify(value) ?? '').length
  } catch {
    return null
  }
}

function badInput(issues: readonly z.core.$ZodIssue[]): ApiProblem {
  const fields = issues.slice(0, 50).map((issue): FieldProblem => ({ path: issue.path.join('.'), message: sentenceOf(issue) }))
  const first = fields[0]
  const message = first !== undefined && first.path !== '' ? first.message : '这一步的内容不对，什么都没有改'
  return { code: 'badInput', message, fields, ...(first?.path ? { field: first.path } : {}) }
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return issue.minimum === 1 ? '这里还没有填' : `这里至少要 ${String(issue.minimum)} 个字`
  }
  if (issue.code === 'too_big' && issue.origin === 'string') return `这里最多 ${String(issue.maximum)} 个字`
  if (issue.code === 'invalid_format' && issue.format === 'url') return '网址不完整，要从 https:// 写起'
  if (issue.code === 'invalid_format' && issue.format === 'date') return '请按 2026-11-23 这样写日期'
  if (issue.code === 'unrecognized_keys') return '多了一项这里没有的内容'
  return '这里填的内容不对'
}
