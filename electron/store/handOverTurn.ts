import type { HandOverState, HandOverView } from '../api/schemas/handOver.ts'

/** Whose turn it is at the screen. In memory only: a lock or the end of the program ends the turn. */

export interface Turn {
  readonly state: HandOverState
  readonly paperLocation: string
}
type Settled = HandOverView['done'][number]

export interface HandOverTurn {
  current(): Turn | null
  begin(turn: Turn): void
  end(): void
  settle(what: Settled): void
  /** What the turn of this person brought, also after it has ended; until the next turn begins. */
  done(personId: string): readonly Settled[]
}

export function createHandOverTurn(): HandOverTurn {
  let turn: Turn | null = null
  let last: { readonly personId: string; readonly done: readonly Settled[] } | null = null
  return {
    current: () => turn,
    begin(next) {
      turn = next
      last = { personId: next.state.personId, done: [] }
    },
    end() {
      turn = null
    },
    settle(what) {
      if (last !== null) last = { ...last, done: [...last.done.filter(({ matter }) => matter !== what.matter), what] }
    },
    done: (personId) => (last?.personId === personId ? last.done : []),
  }
}
