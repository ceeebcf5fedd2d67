import { consentStands } from '../records/consent.ts'
import type { ConsentPurpose } from './purposes.ts'

type Body = { readonly [field: string]: unknown }
interface Answered {
  readonly id: string
  readonly body: Body
}

/** What a person has said to one purpose. */
export type Standing<D extends Answered> =
  | { readonly state: 'unasked' }
  | { readonly state: 'given' | 'declined' | 'withdrawn'; readonly consent: D }

/** `documents`: the consents of the person that are not void, newest first. A no that follows a yes withdraws it, so that a yes that stands is the answer. */
export function standingOf<D extends Answered>(purpose: ConsentPurpose, documents: readonly D[]): Standing<D> {
  const answers = documents.filter(({ body }) => body.purpose === purpose)
  const given = answers.find(({ body }) => consentStands(body))
  if (given !== undefined) return { state: 'given', consent: given }
  const last = answers[0]
  if (last === undefined) return { state: 'unasked' }
  return { state: last.body.decision === 'DECLINED' ? 'declined' : 'withdrawn', consent: last }
}
