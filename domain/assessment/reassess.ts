import { addMonths } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { adviceOfLevel } from './instrument.ts'
import type { SupportLevel } from './instrument.ts'
import { instrumentOf } from './instruments.ts'

/** The day by which a person is assessed again, by the level that the assessment found (9.4: level 4, within 12 months); null: no day follows from it. */
export function reassessBy(assessment: { readonly assessedOn?: unknown; readonly supportLevel?: unknown; readonly instrumentVersion?: unknown }): IsoDate | null {
  const { assessedOn, supportLevel } = assessment
  const instrument = instrumentOf(assessment.instrumentVersion)
  if (instrument === null || typeof assessedOn !== 'string' || !isLevel(supportLevel)) return null
  const months = adviceOfLevel(instrument, supportLevel).reassessMonths
  return months === undefined ? null : addMonths(assessedOn, months)
}

function isLevel(value: unknown): value is SupportLevel {
  return value === 0 || value === 1 || value === 2 || value === 3 || value === 4
}
