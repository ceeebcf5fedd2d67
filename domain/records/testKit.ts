import { z } from 'zod'
import { dimensions } from '../assessment/index.ts'
import { currentInstrument } from '../assessment/instruments.ts'
import { isBlank, listIn, objectsIn, text, date } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/**
 * The result of the federation's own test kit (全国残疾人职业能力测试), where a county has it: entered beside ours by its four dimensions, in the words or
 * points of its report, never computed with.
 */
const result = (label: string) => text(`${label}的结果`, 40).optional()
const names = currentInstrument.dimensionNames

export const testKitSchema = z.looseObject({
  testedOn: date('测评日期').optional(),
  org: text('测评机构', 60).optional(),
  results: z.looseObject({ A: result(names.A.zh), B: result(names.B.zh), C: result(names.C.zh), D: result(names.D.zh) }).optional(),
})

/** Who enters a part enters all of it, with the report. */
export function testKitWhole(draft: Loose, report: Report): void {
  const kit = objectsIn([draft.testKit])[0]
  if (kit === undefined) return
  const results = objectsIn([kit.results])[0] ?? {}
  if (isBlank(kit.testedOn)) report('testKit.testedOn', '请填测评日期')
  for (const dimension of dimensions) if (isBlank(results[dimension])) report(`testKit.results.${dimension}`, `请照报告填${names[dimension].zh}的结果`)
  if (listIn(draft.attachments).length === 0) report('attachments', '请附上测评报告：拍照、选文件，或写明纸在哪里')
}
