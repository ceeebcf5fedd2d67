import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { buildApp } from '../../scripts/build/build.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { launchApp, valueOf } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { infoCheckBody, registrationBody } from './support/bodies.ts'
import { field, firstRun, nextFileToSave, password, unlock } from './support/job.ts'

/** The screen in the hands of the client, and pictures, in the built app with a real browser. */

const running: RunningApp[] = []
beforeAll(() => buildApp(root), 120_000)
afterEach(async () => {
  for (const app of running.splice(0)) await app.close().catch(() => undefined)
})

async function atWork(): Promise<{ app: RunningApp; personId: string; today: string; cycleYear: string }> {
  const app = await launchApp()
  running.push(app)
  await firstRun(app, { name: '林芳', role: '就业指导员' })
  const { today, cycleYear } = valueOf<{ today: string; cycleYear: string }>(await app.call('session.state', {}))
  const made = valueOf<{ row: { id: string } }>(await app.call('persons.create', { fields: { name: '王淑芬', idNumber: '210199197406120028', phone: '13900000318' } }))
  return { app, personId: made.row.id, today, cycleYear }
}

const goTo = (page: Page, hash: string) => page.evaluate((to) => window.location.assign(to), hash)

async function draw(page: Page): Promise<void> {
  const pad = page.locator('.signature-pad canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no pad')
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  for (let i = 1; i <= 12; i += 1) await page.mouse.move(box.x + 30 + i * 15, box.y + 40 + (i % 3) * 12)
  await page.mouse.up()
}

test('a client reads, consents, signs and gives the screen back; it all stands where the forms look for it', async () => {
  const { app, personId, today, cycleYear } = await atWork()
  const { page } = app
  for (const [kind, body] of [['infoCheck', infoCheckBody(today)], ['demandRegistration', registrationBody(today)]] as const) {
    const { signature: _unsigned, ...rest } = body
    const prefill = valueOf<{ body: object }>(await app.call('records.prefill', { kind, personId, cycleYear }))
    valueOf(await app.call('drafts.save', { kind, personId, documentId: null, field: null, body: { ...prefill.body, ...rest } }))
  }
  await goTo(page, `#/person/${personId}/1`)
  await page.getByRole('button', { name: '给本人看' }).click()
  await page.getByRole('button', { name: '把屏幕交给本人' }).click()
  await page.getByRole('heading', { name: '我们这里记着您的这些，对不对？' }).waitFor()
  expect(await app.call('persons.today', {})).toMatchObject({ ok: false, error: { code: 'handedOver' } })
  expect(await app.call('ledger.savePdf', {})).toMatchObject({ ok: false, error: { code: 'handedOver' } })
  await goTo(page, '#/caseload')
  await page.keyboard.press('Control+k')
  expect(await page.getByRole('combobox').count()).toBe(0)

  await page.getByRole('radio', { name: '都对' }).press('Space')
  await page.getByRole('button', { name: /看好了/ }).click()
  await page.getByRole('heading', { name: '了解一下您能干什么活，行不行？' }).waitFor()
  await page.getByRole('radio', { name: '同意', exact: true }).press('Space')
  await draw(page)
  await page.getByRole('button', { name: /定了/ }).click()
  await page.getByRole('heading', { name: /告诉招工的单位/ }).waitFor()
  await page.getByRole('radio', { name: '不同意' }).press('Space')
  await page.getByRole('button', { name: /定了/ }).click()
  await page.getByRole('heading', { name: '您今天说的，我们这样记的' }).waitFor()
  await page.getByRole('button', { name: '今天先不定' }).click()
  await page.getByRole('heading', { name: '对的话，签上名字' }).waitFor()
  await draw(page)
  await page.getByRole('button', { name: /签好了/ }).click()
  await page.getByRole('heading', { name: '都看完了' }).waitFor()
  await page.getByRole('button', { name: '还给指导员' }).last().click()
  await field(page, '林芳的密码').fill(password)
  await page.keyboard.press('Enter')

  await goTo(page, `#/hand-over/${personId}`)
  await page.getByRole('heading', { name: '王淑芬看完了' }).waitFor()
  const target = join(app.store, '..', '副本.pdf')
  await nextFileToSave(app, target)
  await page.getByRole('button', { name: '本人信息副本，存为 PDF' }).click()
  await page.getByText(/存好了：副本.pdf/).waitFor({ timeout: 60_000 })
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-')

  const file = valueOf<{ documents: { entity: string; body: Record<string, unknown> }[] }>(await app.call('persons.get', { personId }))
  const consents = file.documents.filter(({ entity }) => entity === 'consent').map(({ body }) => body)
  expect(consents).toEqual(expect.arrayContaining([
    expect.objectContaining({ purpose: 'ASSESSMENT', decision: 'GIVEN', form: 'SIGN_PAD' }), expect.objectContaining({ purpose: 'SHARE_EMPLOYER', decision: 'DECLINED' }),
  ]))
  for (const kind of ['infoCheck', 'demandRegistration']) {
    const draft = valueOf<{ body: { signature?: object } }>(await app.call('drafts.get', { kind, personId, documentId: null }))
    expect(draft.body.signature).toMatchObject({ date: today, givenBy: 'SELF', image: { type: 'image/png' } })
    valueOf(await app.call('records.complete', { kind, personId, cycleYear, replaces: null, body: draft.body }))
  }
  expect(app.complaints).toEqual([])
})

