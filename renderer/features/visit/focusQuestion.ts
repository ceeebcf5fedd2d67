import { finish, sectionMark } from './questions.ts'

/** Puts the focus where a question is answered. `exact`: the field within it where the cursor stood. */
export function focusQuestion(root: HTMLElement | null, path: string, exact: string | null): void {
  if (root === null) return
  const target = path === finish ? root.querySelector<HTMLElement>('[data-finish]') : targetOf(root, path, exact)
  target?.focus()
  target?.closest<HTMLElement>('[data-question], [data-scale-row], [data-finish]')?.scrollIntoView({ block: 'center' })
}

function targetOf(root: HTMLElement, path: string, exact: string | null): HTMLElement | null {
  if (path.startsWith(sectionMark)) return root.querySelector<HTMLElement>('[data-section-title]')
  const [list, code] = path.split('.')
  if ((list === 'items' || list === 'env') && code !== undefined) {
    const line = root.querySelector<HTMLElement>(`[data-scale-row="${CSS.escape(code)}"] .scale-line`)
    return line?.querySelector<HTMLElement>('input:checked') ?? line?.querySelector<HTMLElement>('input') ?? null
  }
  const held = root.querySelector<HTMLElement>(`[data-question="${CSS.escape(path)}"]`)
  if (held === null) return null
  const within = exact === null || exact === path ? null : held.querySelector<HTMLElement>(`[data-path="${CSS.escape(exact)}"]`)
  return answerOf(within ?? held)
}

/** What is chosen, else the first thing that takes an answer; lines of facts to read come after it. */
function answerOf(holder: HTMLElement): HTMLElement | null {
  const own = [...holder.querySelectorAll<HTMLElement>('input:not([aria-hidden]), textarea, button:not([aria-hidden])')].filter((each) => each.closest('.compare-rows') === null)
  return own.find((each) => each.matches('input:checked')) ?? own[0] ?? null
}
