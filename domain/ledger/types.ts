import type { CapabilityAssessment } from '../records/capabilityAssessment.ts'
import type { DemandRegistration } from '../records/demandRegistration.ts'
import type { InfoCheck } from '../records/infoCheck.ts'
import type { Person } from '../records/person.ts'
import type { ServiceRecord } from '../records/serviceRecord.ts'

/** How much of the numbers a page shows (masking levels of the domain). */
export type Masking = 'SCREEN' | 'INTERNAL' | 'PUBLIC'

export interface LedgerColumn {
  readonly key: string
  readonly title: string
  /** Heading above several columns, or null. */
  readonly group: string | null
  readonly align: 'start' | 'center' | 'end'
  /** Width on A4 landscape; all together 257 mm. */
  readonly widthMm: number
}

/** One person of the target population with what counts of the cycle: heads of documents that are not void. */
export interface LedgerSource {
  readonly person: Partial<Person>
  readonly infoCheck: InfoCheck | null
  readonly assessment: CapabilityAssessment | null
  readonly registration: DemandRegistration | null
  /** In the order of their dates. */
  readonly services: readonly ServiceRecord[]
  readonly hardshipFlags: readonly string[]
  readonly responsibleName: string | null
  /** Need as the info check answered it; null: not asked yet. */
  readonly hasNeed: boolean | null
  /** Steps that are complete by the rules of the cycle. */
  readonly done: { readonly infoCheck: boolean; readonly assessment: boolean; readonly registration: boolean; readonly service: boolean }
}

export const blank = '—'
