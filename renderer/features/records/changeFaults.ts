import { recordKinds } from '../../../domain/records/index.ts'
import type { FieldProblem, JsonObject } from '../../api/client.ts'

/** What was found changed goes into the person's file, so each new value obeys the rules of the file. */
export function changeFaults(body: JsonObject): FieldProblem[] {
  const changes = Array.isArray(body.changes) ? (body.changes as unknown as readonly { readonly field: string; readonly new: unknown }[]) : []
  const isHeard = body.result !== 'UNREACHABLE' && body.result !== 'REFUSED' && body.result !== 'EXCLUDED'
  return isHeard ? changes.flatMap(({ field, new: value }) => faultOf(field, value) ?? []) : []
}

function faultOf(field: string, value: unknown): FieldProblem | null {
  const rules = recordKinds.person.schema.shape[field] as { safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } } } | undefined
  const result = rules?.safeParse(value)
  if (result === undefined || result.success) return null
  return { path: `changes.${field}`, message: result.error?.issues[0]?.message ?? '' }
}
