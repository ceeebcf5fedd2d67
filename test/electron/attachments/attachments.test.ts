import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dropAttachments, shelfOf, sweepErased, sweepFresh } from '../../../electron/attachments/index.ts'
import { attachmentKeys, folderName, personOfFolder } from '../../../electron/attachments/keys.ts'
import type { StoreContext } from '../../../electron/store/context.ts'
import { infoCheckBody } from '../../e2e/support/bodies.ts'
import { openDesk, password, setUpDesk } from '../store/desk.ts'
import type { Desk } from '../store/desk.ts'
import { jpeg, jpegWithPlace, pdf, png, pngWithPlace } from './pictures.ts'

type Loose = Record<string, never>
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const number = '210199198503140017'

async function withPerson(options: Parameters<typeof setUpDesk>[0] = {}) {
  const desk = await setUpDesk({ role: 'counsellor', ...options })
  const { row } = await desk.get('persons.create', { fields: { name: '王淑芬', idNumber: number, sex: '1', birthDate: '1985-03-14' } })
  return { desk, personId: row.id }
}

const put = (desk: Desk, personId: string, bytes: Buffer) => desk.call('attachments.put', { personId, data: bytes.toString('base64') })
const get = (desk: Desk, personId: string, hash: string, look = false) => desk.call('attachments.get', { personId, hash, look })
const files = (desk: Desk) => {
  const root = join(desk.folder, 'attachments')
  return existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : []
}

describe('an attachment', () => {
  it.each([['a photo', jpeg, 'image/jpeg'], ['a signature', png, 'image/png'], ['a scan', pdf, 'application/pdf']] as const)('that is %s comes back as it was put, by its hash', async (_, bytes, type) => {
    const { desk, personId } = await withPerson()
    expect(await put(desk, personId, bytes)).toEqual({ ok: true, value: { hash: sha(bytes), size: bytes.length, type } })
    expect(await get(desk, personId, sha(bytes))).toEqual({ ok: true, value: { type, data: bytes.toString('base64') } })
  })

  it('lies on the disk once, sealed, under names that tell nothing', async () => {
    const { desk, personId } = await withPerson()
    await put(desk, personId, png)
    await put(desk, personId, png)
    const [file, ...others] = files(desk)
    expect(others).toEqual([])
    const path = String(file)
    expect(path).not.toContain(sha(png))
    expect(path).not.toContain(personId.replaceAll('-', ''))
    expect(path).not.toMatch(/png/i)
    const sealed = readFileSync(path)
    expect(sealed.includes(png.subarray(0, 8))).toBe(false)
    expect(sealed.length).toBeLessThan(png.length + 64)
  })

  it('is not taken when it is no picture, too large or still tells where it was taken; nothing is left of it', async () => {
    const { desk, personId } = await withPerson()
    expect(await put(desk, personId, Buffer.from('<html>not a picture</html>'))).toMatchObject({ ok: false, error: { code: 'wrongKind' } })
    expect(await put(desk, personId, jpegWithPlace)).toMatchObject({ ok: false, error: { code: 'tellsPlace' } })
    expect(await put(desk, personId, pngWithPlace)).toMatchObject({ ok: false, error: { code: 'tellsPlace' } })
    expect(await put(desk, personId, Buffer.concat([png, Buffer.alloc(2_000_001 - png.length)]))).toMatchObject({ ok: false })
    expect(await put(desk, personId, Buffer.concat([png, Buffer.alloc(2_000_000 - png.length)]))).toMatchObject({ ok: true })
    expect(await put(desk, '01890a5d-ac96-774b-bcce-b302099a8057', png)).toMatchObject({ ok: false, error: { code: 'noPerson' } })
    expect(files(desk)).toHaveLength(1)
  })

  it('that is not here is said so in words, and so is one whose file was damaged; putting it again mends it', async () => {
    const { desk, personId } = await withPerson()
    expect(await get(desk, personId, 'a'.repeat(64))).toMatchObject({ ok: false, error: { code: 'notHere', message: expect.stringContaining('不在这台电脑上') as string } })
    await put(desk, personId, png)
    const [file] = files(desk) as [string]
    const sealed = readFileSync(file)
    sealed[40] = (sealed[40] ?? 0) ^ 1
    writeFileSync(file, sealed)
    expect(await get(desk, personId, sha(png))).toMatchObject({ ok: false, error: { code: 'damaged' } })
    await put(desk, personId, png)
    expect(await get(desk, personId, sha(png))).toMatchObject({ ok: true })
  })

  it('of one person is not found in the file of another, though the picture is the same', async () => {
    const { desk, personId } = await withPerson()
    const { row } = await desk.get('persons.create', { fields: { name: '王明', idNumber: '210199199001010014' } })
    await put(desk, personId, png)
    expect(await get(desk, row.id, sha(png))).toMatchObject({ ok: false, error: { code: 'notHere' } })
  })

  it('moved into the place of another person is not taken for theirs', async () => {
    const { desk, personId } = await withPerson()
    const { row } = await desk.get('persons.create', { fields: { name: '王明', idNumber: '210199199001010014' } })
    await put(desk, personId, png)
    const [mine] = files(desk) as [string]
    await put(desk, row.id, png)
    const theirs = files(desk).find((file) => file !== mine) ?? ''
    writeFileSync(theirs, readFileSync(mine))
    expect(await get(desk, row.id, sha(png))).toMatchObject({ ok: false, error: { code: 'damaged' } })
  })

  it('opened to be looked at is in the log of looks; a small picture in a list is not', async () => {
    const { desk, personId } = await withPerson()
    await put(desk, personId, png)
    await get(desk, personId, sha(png))
    expect(desk.ask("select * from view_log where field = 'attachment'")).toHaveLength(0)
    await get(desk, personId, sha(png), true)
    expect(desk.ask("select * from view_log where field = 'attachment'")).toHaveLength(1)
  })

  it('is there again after a restart, also after one that was broken off in the middle of a write', async () => {
    const { desk, personId } = await withPerson()
    await put(desk, personId, png)
    const [file] = files(desk) as [string]
    // What a power cut in the middle leaves: half a file under the name that is not yet the right one.
    writeFileSync(`${file}.tmp`, readFileSync(file).subarray(0, 20))
    const { userId } = desk
    desk.close()
    const again = openDesk({ folder: desk.folder })
    await again.get('session.unlock', { userId, password })
    expect(await get(again, personId, sha(png))).toMatchObject({ ok: true })
  })
})

