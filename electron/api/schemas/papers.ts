import { z } from 'zod'
import { jsonObject } from './common.ts'

/** Papers other than ledgers. What each is about stands in `args`; the page that lays it out asks for the data by itself. */
export const paperNames = ['dayPack', 'ownCopy', 'graduatePlan'] as const
export type PaperName = (typeof paperNames)[number]

export const paperInput = z.strictObject({ paper: z.enum(paperNames), args: jsonObject })
export type PaperInput = z.infer<typeof paperInput>

/** null when the person closed the dialog. */
export const savedPaper = z.strictObject({ fileName: z.string(), pages: z.number().int() }).nullable()
export type SavedPaper = NonNullable<z.infer<typeof savedPaper>>
