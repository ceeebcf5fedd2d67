/** A failure that people can act on: a stable code for programs, a sentence for people, the field it belongs to. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly field?: string
  readonly detail?: string
}

export type Result<T, E = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

/** Shorthand for the usual failure. */
export function problem(code: string, message: string, extra: { field?: string; detail?: string } = {}) {
  return fail<Problem>({ code, message, ...extra })
}
