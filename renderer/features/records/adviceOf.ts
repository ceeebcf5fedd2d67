import { adviseOn, currentInstrument, instrumentOf } from '../../../domain/assessment/index.ts'
import type { Advice, AssessmentProfile } from '../../../domain/assessment/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { answersOf, surroundingsOf } from './answers.ts'

/** Everything that the answers of a draft suggest, by the version of the instrument that it names. */
export function adviceOfDraft(body: JsonObject, profile: AssessmentProfile): Advice {
  const devices = Array.isArray(body.assistiveDevices) ? (body.assistiveDevices as string[]) : []
  const on = typeof body.assessedOn === 'string' ? body.assessedOn : ''
  return adviseOn(answersOf(body), surroundingsOf(body), { ...profile, devices }, on, instrumentOf(body.instrumentVersion) ?? currentInstrument)
}

/** The lists as they are suggested, kept with the record. null while there is no result. */
export function advisedLists(advice: Advice): JsonObject | null {
  if (advice.level === null) return null
  return {
    suggestedForms: [...advice.level.forms],
    suggestedFamilies: [...advice.suggestedFamilies],
    suggestedTraining: advice.training.map(({ code }) => code),
  }
}