test('a photo as a telephone takes it is stored small, without its place, sealed, and shown again after a restart', async () => {
  const { app, personId } = await atWork()
  const { page } = app
  await goTo(page, `#/person/${personId}/1`)
  await page.locator('input[type="file"]').waitFor({ state: 'attached' })
  await page.locator('input[type="file"]').setInputFiles({ name: 'IMG_2034.jpg', mimeType: 'image/jpeg', buffer: await telephonePhoto(page) })
  const small = page.getByRole('button', { name: '看大图：照片' })
  await small.waitFor()
  expect(await page.locator('.picture img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([1600, 1067])
  await page.getByText(/已保存/).first().waitFor()
  const draft = valueOf<{ body: { attachments: { hash: string }[] } }>(await app.call('drafts.get', { kind: 'infoCheck', personId, documentId: null }))
  const hash = draft.body.attachments[0]?.hash ?? ''
  const stored = valueOf<{ data: string }>(await app.call('attachments.get', { personId, hash, look: false }))
  const bytes = Buffer.from(stored.data, 'base64')
  expect(bytes.includes(Buffer.from('Exif'))).toBe(false)
  expect(bytes.length).toBeLessThan(2_000_000)
  const [sealed] = filesUnder(join(app.store, 'attachments'))
  expect(readFileSync(String(sealed)).includes(bytes.subarray(0, 16))).toBe(false)
  expect(String(sealed)).not.toContain(hash)
  await small.click()
  await page.getByRole('dialog').getByRole('img', { name: '照片' }).waitFor()
  expect(app.complaints).toEqual([])

  await app.kill()
  const again = await launchApp({ store: app.store })
  running.push(again)
  await unlock(again)
  await goTo(again.page, `#/person/${personId}/1`)
  await again.page.getByRole('button', { name: '看大图：照片' }).waitFor()
})

/** 3,000 by 2,000 pixels, with the segment in which telephones write the place. */
async function telephonePhoto(page: Page): Promise<Buffer> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 2000
    const drawing = canvas.getContext('2d')
    for (let i = 0; i < 400; i += 1) {
      if (drawing === null) break
      drawing.fillStyle = `hsl(${i % 360} 60% 50%)`
      drawing.fillRect((i * 137) % 3000, (i * 71) % 2000, 240, 180)
    }
    return canvas.toDataURL('image/jpeg', 0.95)
  })
  const jpeg = Buffer.from(data.replace(/^[^,]*,/, ''), 'base64')
  const place = Buffer.concat([Buffer.from('ffe1', 'hex'), Buffer.from([0, 26]), Buffer.from('Exif\0\0GPS 41.8N 123.4E', 'latin1'), Buffer.alloc(2)])
  return Buffer.concat([jpeg.subarray(0, 2), place, jpeg.subarray(2)])
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
