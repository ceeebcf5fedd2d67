import { z } from 'zod'
import { canonicalJson } from '../journal/change.ts'
import type { Change, Json, JsonObject } from '../journal/change.ts'
import { ok, problem } from '../result.ts'
import type { Problem, Result } from '../result.ts'
import { batchLimits, nestsDeeperThan } from './limits.ts'
import type { BatchLimits } from './limits.ts'

/**
 * A batch: header line, one line for each change, last line with hash and signature. All of it is text in one canonical form, so that a batch is
 * the same bytes whenever and by whatever way it is sent. Compression is a matter of the way and not part of it.
 */

const lowerUuid = z.uuid().regex(/^[0-9a-f-]+$/)
const seq = z.number().int().min(1)
export const maxGaps = 1000

export const batchHeaderSchema = z.looseObject({
  format: z.literal('four-ones-batch'),
  v: z.literal(1),
  batchId: lowerUuid,
  countyCode: z.string().regex(/^\d{6}$/),
  deviceId: lowerUuid,
  deviceEpoch: lowerUuid,
  fromSeq: seq,
  toSeq: seq,
  count: z.number().int().min(1),
  /** The batch that was too large and that this one takes the place of, together with another. */
  replaces: lowerUuid.optional(),
  /** Sequence numbers [from, to] that will not come (lost with a salvaged database, refused here): the county does not wait for them. */
  gaps: z.array(z.tuple([seq, seq])).max(maxGaps).optional(),
})
export type BatchHeader = z.infer<typeof batchHeaderSchema>

const trailerSchema = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), signature: z.string().min(1).max(200) })

/** What every line must have for a receipt to name it; everything else is judged one by one. */
const lineSchema = z.looseObject({ id: lowerUuid, deviceSeq: seq })
export type BatchLine = JsonObject & { readonly id: string; readonly deviceSeq: number }

export interface ReadBatch {
  readonly header: BatchHeader
  readonly lines: readonly BatchLine[]
  readonly signature: string
  /** All lines but the last, and the hash that the last one states for them: a byte lost on the way shows here, whatever it hit. */
  readonly content: string
  readonly contentHash: string
}

/**
 * The text that a device signs: the header, then each change without its fields and salt. It holds the change's id and `fieldsHash`, so that
 * an erasure by law, which empties fields and salt, leaves the signature valid.
 */
export function batchSignatureInput(header: BatchHeader, lines: readonly JsonObject[]): string {
  const signed = lines.map((line) => {
    const { fields: _fields, salt: _salt, ...rest } = line
    return canonicalJson(rest)
  })
  return `four-ones-batch/1\n${canonicalJson(header as JsonObject)}\n${signed.join('\n')}\n`
}

export function changeLine(change: Change): string {
  return canonicalJson(change as unknown as Json)
}

/** `lines` as made by `changeLine`. */
export function batchText(header: BatchHeader, lines: readonly string[], signature: string, sha256: (text: string) => string): string {
  const content = `${canonicalJson(header as JsonObject)}\n${lines.join('\n')}\n`
  return `${content}${canonicalJson({ hash: sha256(content), signature })}\n`
}

/** Room for header and signature in the limit of a batch. */
const overhead = 4096

/** How many of these line lengths (bytes of UTF-8) go into one batch, at least one. */
export function takeForBatch(sizes: readonly number[], limits: BatchLimits = batchLimits): number {
  let bytes = overhead
  let count = 0
  for (const size of sizes) {
    if (count >= limits.maxChanges) break
    bytes += size + 1
    if (bytes > limits.maxBytes && count > 0) break
    count += 1
  }
  return count
}

/** A change that fits no batch whatever its company. */
export function isTooLargeForBatch(size: number, limits: BatchLimits = batchLimits): boolean {
  return size + 1 + overhead > limits.maxBytes
}

export function readBatch(text: string, limits: BatchLimits = batchLimits): Result<ReadBatch, Problem> {
  if (!text.endsWith('\n')) return damaged('cut short')
  const parts = text.slice(0, -1).split('\n')
  if (parts.length < 3) return damaged('too few lines')
  if (parts.length - 2 > limits.maxChanges) return problem('tooManyChanges', '一批里的记录太多，请分成两批')
  const header = batchHeaderSchema.safeParse(parseLine(parts[0] ?? '', limits))
  if (!header.success) return damaged('header')
  const trailer = trailerSchema.safeParse(parseLine(parts.at(-1) ?? '', limits))
  if (!trailer.success) return damaged('signature line')
  const lines: BatchLine[] = []
  for (const part of parts.slice(1, -1)) {
    const line = lineSchema.safeParse(parseLine(part, limits))
    if (!line.success) return damaged(`line ${lines.length + 2}`)
    lines.push(line.data as unknown as BatchLine)
  }
  const wrong = contradiction(header.data, lines)
  if (wrong !== null) return damaged(wrong)
  const content = text.slice(0, -(parts.at(-1) ?? '').length - 1)
  return ok({ header: header.data, lines, signature: trailer.data.signature, content, contentHash: trailer.data.hash })
}

function contradiction(header: BatchHeader, lines: readonly BatchLine[]): string | null {
  if (header.count !== lines.length) return 'count'
  const seqs = lines.map((line) => line.deviceSeq)
  if (seqs.some((value, index) => index > 0 && value <= (seqs[index - 1] ?? 0))) return 'order of sequence'
  if (seqs[0] !== header.fromSeq || seqs.at(-1) !== header.toSeq) return 'span of sequence'
  if (new Set(lines.map((line) => line.id)).size !== lines.length) return 'one id twice'
  return null
}

function parseLine(text: string, limits: BatchLimits): unknown {
  if (nestsDeeperThan(text, limits.maxDepth)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function damaged(detail: string) {
  return problem('batchDamaged', '这一批在路上损坏了，一条也没有收下，请重新发送', { detail })
}
