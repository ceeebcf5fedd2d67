import { create } from 'zustand'
import type { Input, PersonFilter } from '../api/client.ts'

/** What the screen is showing, never data: it is forgotten when the window closes and emptied when somebody else signs in. */

export type CaseloadSort = Input<'persons.list'>['sort']

export interface Toast {
  readonly id: number
  readonly words: string
  /** The action that 撤销 takes back. */
  readonly actionId: string
}

interface ViewState {
  readonly filter: PersonFilter
  readonly sort: CaseloadSort
  readonly descending: boolean
  /** The row where the reader stood in the list. */
  readonly activeRow: number
  /** The list that a person's file was opened from, to walk it with ‹ ›. */
  readonly trail: readonly string[]
  readonly folded: boolean
  readonly paletteOpen: boolean
  /** What stands in it when it opens: a scanned code that led nowhere. */
  readonly paletteText: string
  readonly shortcutsOpen: boolean
  readonly toasts: readonly Toast[]
  /** Why the screen is locked, for the words on the unlock page. */
  readonly lockedBy: 'idle' | 'person' | null
}

const start: ViewState = {
  filter: {}, sort: 'due', descending: false, activeRow: 0, trail: [], folded: false, paletteOpen: false, paletteText: '', shortcutsOpen: false, toasts: [],
  lockedBy: null,
}

export const useView = create<ViewState>(() => start)

export function setFilter(patch: Partial<PersonFilter>): void {
  useView.setState((old) => ({ filter: withoutEmpty({ ...old.filter, ...patch }), activeRow: 0 }))
}

export function clearFilter(): void {
  useView.setState({ filter: {}, activeRow: 0 })
}

export function forgetView(): void {
  useView.setState((old) => ({ ...start, lockedBy: old.lockedBy }))
}

let toastCount = 0

/** Only for what can be taken back. */
export function offerUndo(words: string, actionId: string): void {
  toastCount += 1
  const toast = { id: toastCount, words, actionId }
  // Only the newest: Ctrl+Z takes back one thing, and 经过 holds the rest.
  useView.setState({ toasts: [toast] })
}

export function dropToast(id: number): void {
  useView.setState((old) => ({ toasts: old.toasts.filter((toast) => toast.id !== id) }))
}

function withoutEmpty(filter: PersonFilter): PersonFilter {
  const kept = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
  return Object.fromEntries(kept)
}
