import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { batchLimits, batchSignatureInput, readBatch } from '../../domain/sync/index.ts'
import type { ReadBatch } from '../../domain/sync/index.ts'
import { sha256 } from '../context.ts'
import { isSignedBy } from '../keys.ts'
import { HttpProblem } from '../problem.ts'

export interface OpenedBatch extends ReadBatch {
  /** sha-256 of the text: the batch's identity beside its id. */
  readonly hash: string
}

/** From bytes to a batch whose signature holds. Costs at most the limit in memory, whatever the bytes claim to hold. */
export function openBatch(bytes: Uint8Array, device: { readonly id: string; readonly publicKey: string }, countyCode: string): OpenedBatch {
  const text = textOf(inflate(bytes))
  const batch = readBatch(text)
  if (!batch.ok) {
    if (batch.error.code === 'tooManyChanges') throw tooLarge()
    throw new HttpProblem(400, batch.error.code, batch.error.message, { detail: batch.error.detail })
  }
  const { header, lines, signature, content, contentHash } = batch.value
  if (sha256(content) !== contentHash) throw damaged('hash')
  if (header.countyCode !== countyCode) throw new HttpProblem(409, 'wrongCounty', '这一批是给别的县的，这里一条也没有收下')
  if (header.deviceId !== device.id) throw new HttpProblem(403, 'wrongDevice', '这一批是另一台电脑写的，请由那台电脑发送')
  if (!isSignedBy(device.publicKey, batchSignatureInput(header, lines), signature)) {
    throw new HttpProblem(400, 'signatureWrong', '这一批的签名不对，一条也没有收下，请重新发送')
  }
  return { ...batch.value, hash: sha256(text) }
}

/** The first bytes say how it is packed; plain text is taken as it is. */
function inflate(bytes: Uint8Array): Uint8Array {
  const limit = { maxOutputLength: batchLimits.maxBytes }
  try {
    if (startsWith(bytes, [0x28, 0xb5, 0x2f, 0xfd])) return zstdDecompressSync(bytes, limit)
    if (startsWith(bytes, [0x1f, 0x8b])) return gunzipSync(bytes, limit)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw damaged('compression')
  }
  if (bytes.length > batchLimits.maxBytes) throw tooLarge()
  return bytes
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value)
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw damaged('not UTF-8')
  }
}

function damaged(detail: string): HttpProblem {
  return new HttpProblem(400, 'batchDamaged', '这一批在路上损坏了，一条也没有收下，请重新发送', { detail })
}

export function tooLarge(): HttpProblem {
  const { maxChanges, maxBytes } = batchLimits
  return new HttpProblem(413, 'batchTooLarge', '这一批太大了，请分成两批发送', { limits: { maxChanges, maxBytes } })
}
