import type { JsonObject, PersonFile, StepNumber } from '../../api/client.ts'

/** The step that a submit leads to: the next one still open; none when the person needs no more or was not met. */
export function nextStepOf(file: PersonFile, step: StepNumber, body: JsonObject): StepNumber | null {
  if (step === 1 && body.hasEmploymentNeed === false) return null
  if (step === 1 && (body.result === 'UNREACHABLE' || body.result === 'REFUSED' || body.result === 'EXCLUDED')) return null
  const open = file.row.steps.find((each) => each.step > step && each.state !== 'done')
  return open?.step ?? null
}
