import type { StoredChange } from '../journal/rows.ts'

/** The mark that people see: the worst of the changes behind it. */
export type Mark = 'local' | 'sending' | 'received' | 'contested' | 'refused'

const gravity: readonly Mark[] = ['received', 'sending', 'local', 'contested', 'refused']

export function worse(a: Mark, b: Mark): Mark {
  return gravity.indexOf(a) >= gravity.indexOf(b) ? a : b
}

export function markOf(changes: readonly Pick<StoredChange, 'id' | 'state'>[], rivals: number, settled: ReadonlySet<string>): Mark {
  let mark: Mark = rivals > 0 ? 'contested' : 'received'
  for (const change of changes) mark = worse(mark, markOfChange(change, settled))
  return mark
}

export function markOfChange(change: Pick<StoredChange, 'id' | 'state'>, settled: ReadonlySet<string>): Mark {
  switch (change.state) {
    case 'pending':
      return 'local'
    case 'sealed':
      return 'sending'
    case 'refused':
      return 'refused'
    case 'contested':
      return settled.has(change.id) ? 'received' : 'contested'
    default:
      return 'received'
  }
}

/** Changes that a settlement has named: their contest is over. */
export function settledIn(changes: readonly StoredChange[]): ReadonlySet<string> {
  const settled = new Set<string>()
  for (const change of changes) {
    const heads = change.kind === 'settle' ? change.fields?.heads : undefined
    if (Array.isArray(heads)) for (const id of heads) settled.add(String(id))
  }
  return settled
}
