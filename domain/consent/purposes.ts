import { codesOf } from '../codes/index.ts'

/** Each purpose is asked for by itself; there is no yes to everything. */
export const consentPurposes = codesOf('consentPurpose')
export type ConsentPurpose = (typeof consentPurposes)[number]

/** Where the standing consent of a purpose is named in the records: form -> field. */
export const consentPlaces: Readonly<Partial<Record<ConsentPurpose, { readonly kind: string; readonly field: string }>>> = {
  ASSESSMENT: { kind: 'capabilityAssessment', field: 'consentId' },
  SHARE_EMPLOYER: { kind: 'demandRegistration', field: 'shareConsentId' },
  PUBLISH: { kind: 'demandRegistration', field: 'publishConsentId' },
}
