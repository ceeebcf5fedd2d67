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

/**
 * The 9-digit code of a town. The name counts first: it is what people read and change; a name that the county's list does not have leaves it to
 * the area code, and without one stands for itself.
 */
export function townOf(areaCode: string | null, name: string | null, towns: readonly Town[]): string | null {
  const listed = towns.find((town) => town.name === name || town.code === name)?.code
  if (listed !== undefined) return listed
  return areaCode !== null && areaCode.length >= 9 ? areaCode.slice(0, 9) : name
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' && !/[\p{Cc}\p{Cs}]/u.test(value) ? value : null
}
