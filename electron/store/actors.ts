import type { StoreContext } from './context.ts'

/** Names of who wrote: users of this PC, and those of the county as far as its directory has reached this device. */
export function nameOf(context: StoreContext): (actorId: string) => string {
  const names = new Map(context.session.state().users.map((user) => [user.id, user.name]))
  for (const { id, name } of directory(context)) names.set(id, name)
  return (actorId) => names.get(actorId) ?? '别处的同事'
}

/** Every id under which this user signed work: one for each PC, as far as the county's directory has reached this device. */
export function idsOf(context: StoreContext, userId: string): string[] {
  const entries = directory(context)
  const user = entries.find(({ id }) => id === userId)?.userId
  return [...new Set([userId, ...(user === undefined ? [] : entries.filter((entry) => entry.userId === user).map(({ id }) => id))])]
}

interface DirectoryEntry {
  readonly id: string
  readonly name: string
  /** The same for all ids of one user; entries of an earlier version lack it. */
  readonly userId?: string
}

function directory(context: StoreContext): DirectoryEntry[] {
  const value = context.store.sqlite.prepare("select value from sync_state where key = 'directory'").pluck().get()
  return typeof value === 'string' ? (JSON.parse(value) as DirectoryEntry[]) : []
}
