import { periodsOf } from '../../../domain/cycle/index.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import type { KnownFile } from './knownFile.ts'

/** A check speaks of a job that is in the file, and nobody leaves it before it began. */
export function placementFaults(file: KnownFile, record: JsonObject): { path: string; message: string }[] {
  const job = periodsOf(file.facts).standing.find(({ id, body }) => id === record.periodId && body.state === 'EMPLOYED')
  if (job === undefined) return [{ path: 'periodId', message: '档案里没有这份工作，可能已经作废。请回就业一栏看看' }]
  if (typeof record.checkedOn === 'string' && record.checkedOn < job.on) return [{ path: 'checkedOn', message: `${job.on} 才上岗，回访不能早于这一天` }]
  if (typeof record.leftOn === 'string' && record.leftOn < job.on) return [{ path: 'leftOn', message: `${job.on} 才上岗，离岗不能早于这一天` }]
  return []
}
