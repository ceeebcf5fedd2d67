import type { JsonObject } from '../journal/change.ts'
import { addDays, isIsoDate } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'

/** The history of work as periods: a new one ends the one before it, and what lies over each other is said. */

export interface Period {
  readonly id: string
  readonly body: { readonly [field: string]: unknown }
}

/** A period that gets another last day, as its whole new version. */
export interface Closing {
  readonly id: string
  readonly body: JsonObject
}

/**
 * Open periods that began before the one that is added (or put right) end the day before it. They name it in closedBy: where it falls or is voided, they are
 * open again without a write.
 */
export function closingsOf(added: Period, others: readonly Period[]): Closing[] {
  const start = dayIn(added, 'startOn')
  if (start === null) return []
  return others.flatMap((other): Closing[] => {
    const from = dayIn(other, 'startOn')
    const isOurs = other.body.closedBy === added.id
    if (other.id === added.id || from === null || (dayIn(other, 'endOn') !== null && !isOurs)) return []
    const endOn = from < start ? addDays(start, -1) : null
    if (endOn === (dayIn(other, 'endOn') ?? null)) return []
    const { endOn: _end, closedBy: _by, ...rest } = other.body as JsonObject
    return [{ id: other.id, body: endOn === null ? rest : { ...rest, endOn, closedBy: added.id } }]
  })
}

/** The last day that holds: one that another period set counts only while that period stands. */
export function endOf(period: Period, standing: ReadonlySet<string>): IsoDate | null {
  const { closedBy } = period.body
  if (typeof closedBy === 'string' && !standing.has(closedBy)) return null
  return dayIn(period, 'endOn')
}

/** Period -> the ones that share a day with it. Never stopped: two devices may write at once, and a person puts it right. */
export function overlapsOf(periods: readonly Period[]): ReadonlyMap<string, readonly string[]> {
  const standing = new Set(periods.map(({ id }) => id))
  const spans = periods.flatMap((period) => {
    const from = dayIn(period, 'startOn')
    return from === null ? [] : [{ id: period.id, from, to: endOf(period, standing) ?? never }]
  })
  return new Map(
    spans.map((one) => [one.id, spans.filter((other) => other !== one && one.from <= other.to && other.from <= one.to).map(({ id }) => id)] as const).filter(([, ids]) => ids.length > 0),
  )
}

/** Later than every day. */
const never: IsoDate = '9999-12-31'

function dayIn({ body }: Period, field: string): IsoDate | null {
  const value = body[field]
  return typeof value === 'string' && isIsoDate(value) ? value : null
}
