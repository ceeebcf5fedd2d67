import { basename } from 'node:path'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Input, Output } from '../api/contract.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { StoreClient } from '../store/client.ts'

export interface SaveAsDeps {
  readonly store: Pick<StoreClient, 'call'>
  /** Asks where to save; null when the person closes the dialog. */
  readonly chooseTarget: (name: string, extension: string) => Promise<string | null>
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null, ApiProblem>>
}

const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const

/** A stored file as a plain one, for the programs of the system: a PDF is read there, a picture printed. It is a look, and is written down as one. */
export async function saveAttachment({ store, chooseTarget, writeFile }: SaveAsDeps, { personId, hash, name }: Input<'attachments.save'>): Promise<Result<Output<'attachments.save'>, ApiProblem>> {
  const small = await store.call('attachments.get', { personId, hash, look: false })
  if (!small.ok) return small
  const path = await chooseTarget(fileNameOf(name), extensions[small.value.type])
  if (path === null) return ok(null)
  const looked = await store.call('attachments.get', { personId, hash, look: true })
  if (!looked.ok) return looked
  const written = await writeFile(path, Buffer.from(looked.value.data, 'base64'))
  return written.ok ? ok({ fileName: basename(path) }) : written
}

/** What people call it, without what a file system does not take. */
function fileNameOf(name: string): string {
  const clean = name.replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 60)
  return clean === '' || /^\.+$/.test(clean) ? '材料' : clean
}
