import type { ReactNode } from 'react'
import type { Api, Input, JsonObject } from '../../api/client.ts'
import type { Made } from '../layOut.tsx'
import { dayPack } from './DayPack.tsx'
import { graduatePlan } from './GraduatePlan.tsx'
import { ownCopy } from './OwnCopy.tsx'

export type PaperQuestion = Input<'papers.savePdf'>
export type PaperName = PaperQuestion['paper']

export interface PaperContent {
  readonly content: ReactNode
  /** Stands at the lower right of every page, e.g. how it is to be kept. */
  readonly note?: string
}

/** Asks for the data of one paper and lays it out; `args` says whose or which day. */
export type Paper = (
  args: JsonObject,
  ask: { readonly api: Pick<Api, 'call'>; readonly printedBy: string; readonly onProgress: (done: number, total: number) => void },
) => Promise<Made<PaperContent>>

/** Every paper by its name. A new one: its name in electron/api/schemas/papers.ts, what its file is called in electron/papers/fileNames.ts, a line here. */
export const papers: Readonly<Record<PaperName, Paper>> = { dayPack, ownCopy, graduatePlan }
