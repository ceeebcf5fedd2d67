/** Puts the focus on the field of a record, or on the nearest one that holds it. */
export function goToPath(root: HTMLElement | null, path: string): void {
  if (root === null || path === '') return
  const keys = path.split('.')
  for (let length = keys.length; length > 0; length -= 1) {
    const at = keys.slice(0, length).join('.')
    const holder = root.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`) ?? root.querySelector<HTMLElement>(`[data-path^="${CSS.escape(at)}."]`)
    const field = holder?.querySelector<HTMLElement>('input:checked, input, textarea, button')
    if (field !== null && field !== undefined) {
      field.focus()
      holder?.scrollIntoView({ block: 'center' })
      return
    }
  }
}