/** What a handler has of the open store, for the parts that no method calls. */
async function contextOf(desk: Desk): Promise<StoreContext> {
  await desk.get('session.state', {})
  return desk.context()
}

describe('what no record names', () => {
  it('goes a day after it was put, while what a draft or a record names stays', async () => {
    const { desk, personId } = await withPerson()
    const { today, cycleYear } = await desk.get('session.state', {})
    await put(desk, personId, png)
    await put(desk, personId, jpeg)
    await put(desk, personId, pdf)
    const record = { ...infoCheckBody(today), attachments: [{ name: '照片', hash: sha(jpeg), size: jpeg.length, type: 'image/jpeg' }] }
    const prefill = await desk.get('records.prefill', { kind: 'infoCheck', personId, cycleYear })
    await desk.get('records.complete', { kind: 'infoCheck', personId, cycleYear, body: { ...prefill.body, ...record } as unknown as Loose, replaces: null })
    await desk.get('drafts.save', { kind: 'demandRegistration', personId, documentId: null, field: null, body: { signature: { image: { hash: sha(png) } } } as unknown as Loose })
    const context = await contextOf(desk)
    const shelf = shelfOf(context)
    expect(sweepFresh(context.store, shelf)).toBe(0)
    const later = { ...context.store, deps: { ...context.store.deps, now: () => new Date(Date.now() + 2 * 24 * 3600 * 1000).toISOString() } }
    expect(sweepFresh(later, shelf)).toBe(1)
    expect([jpeg, png, pdf].map((bytes) => shelf.has(personId, sha(bytes)))).toEqual([true, true, false])
    await desk.get('drafts.discard', { kind: 'demandRegistration', personId, documentId: null })
    expect(sweepFresh(later, shelf)).toBe(1)
    expect([jpeg, png].map((bytes) => shelf.has(personId, sha(bytes)))).toEqual([true, false])
  })

  it('is looked at when the store is opened, days later', async () => {
    const { desk, personId } = await withPerson()
    await put(desk, personId, png)
    const { userId } = desk
    desk.close()
    const soon = openDesk({ folder: desk.folder })
    await soon.get('session.unlock', { userId, password })
    expect(files(soon)).toHaveLength(1)
    soon.close()
    const late = openDesk({ folder: desk.folder, clockOffsetMs: 2 * 24 * 3600 * 1000 })
    await late.get('session.unlock', { userId, password })
    expect(files(late)).toEqual([])
  })

  it('goes with the person when their data are erased', async () => {
    const { desk, personId } = await withPerson()
    await put(desk, personId, png)
    await put(desk, personId, jpeg)
    const context = await contextOf(desk)
    expect(shelfOf(context).persons()).toEqual([personId])
    expect(sweepErased(context.store, shelfOf(context))).toBe(0)
    expect(dropAttachments(context, personId)).toBe(2)
    expect(files(desk)).toEqual([])
    expect(await get(desk, personId, sha(png))).toMatchObject({ ok: false, error: { code: 'notHere' } })
  })
})

it('the name of a folder tells its person to whoever has the key, and to nobody else', () => {
  const [mine, theirs] = [attachmentKeys(Buffer.alloc(32, 1)), attachmentKeys(Buffer.alloc(32, 2))]
  const personId = '01890a5d-ac96-774b-bcce-b302099a8057'
  expect(personOfFolder(mine, folderName(mine, personId))).toBe(personId)
  expect(personOfFolder(theirs, folderName(mine, personId))).not.toBe(personId)
  expect(personOfFolder(mine, 'not-a-folder')).toBeNull()
})
