import type { Town } from '../divisions/county.ts'
import type { TownLookup } from '../divisions/townLookup.ts'
import { withoutBlanks, toHalfWidth } from '../identity/text.ts'
import { compact } from './cell.ts'
import type { Cell } from './cell.ts'
import { finding } from './findings.ts'
import type { Finding } from './findings.ts'
import type { RowView } from './rowView.ts'
import { isAbsent } from './words.ts'

export interface PlaceReading {
  readonly town: Town | null
  readonly village: string | null
  readonly findings: readonly Finding[]
}

/** `context`: the town that a group row, the sheet or a title names, for rows that do not say it themselves. */
export function readPlace(row: RowView, lookup: TownLookup, context: Town | null): PlaceReading {
  const villageCell = row.cell('village')
  const village = isAbsent(villageCell) ? null : compact(villageCell)
  const findings = villageCell !== undefined && village !== null ? spaceFinding('village', villageCell, village) : []
  const townCell = row.cell('town') ?? row.cell('townVillage')
  if (townCell === undefined || isAbsent(townCell)) return { town: context ?? townOfAddress(row, lookup), village, findings }
  const combined = row.cell('town') === undefined
  const text = withoutBlanks(toHalfWidth(townCell.text))
  // With no list of towns nothing can be called unknown.
  if (lookup.isEmpty) return { town: null, village, findings }
  const reading = lookup.read(text)
  if (reading.kind === 'exact') {
    return { town: reading.town, village, findings: [...findings, ...spaceFinding('town', townCell, reading.town.name)] }
  }
  if (reading.kind === 'completed') {
    const rest = reading.rest === '' ? null : reading.rest
    const mended = combined && text.startsWith(reading.town.name) ? [] : [finding('town-completed', 'town', townCell.text, reading.town.name)]
    return { town: reading.town, village: village ?? rest, findings: [...findings, ...mended] }
  }
  if (combined && village === null && /(?:村|社区|委会|屯|组)$/.test(text)) {
    return { town: context ?? townOfAddress(row, lookup), village: text, findings }
  }
  const near = reading.kind === 'near' ? reading.towns.map((town) => town.name).join('、') : null
  return { town: null, village, findings: [...findings, finding('town-unknown', 'town', townCell.text, near)] }
}

function townOfAddress(row: RowView, lookup: TownLookup): Town | null {
  for (const field of ['hukouAddress', 'address', 'residenceAddress'] as const) {
    const cell = row.cell(field)
    const town = cell === undefined ? null : lookup.find(compact(cell))
    if (town !== null) return town
  }
  return null
}

function spaceFinding(field: 'town' | 'village', cell: Cell, after: string): Finding[] {
  return withoutBlanks(cell.text) === cell.text ? [] : [finding('spaces', field, cell.text, after)]
}
