import type { Json, PlacedChange } from '../../domain/journal/change.ts'
import { foldLiving } from '../../domain/journal/fold.ts'
import type { PersonPlace } from '../../domain/sync/index.ts'
import type { Town } from '../database/schema.ts'

/** Where a person belongs by the head values of the person's own changes. */
export function placeOf(history: readonly PlacedChange[], towns: readonly Town[]): PersonPlace {
  const { fields } = foldLiving(history)
  const text = (field: string) => textOf(fields[field]?.value)
  const responsible = text('responsibleId')
  return {
    // As in the lists of the app: where the person is registered, else where they live.
    town: townOf(text('hukouAreaCode'), text('hukouTown'), towns) ?? townOf(text('residenceAreaCode'), text('residenceTown'), towns),
    responsibleId: responsible !== null && uuid.test(responsible) ? responsible : null,
  }
}

/** The 9-digit code where code or name lead to one, else the name. */
export function townOf(areaCode: string | null, name: string | null, towns: readonly Town[]): string | null {
  if (areaCode !== null && areaCode.length >= 9) return areaCode.slice(0, 9)
  if (name === null) return null
  return towns.find((town) => town.name === name || town.code === name)?.code ?? name
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' && !/[\p{Cc}\p{Cs}]/u.test(value) ? value : null
}
