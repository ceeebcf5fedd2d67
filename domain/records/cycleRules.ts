import type { PlanCycle } from '../plan/cycles.ts'
import { addMonths, isIsoDate } from '../plan/dates.ts'
import { attemptsFault } from './infoCheck.ts'
import type { Loose, Report } from './fields.ts'

/** Rules of a record that rest on numbers of the plan or of the county: the cycle brings them. Like all rules they bear missing and wrong values. */

type CycleRule = (draft: Loose, cycle: PlanCycle, report: Report) => void

export const cycleRules: Readonly<Record<string, readonly CycleRule[]>> = {
  infoCheck: [attempts],
  demandRegistration: [validity],
  serviceRecord: [minutes],
}

/** 失联: so many attempts, by so many methods, on so many days. */
function attempts(draft: Loose, { thresholds }: PlanCycle, report: Report): void {
  if (draft.result !== 'UNREACHABLE') return
  const fault = attemptsFault(draft, thresholds)
  if (fault !== null) report('attempts', fault)
}

function validity(draft: Loose, { thresholds }: PlanCycle, report: Report): void {
  if (!isIsoDate(String(draft.registeredOn)) || !isIsoDate(String(draft.validUntil))) return
  const last = addMonths(String(draft.registeredOn), thresholds.registrationMonths)
  if (String(draft.validUntil) > last) report('validUntil', `登记最长管 ${thresholds.registrationMonths} 个月，到 ${last}`)
}

function minutes(draft: Loose, { thresholds: { serviceMinutesMin, serviceMinutesMax } }: PlanCycle, report: Report): void {
  if (typeof draft.minutes !== 'number') return
  if (draft.minutes < serviceMinutesMin || draft.minutes > serviceMinutesMax) report('minutes', `服务时长在 ${serviceMinutesMin} 到 ${serviceMinutesMax} 分钟之间`)
}
