import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'

/** Keys and names of stored files, all from the key of the database: whoever cannot open the store learns nothing from its folder but how many files there are. */

export interface AttachmentKeys {
  readonly content: Buffer
  readonly names: Buffer
  readonly folders: Buffer
}

export function attachmentKeys(databaseKey: Uint8Array): AttachmentKeys {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(0), `four-ones attachments ${use}`, 32))
  return { content: derive('content'), names: derive('names'), folders: derive('folders') }
}

/** A hash of the bytes alone would tell whoever has the same picture that it lies here. */
export function fileName(keys: AttachmentKeys, personId: string, hash: string): string {
  return createHmac('sha256', keys.names).update(`${personId}\n${hash}`).digest('hex')
}

/** One block of AES turns the 16 bytes of an id into 16 others and back: the same person has the same folder, and the folder names its person to us alone. */
export function folderName(keys: AttachmentKeys, personId: string): string {
  return block(createCipheriv('aes-256-ecb', keys.folders, null), Buffer.from(personId.replaceAll('-', ''), 'hex')).toString('hex')
}

/** null: no folder of ours. */
export function personOfFolder(keys: AttachmentKeys, folder: string): string | null {
  if (!/^[0-9a-f]{32}$/.test(folder)) return null
  const hex = block(createDecipheriv('aes-256-ecb', keys.folders, null), Buffer.from(folder, 'hex')).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function block(cipher: ReturnType<typeof createCipheriv>, bytes: Buffer): Buffer {
  cipher.setAutoPadding(false)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}
