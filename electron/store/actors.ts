import type { StoreContext } from './context.ts'

/** Names of who wrote: users of this PC, and those of the county as far as its directory has reached this device. */
export function nameOf(context: StoreContext): (actorId: string) => string {
  const names = new Map(context.session.state().users.map((user) => [user.id, user.name]))
  for (const { id, name } of directory(context)) names.set(id, name)
  return (actorId) => names.get(actorId) ?? '别处的同事'
}

function directory(context: StoreContext): { id: string; name: string }[] {
  const value = context.store.sqlite.prepare("select value from sync_state where key = 'directory'").pluck().get()
  return typeof value === 'string' ? (JSON.parse(value) as { id: string; name: string }[]) : []
}
