/** The order of a visit: what is asked next, and how far one is. Knows nothing of screens. */

export interface Asked {
  readonly path: string
  readonly isAnswered: boolean
}

/** The next open question after this one; past the last the first open one before it. null: nothing is open. */
export function nextOpen<Q extends Asked>(asked: readonly Q[], after: string | null): Q | null {
  const here = after === null ? -1 : asked.findIndex(({ path }) => path === after)
  const isOpen = ({ isAnswered, path }: Q) => !isAnswered && path !== after
  return asked.slice(here + 1).find(isOpen) ?? asked.slice(0, Math.max(0, here)).find(isOpen) ?? null
}

export function progressOf(asked: readonly Asked[]): { readonly answered: number; readonly total: number } {
  return { answered: asked.filter(({ isAnswered }) => isAnswered).length, total: asked.length }
}

/** The question that a path of a record belongs to: its own, the one that holds it, or the first within it. */
export function questionAt<Q extends Asked>(asked: readonly Q[], path: string): Q | null {
  return (
    asked.find((each) => each.path === path) ??
    asked.findLast((each) => path.startsWith(`${each.path}.`)) ??
    asked.find((each) => each.path.startsWith(`${path}.`)) ??
    null
  )
}
