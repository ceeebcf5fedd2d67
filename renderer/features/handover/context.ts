import { createContext, useContext } from 'react'
import type { Output } from '../../api/client.ts'
import type { Voice } from './useVoice.ts'

/** What every page of the hand-over knows: whose turn it is, where they are, the ways on. */
export interface HandOverContext {
  readonly personId: string
  readonly name: string
  readonly view: Output<'handOver.view'>
  readonly voice: Voice
  /** 1 for the first. */
  readonly place: number
  readonly total: number
  /** null where there is no such way. */
  readonly back: (() => void) | null
  readonly skip: (() => void) | null
  readonly next: () => void
  readonly giveBack: () => void
}

export const HandOverPlace = createContext<HandOverContext | null>(null)

export function useHandOver(): HandOverContext {
  const place = useContext(HandOverPlace)
  if (place === null) throw new Error('outside of the hand-over')
  return place
}
