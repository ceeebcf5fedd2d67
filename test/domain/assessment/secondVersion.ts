import { currentInstrument } from '../../../domain/assessment/index.ts'
import type { Instrument } from '../../../domain/assessment/index.ts'

/** A made-up later version: one item fewer and another worded anew, other weights, shares, bounds, families and words. Only tests know it. */
export const madeUp: Instrument = {
  ...currentInstrument,
  version: 'MADE-UP-2',
  dimensionNames: { ...currentInstrument.dimensionNames, A: { zh: '身体', en: 'Body' } },
  items: {
    ...currentInstrument.items,
    A: currentInstrument.items.A.slice(0, 4).map((item) => (item.code === 'A1' ? { ...item, zh: '看得见', en: 'Sight' } : item)),
  },
  scoring: { ...currentInstrument.scoring, weights: { A: 3, B: 1, C: 1, D: 1 }, validShare: [1, 1], lossBounds: [10, 20, 30, 40], weakBelow: 20, flagFrom: 2, required: ['A'] },
  levels: currentInstrument.levels.map((level) => (level.level === 1 ? { ...level, forms: ['HOME'], services: [{ zh: '上门服务', en: 'Home visits' }] } : level)) as unknown as Instrument['levels'],
  families: [{ code: 'J09', actions: [], ways: [{ zh: '', en: '', keys: { A1: 0 } }], note: '', noteEn: '', training: [] }],
  matching: { wideGap: 1, wideGapKeys: 1, suggested: 1 },
  help: { A1: { accommodations: ['放大镜'] } },
  training: { ...currentInstrument.training, deviceFrom: 1 },
  fixedSentence: '这是第二版的固定语句。',
}

export const bothVersions = (version: unknown): Instrument | null =>
  version === madeUp.version ? madeUp : version === currentInstrument.version ? currentInstrument : null
