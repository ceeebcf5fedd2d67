import { icfvrLn1 } from './ln1/index.ts'
import { itemOf } from './instrument.ts'
import type { Instrument, NamedItem, Qualifier } from './instrument.ts'

/** Every version that records may name, the newest last. A version never leaves this list while a record of it may exist. */
export const instruments: readonly [Instrument, ...Instrument[]] = [icfvrLn1]

/** By which new assessments are made. */
export const currentInstrument: Instrument = instruments.at(-1) as Instrument
export const instrumentVersion = currentInstrument.version

export type FindInstrument = (version: unknown) => Instrument | null

/** null: a newer version of this program made the record; it is shown as it is and never scored anew. A record without a version is of the first. */
export const instrumentOf: FindInstrument = (version) => {
  if (version === undefined || version === null || version === '') return instruments[0]
  return instruments.find((instrument) => instrument.version === version) ?? null
}

export function itemByCode(code: string, instrument: Instrument = currentInstrument): NamedItem | null {
  return itemOf(instrument, code)
}

export const qualifierLabels: Readonly<Record<Qualifier, { readonly zh: string; readonly en: string }>> = {
  0: { zh: '没有困难', en: 'No difficulty' },
  1: { zh: '轻度', en: 'Mild' },
  2: { zh: '中度', en: 'Moderate' },
  3: { zh: '重度', en: 'Severe' },
  4: { zh: '完全', en: 'Complete' },
  8: { zh: '说不清', en: 'Cannot say' },
  9: { zh: '不适用', en: 'Does not apply' },
}
