import { completeRecord } from '../../../domain/records/index.ts'
import type { CompletionContext } from '../../../domain/records/index.ts'
import { fixedSentence } from '../../../domain/assessment/index.ts'
import { assessment, attempts, check, cycle, registration, service, signature } from '../cycle/facts.ts'

export { attempts, signature }

export const context: CompletionContext = { today: '2026-03-09', lastKnownDate: '2026-03-09', cycle }

type WholeKind = 'person' | 'infoCheck' | 'capabilityAssessment' | 'demandRegistration' | 'serviceRecord' | 'consent' | 'employmentPeriod' | 'exclusion'

/** Whole drafts, as forms hold them; other kinds have their tests beside their rules. */
export const whole: Record<WholeKind, object> = {
  person: { name: '王明', idNumber: '210199198503140017', certNumber: '21019919850314001743' },
  infoCheck: check('2026-03-02').body,
  capabilityAssessment: {
    ...assessment('2026-03-02').body,
    env: ['E1', 'E2', 'E3', 'E4'].map((code) => ({ code, value: 0 })),
    suggestedForms: ['QUOTA', 'CONCENTRATED', 'SELF_EMPLOYED', 'FLEXIBLE', 'HOME'], suggestedFamilies: ['J03'],
    accommodations: [{ item: 'A1', text: '读屏软件' }, { item: 'C1', text: '口头说明' }, { item: 'C2', text: '口头说明' }], suggestedTraining: ['T1'],
    conclusion: `放大和读屏到位后，客服能做。${fixedSentence}`,
  },
  demandRegistration: registration('2026-03-02', { validUntil: undefined }).body,
  serviceRecord: service('2026-03-02').body,
  consent: {
    personId: 'p1', purpose: 'ASSESSMENT', scopeFields: ['评估各项'], textVersion: 'v1', form: 'PAPER', givenBy: 'SELF', givenAt: '2026-03-02', paperLocation: '档案柜 3',
  },
  employmentPeriod: { personId: 'p1', state: 'UNEMPLOYED', startOn: '2025-03-02', unemployedReason: '5', livingSource: '4', unempRegistered: false },
  exclusion: { personId: 'p1', reason: 'DECEASED', date: '2026-03-02', evidence: '派出所证明' },
}

/** `field 句子` for every problem, in the order of the form. */
export function problems(kind: WholeKind, changed: object, other: Partial<CompletionContext> = {}): string[] {
  const result = completeRecord(kind, { ...whole[kind], ...changed }, { ...context, ...other })
  return result.ok ? [] : result.error.map(({ field, message }) => `${field} ${message}`)
}
