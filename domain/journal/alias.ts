import type { JsonObject, MergeFields, PlacedChange, UnmergeFields } from './change.ts'

/**
 * Two files of one person. A merge is an alias from one file to another and moves nothing: every record stays with the file it was opened for. Who
 * is shown for whom follows from the set of aliases that hold, in whatever order they arrived.
 */

export interface Alias {
  /** The change that made it. */
  readonly mergeId: string
  readonly loserId: string
  readonly survivorId: string
  /** The change that ended it. */
  readonly unmergeId: string | null
}

/** Aliases that the changes of one file speak of, ended ones too. */
export function aliasesOf(changes: readonly PlacedChange[]): Alias[] {
  const own = changes.filter((change) => change.entity === 'person')
  const ends = new Map<string, string>()
  for (const change of own) {
    // Two may end the same one: the smaller id names it on every device.
    for (const mergeId of unmergesIn(change)) if (change.id < (ends.get(mergeId) ?? '~')) ends.set(mergeId, change.id)
  }
  return own.flatMap((change) => {
    const into = mergesInto(change)
    if (into === null || into === change.entityId) return []
    return [{ mergeId: change.id, loserId: change.entityId, survivorId: into, unmergeId: ends.get(change.id) ?? null }]
  })
}

export function mergesInto(change: Pick<PlacedChange, 'entity' | 'kind' | 'fields'>): string | null {
  if (change.entity !== 'person' || change.kind !== 'merge') return null
  const into = (change.fields as Partial<MergeFields> | null)?.into
  return typeof into === 'string' ? into : null
}

export function unmergesIn(change: Pick<PlacedChange, 'entity' | 'kind' | 'fields'>): string[] {
  if (change.entity !== 'person' || change.kind !== 'unmerge') return []
  const merges = (change.fields as Partial<UnmergeFields> | null)?.merges
  return Array.isArray(merges) ? merges.filter((id): id is string => typeof id === 'string') : []
}

/** Everybody who can be reached from a person over these aliases, the person included, by id. `aliasesAt` gives those that touch one. */
export function linkedWith(personId: string, aliasesAt: (personId: string) => readonly Pick<Alias, 'loserId' | 'survivorId'>[]): string[] {
  const found = new Set([personId])
  for (const id of found) {
    for (const { loserId, survivorId } of aliasesAt(id)) found.add(loserId).add(survivorId)
  }
  return [...found].sort()
}

/**
 * The one whose file is shown. Whoever was merged into nobody; where that says nothing (two merged into each other, or one into two), the smallest
 * id, which is the file that was opened first.
 */
export function survivorOf(members: readonly string[], aliases: readonly Pick<Alias, 'loserId' | 'survivorId'>[]): string {
  const inGroup = new Set(members)
  const losers = new Set(aliases.flatMap(({ loserId, survivorId }) => (inGroup.has(survivorId) ? [loserId] : [])))
  const candidates = members.filter((id) => !losers.has(id))
  return [...(candidates.length > 0 ? candidates : members)].sort()[0] as string
}

/** What a merge has seen of the files that it joins. */
export function seenOf(changes: readonly Pick<PlacedChange, 'deviceId' | 'deviceEpoch' | 'deviceSeq'>[]): { [writer: string]: number } {
  const seen: { [writer: string]: number } = {}
  for (const change of changes) seen[writerOf(change)] = Math.max(seen[writerOf(change)] ?? 0, change.deviceSeq)
  return seen
}

/** Of the two files, what was written without knowledge of the merge or after it. */
export function writtenSince<T extends PlacedChange>(merge: Pick<PlacedChange, 'actionId' | 'fields'>, changes: readonly T[]): T[] {
  const seen = (merge.fields as (JsonObject & Partial<MergeFields>) | null)?.seen ?? {}
  return changes.filter((change) => change.actionId !== merge.actionId && change.deviceSeq > (seen[writerOf(change)] ?? 0))
}

function writerOf({ deviceId, deviceEpoch }: Pick<PlacedChange, 'deviceId' | 'deviceEpoch'>): string {
  return `${deviceId}/${deviceEpoch}`
}
