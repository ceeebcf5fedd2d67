import type { Instrument } from '../instrument.ts'
import { jobFamilies } from './families.ts'
import { helpByItem } from './help.ts'
import { dimensionNames, environmentItems, profileItems, scoredItems } from './items.ts'
import { fixedSentence, levels } from './levels.ts'

/** The first instrument: brief and generic ICF sets with items of senses, hands and schooling, under the federation's four dimensions. */
export const icfvrLn1: Instrument = {
  version: 'ICFVR-LN-1',
  zh: '职业能力评估表（ICF-VR 本地简表）',
  en: 'Capability assessment (brief local ICF form)',
  dimensionNames,
  items: scoredItems,
  profile: profileItems,
  environment: environmentItems,
  scoring: {
    weights: { A: 1, B: 1, C: 1, D: 1 },
    validShare: [2, 3],
    validDimensions: 3,
    required: ['B'],
    lossBounds: [5, 25, 50, 96],
    weakBelow: 50,
    flagFrom: 3,
  },
  levels,
  families: jobFamilies,
  matching: { wideGap: 2, wideGapKeys: 2, suggested: 3 },
  help: helpByItem,
  training: { deviceItem: 'C4', deviceFrom: 2, schoolingBelow: 75, rehabBelow: 75, schoolingMaxAge: 45 },
  fixedSentence,
}
