import { instrumentOf, matchFamilies, profileOf } from '../../../domain/assessment/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { answersOf } from '../records/answers.ts'
import { FamilyReasons } from './FamilyReasons.tsx'

interface RecordReasonsProps {
  readonly body: JsonObject
  readonly fields: PersonFile['fields']
  readonly documents: PersonFile['documents']
}

/** The job families of a completed assessment, by its own version and its own answers; of the file only who the person is. */
export function RecordReasons({ body, fields, documents }: RecordReasonsProps) {
  const instrument = instrumentOf(body.instrumentVersion)
  const answers = answersOf(body)
  if (instrument === null || answers.length === 0) return null
  const earlier = documents.filter(({ voided, on }) => !voided && on !== null && on <= String(body.assessedOn ?? ''))
  const devices = Array.isArray(body.assistiveDevices) ? (body.assistiveDevices as string[]) : []
  const profile = { ...profileOf(fields, earlier.map(({ entity, on, body: each }) => ({ entity, on, body: each ?? {} }))), devices }
  return <FamilyReasons families={matchFamilies(answers, profile, instrument)} instrument={instrument} />
}
