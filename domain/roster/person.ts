import type { DisabilityCategory, DisabilityGrade } from '../identity/certNumber.ts'
import type { IsoDate } from '../identity/calendar.ts'
import type { SexCode } from '../identity/idNumber.ts'
import type { RosterField } from './fields.ts'

/**
 * A person as a row tells. What the roster does not hold is absent (or null in the first group): unknown, never a default. Codes are those of
 * `domain/codes`.
 */
export interface RosterPerson {
  readonly name: string
  readonly idNumber: string
  readonly certNumber: string | null
  /** 推得: put together from number, category and grade; to be compared with the certificate. */
  readonly certDerived: boolean
  readonly sex: '男' | '女'
  readonly sexCode: SexCode
  readonly birthDate: IsoDate
  /** Official name. */
  readonly town: string | null
  readonly townCode: string | null
  readonly disabilityCategory: DisabilityCategory | null
  readonly disabilityGrade: DisabilityGrade | null

  readonly multiCategories?: readonly DisabilityCategory[]
  readonly village?: string
  readonly phone?: string
  readonly otherPhones?: readonly string[]
  readonly education?: string
  readonly isLiterate?: boolean
  readonly hukouType?: string
  readonly ethnicity?: string
  readonly maritalStatus?: string
  readonly politicalStatus?: string
  readonly employed?: boolean
  readonly employmentForm?: string
  readonly employerName?: string
  readonly jobTitle?: string
  readonly employedSince?: IsoDate
  readonly monthlyIncomeFen?: number
  readonly unemployedReason?: string
  readonly unemployedSince?: IsoDate
  readonly livingSource?: string
  readonly unempRegistered?: boolean
  readonly address?: string
  readonly hukouAddress?: string
  readonly residenceAddress?: string
  readonly residenceTown?: string
  readonly residenceVillage?: string
  readonly contactName?: string
  readonly contactRelation?: string
  readonly contactPhone?: string
  readonly guardianName?: string
  readonly guardianRelation?: string
  readonly guardianPhone?: string
  readonly selfCare?: string
  readonly workCapacity?: string
  readonly socialAid?: string
  readonly disabilityCause?: string
  readonly disabilityDetail?: string
  readonly certIssuedOn?: IsoDate
  readonly certValidUntil?: IsoDate
  readonly certStatus?: string
  readonly school?: string
  readonly major?: string
  readonly graduatedOn?: IsoDate
  readonly householdId?: string
  readonly relationToHead?: string
  readonly note?: string
  /** Cells of coded columns whose words have no code, kept as they stand. */
  readonly unread?: Readonly<Partial<Record<RosterField, string>>>
}

export type MutablePerson = { -readonly [K in keyof RosterPerson]: RosterPerson[K] }
