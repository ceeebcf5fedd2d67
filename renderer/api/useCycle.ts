import { useMemo } from 'react'
import { cycleOfYear } from '../../domain/plan/index.ts'
import type { PlanCycle, StatedValues } from '../../domain/plan/index.ts'
import { useQuery } from './useQuery.ts'

/** The cycle of a year as the store goes by it: the plan with what the county has stated. Until that is known, the plan alone. */
export function useCycle(year: string): PlanCycle {
  const stated = useQuery('countyValues.get', { cycleYear: year }).value?.stated
  return useMemo(() => cycleOfYear(year, stated === undefined ? {} : { values: stated as unknown as StatedValues[] }), [year, stated])
}
