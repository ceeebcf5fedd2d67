import type { JsonObject, PlacedChange } from '../../../domain/journal/change.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A change with only what the fold looks at being of interest. */
export function makeChange(n: number, kind: string, fields: JsonObject | null, place: Partial<PlacedChange> = {}): PlacedChange {
  return {
    id: uuid(n), v: 1, actionId: uuid(n), entity: 'person', entityId: uuid(1), personId: uuid(1), kind, fields,
    salt: 's', fieldsHash: 'a'.repeat(64), actorId: uuid(2), deviceId: uuid(3), deviceEpoch: uuid(4), deviceSeq: n,
    recordedAt: '2026-03-01T00:00:00.000Z', serverSeq: null, ...place,
  }
}

export { uuid }
