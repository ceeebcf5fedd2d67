import type { CodeOf } from '../codes/index.ts'
import type { DaySpan } from '../cycle/facts.ts'
import type { IsoDate } from '../plan/dates.ts'

/** A member of the household without a certificate, as the file of one of the holders names them. */
export interface HouseholdMember {
  readonly id: string
  readonly name: string
  readonly relation: CodeOf<'relation'>
  readonly sex: CodeOf<'sex'>
  readonly birthDate?: IsoDate | undefined
  readonly state: CodeOf<'employmentState'>
  readonly ableAndWilling: boolean
  readonly note?: string | undefined
}

/** From a day on; '' from the beginning. null: nobody has said. */
export type StateRun = readonly [from: IsoDate | '', state: string | null]

/** What the household needs to know of one file: days only, never what they mean today. */
export interface HouseholdPart {
  readonly name: string
  readonly birthDate: IsoDate | null
  /** Holds a certificate that is not cancelled. */
  readonly isHolder: boolean
  /** null: the age cannot be told, so that it excludes nobody. */
  readonly workingAge: DaySpan | null
  readonly states: readonly StateRun[]
  readonly ableAndWilling: boolean
  /** Not of the household on these days: deceased, moved out, settled abroad. */
  readonly gone: readonly DaySpan[]
  /** Of the household, but not to be counted for work on these days: in prison, in the army, drawing a pension. */
  readonly outOfWork: readonly DaySpan[]
  readonly members: readonly HouseholdMember[]
}

/** What is known of a household on a day. `workers` and `employed` only where it is known of everybody who could work. */
export interface KnownHousehold {
  readonly holders: number
  readonly workers?: number
  readonly employed?: number
  /** People of working age of whom nobody has said whether they work. */
  readonly unknown: number
}
