import type { Instrument } from './instrument.ts'
import { currentInstrument } from './instruments.ts'

export interface AccommodationOption {
  readonly item: string
  readonly options: readonly string[]
}

/** One entry for each flagged item, and for each part of the surroundings that hinders. */
export function accommodationsFor(
  flags: readonly string[],
  env: readonly { readonly code: string; readonly value: number }[] = [],
  instrument: Instrument = currentInstrument,
): AccommodationOption[] {
  const hindering = env.filter(({ value }) => value < 0 && value >= -4).map(({ code }) => code)
  return [...flags, ...hindering].flatMap((item) => {
    const options = optionsFor(item, instrument)
    return options.length === 0 ? [] : [{ item, options }]
  })
}

export function optionsFor(item: string, instrument: Instrument = currentInstrument): readonly string[] {
  return instrument.help[item]?.accommodations ?? []
}
