import { valueOf } from './app.ts'
import type { RunningApp } from './app.ts'
import { assessmentBody, consentBody, infoCheckBody, registrationBody, serviceBody } from './bodies.ts'

/** A whole case by the bridge, as the forms would write it: what the app fills in by itself comes from `records.prefill`. */

type Body = Record<string, unknown>
export interface Saved {
  readonly documentId: string
  readonly changeId: string
  readonly warnings: readonly string[]
}

export interface Visit {
  readonly app: RunningApp
  readonly personId: string
  /** YYYY-MM-DD */
  readonly day: string
}

export async function complete({ app, personId, day }: Visit, kind: string, body: Body): Promise<Saved> {
  const cycleYear = day.slice(0, 4)
  const prefill = valueOf<{ body: Body }>(await app.call('records.prefill', { kind, personId, cycleYear }))
  return valueOf<Saved>(await app.call('records.complete', { kind, personId, cycleYear, body: { ...prefill.body, ...body }, replaces: null }))
}

/** All four ones of one person on one day. */
export async function completeCase(visit: Visit): Promise<void> {
  const { day } = visit
  await complete(visit, 'infoCheck', infoCheckBody(day))
  const consent = await complete(visit, 'consent', consentBody(day, 'ASSESSMENT'))
  await complete(visit, 'capabilityAssessment', assessmentBody(day, consent.documentId))
  // Until when it stands follows from its own day, not from today's.
  await complete(visit, 'demandRegistration', { ...registrationBody(day), validUntil: null })
  await complete(visit, 'serviceRecord', serviceBody(day))
}
