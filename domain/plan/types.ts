import type { AgeRule } from './ageRules.ts'
import type { CalendarEntry } from './calendar.ts'
import type { IsoDate } from './dates.ts'

/** What a plan is made of. Numbers and texts live in `data/`; nothing else in the code may hold them. */

/** The four ones in the order of the plan. */
export const stepNames = ['infoCheck', 'capabilityAssessment', 'demandRegistration', 'serviceRecord'] as const
export type StepName = (typeof stepNames)[number]

/** Numbers that rules use; a county or a later plan may set others. */
export interface Thresholds {
  /** Months without work after which a person counts as long-term unemployed. */
  readonly longTermUnemployedMonths: number
  /** Months for which a demand registration stands. */
  readonly registrationMonths: number
  /** Months for which an assessment of an earlier cycle may be confirmed. */
  readonly assessmentReviewMonths: number
  readonly unreachableAttempts: number
  readonly unreachableMethods: number
  readonly unreachableDays: number
  /** Years after graduation in which a graduate stays in that group. */
  readonly graduateYears: number
  readonly agedWomen: number
  readonly agedMen: number
  readonly trainableMinAge: number
  readonly trainableMaxAge: number
  /** Months after a job began at which one asks how it goes. */
  readonly placementCheckMonths: readonly number[]
  /** Months within which every file is looked at again (I33). */
  readonly informationMonths: number
  /** Days after the first service, or after a training, within which a job counts as its result (I08, I26). */
  readonly resultWithinDays: number
  /** Months that a contract must run for the employer's quota. */
  readonly quotaContractMonths: number
  /** Minutes that one service lasts. */
  readonly serviceMinutesMin: number
  readonly serviceMinutesMax: number
  /** Working days within which a person's request about their data is answered. */
  readonly rightsWorkingDays: number
  /** Local minimum wage a month, in fen; null where the county has not written it down. */
  readonly minimumWageFen: number | null
}

/** How long each class of data is kept, in years unless the name says otherwise. */
export interface Retention {
  /** After the certificate has ended and the last service. */
  readonly caseFileYears: number
  /** After the end of the plan, for checks and services. */
  readonly recordYearsAfterPlan: number
  readonly voucherYears: number
  readonly bankStatementYears: number
  /** Consents, processing and audit logs, after the last processing. */
  readonly logYears: number
  readonly idScanDays: number
  readonly failedImportDays: number
}

export interface PlanAction {
  readonly id: string
  readonly zh: string
  readonly en: string
}

/** A number that the plan asks for; null where no text with the number is known. */
export interface PlanTarget {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly value: number | null
}

/** What the plan owes to a group of people. */
export interface PlanDuty {
  readonly id: string
  /** Codes of the table hardshipFlag. */
  readonly flags: readonly string[]
  /** The action or measure of the plan that says so. */
  readonly action: string
  readonly zh: string
  readonly en: string
}

/** So many of these kinds of step (table graduateStep) are owed to each graduate, together. */
export interface GraduateStep {
  readonly kinds: readonly string[]
  readonly count: number
}

/** A text that people read before they sign, and the version of it that is in force; what was signed names the version. */
export interface PlanText {
  readonly id: string
  /** What text it is. */
  readonly zh: string
  readonly en: string
  readonly version: string
}

export interface Plan {
  readonly id: string
  /** Raised when the data below change; records name the plan and its version. */
  readonly version: number
  readonly zh: string
  readonly en: string
  readonly issuedOn: IsoDate
  readonly from: IsoDate
  readonly until: IsoDate
  /** False where the text of this province is not known and the data are carried over. */
  readonly confirmed: boolean
  readonly source: string
  readonly actions: readonly PlanAction[]
  readonly targets: readonly PlanTarget[]
  readonly duties: readonly PlanDuty[]
  /** The counted steps of the plan for each graduate. */
  readonly graduateSteps: readonly GraduateStep[]
  readonly ageRule: AgeRule
  /** Month and day by which each step is due within a calendar-year cycle. */
  readonly dueOn: Readonly<Record<StepName, string>>
  /** Whether a record counts only after somebody else has looked at it. */
  readonly completionNeedsReview: boolean
  readonly thresholds: Thresholds
  readonly retention: Retention
  readonly texts: readonly PlanText[]
  /** Days of the year that are put in sight beforehand. */
  readonly calendar: readonly CalendarEntry[]
}
