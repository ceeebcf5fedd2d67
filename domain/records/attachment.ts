import { z } from 'zod'
import { date, isBlank, listOf, objectsIn, text } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** Photos, scans and papers of a record. The bytes lie apart, under the sha-256 of what they hold; a record keeps only that name. */

export const attachmentTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type AttachmentType = (typeof attachmentTypes)[number]

/** Of one file, as it is stored (2 MB). */
export const largestAttachment = 2_000_000

export const fileShape = {
  hash: z.string().regex(/^[0-9a-f]{64}$/, { error: '这份材料没有存好，请再加一次' }),
  size: z.int().min(1).max(largestAttachment, { error: '这份材料太大，请再加一次' }),
  type: z.enum(attachmentTypes, { error: '这种文件收不了，请用照片或 PDF' }),
}
export const fileSchema = z.looseObject(fileShape)
export type StoredFile = z.infer<z.ZodObject<typeof fileShape>>

/** A file that is stored here, or a paper that lies somewhere; a paper of earlier records may say no place. */
export const attachmentShape = {
  name: text('材料名称', 80),
  kind: text('材料种类', 20).optional(),
  hash: fileShape.hash.optional(),
  size: fileShape.size.optional(),
  type: fileShape.type.optional(),
  takenOn: date('拍摄日期').optional(),
  location: text('材料存放的地方', 120).optional(),
}

/** What a record holds of its photos and papers, and of those that an earlier version had and this one has no more, each with its reason. */
export const attachmentFields = {
  attachments: listOf(z.looseObject(attachmentShape), '请写是哪些材料').optional(),
  attachmentsRemoved: listOf(z.looseObject({ name: text('材料名称', 80), reason: text('去掉的原因', 200) }), '请写为什么去掉').optional(),
}

/** A file is named by hash, size and type together. */
export function filesWhole(draft: Loose, report: Report): void {
  objectsIn(draft.attachments).forEach((attachment, index) => {
    if (isBlank(attachment.hash)) return
    if (isBlank(attachment.size) || isBlank(attachment.type)) report(`attachments.${index}.name`, '这份材料没有存好，请再加一次')
  })
}

/** Every stored file that a record or draft names, wherever it stands in it: attachments, signatures, the evidence of a consent. */
export function hashesIn(value: unknown): string[] {
  const found = new Set<string>()
  collect(value, found)
  return [...found]
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (typeof item === 'string' && (key === 'hash' || key === 'evidence') && /^[0-9a-f]{64}$/.test(item)) found.add(item)
      else collect(item, found)
    }
  }
}
