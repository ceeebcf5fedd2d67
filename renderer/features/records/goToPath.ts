/** Puts the focus on the field of a record, or on the nearest one that holds it. */
export function goToPath(root: HTMLElement | null, path: string): void {
  if (root === null || path === '') return
  const keys = path.split('.')
  for (let length = keys.length; length > 0; length -= 1) {
    const at = keys.slice(0, length).join('.')
    const holder = root.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`) ?? root.querySelector<HTMLElement>(`[data-path^="${CSS.escape(at)}."]`)
    const field = holder === null ? null : firstField(holder)
    if (field !== null) {
      field.focus()
      holder?.scrollIntoView({ block: 'center' })
      return
    }
  }
}

/** What is chosen, else what is still empty, else the first thing that takes the focus. */
function firstField(holder: HTMLElement): HTMLElement | null {
  const rows = [...holder.querySelectorAll<HTMLElement>('[role="radiogroup"]')]
  const open = rows.length > 1 ? rows.find((row) => row.querySelector('input:checked') === null) : undefined
  const within = open ?? holder
  return within.querySelector<HTMLElement>('input:checked') ?? within.querySelector<HTMLElement>('input:not([aria-hidden]), textarea, button:not([aria-hidden])')
}

/** The next of these fields after the one where the focus is; after the last the first again. */
export function goToNext(root: HTMLElement | null, paths: readonly string[]): void {
  const held = document.activeElement?.closest<HTMLElement>('[data-path]')?.dataset.path
  const ordered = inReadingOrder(root, paths)
  const here = held === undefined ? -1 : ordered.findLastIndex((path) => path === held || held.startsWith(`${path}.`))
  const next = ordered[(here + 1) % Math.max(1, ordered.length)]
  if (next !== undefined) goToPath(root, next)
}

/** The rules name what is missing in an order of their own; the keys go as the eyes do. */
function inReadingOrder(root: HTMLElement | null, paths: readonly string[]): readonly string[] {
  if (root === null) return paths
  const places = [...root.querySelectorAll<HTMLElement>('[data-path]')].map((holder) => holder.dataset.path ?? '')
  const placeOf = (path: string) => {
    const place = places.findIndex((each) => each === path || path.startsWith(`${each}.`) && !places.includes(path))
    return place === -1 ? places.length : place
  }
  return [...paths].sort((a, b) => placeOf(a) - placeOf(b))
}
