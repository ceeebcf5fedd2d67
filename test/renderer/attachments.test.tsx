import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { scaled } from '../../renderer/features/attachments/shrink.ts'
import { drawnPng, drawOn, withDrawing } from './drawing.ts'
import type { Drawn } from './drawing.ts'
import { uuid } from './people.ts'
import { documentOf, personId } from './recordsBridge.ts'
import { choose, fillInfoCheck, openStep, part, sign, write } from './recordsSetup.tsx'

const submit = '{Control>}{Enter}{/Control}'
let drawn: Drawn
beforeEach(() => {
  drawn = withDrawing()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const photo = (name = 'IMG_2034.jpg', type = 'image/jpeg') => new File([Uint8Array.of(0xff, 0xd8, 0xff)], name, { type })
const chooser = () => part('attachments').querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement

describe('photos of an info check', () => {
  it('are made small, stored under the person and named in the record; one is evidence enough', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await user.upload(chooser(), photo())
    await screen.findByRole('button', { name: '看大图：照片' })
    expect(drawn.sizes).toEqual([{ width: 1600, height: 1200 }])
    const [put] = bridge.callsOf('attachments.put')
    expect(put?.personId).toBe(personId)
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({ entity: 'infoCheck', body: { attachments: [{ name: '照片', type: 'image/jpeg' }] } }))
    expect(bridge.file.documents[0]?.body?.attachments).toEqual([{ name: '照片', hash: expect.any(String) as string, size: expect.any(Number) as number, type: 'image/jpeg' }])
  })

  it('come by dropping and by pasting as well', async () => {
    const { user } = await openStep(1)
    await fillInfoCheck(user)
    const field = part('attachments')
    fireEvent.drop(field.querySelector('.attachment-drop') as Element, { dataTransfer: { files: [photo()] } })
    await screen.findByRole('button', { name: '看大图：照片' })
    fireEvent.paste(field, { clipboardData: { files: [new File(['%PDF-1.4 with a page'], '户口本.pdf', { type: 'application/pdf' })] } })
    await waitFor(() => expect(within(field).getByDisplayValue('户口本')).toBeInTheDocument())
  })

  it('that cannot be read, or are no photos, are named with the reason, and the others are kept', async () => {
    const { bridge } = await openStep(1)
    fireEvent.drop(part('attachments').querySelector('.attachment-drop') as Element, {
      dataTransfer: { files: [new File([], '坏的.jpg', { type: 'image/jpeg' }), new File(['x'], '表.xlsx', { type: 'application/vnd.ms-excel' }), photo()] },
    })
    expect(await screen.findByText(/坏的.jpg 打不开，没有加/)).toBeInTheDocument()
    expect(screen.getByText(/表.xlsx 不是照片也不是 PDF/)).toBeInTheDocument()
    expect(bridge.callsOf('attachments.put')).toHaveLength(1)
    expect(await screen.findByRole('button', { name: '看大图：照片' })).toBeInTheDocument()
  })

  it('open large, and the look is written down', async () => {
    const { bridge, user } = await openStep(1)
    await user.upload(chooser(), photo())
    await user.click(await screen.findByRole('button', { name: '看大图：照片' }))
    expect(within(await screen.findByRole('dialog')).getByRole('img', { name: '照片' })).toBeInTheDocument()
    expect(bridge.callsOf('attachments.get').some(({ look }) => look)).toBe(true)
  })

  it('that are PDF are saved for the programs of the system, which is a look as well', async () => {
    const { bridge, user } = await openStep(1)
    await user.upload(chooser(), new File(['%PDF-1.4 with a page'], '户口本.pdf', { type: 'application/pdf' }))
    await user.click(await screen.findByRole('button', { name: '打开：户口本' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: '另存为文件' }))
    expect(await within(dialog).findByText(/存好了：户口本.pdf/)).toBeInTheDocument()
    expect(bridge.callsOf('attachments.save')[0]).toMatchObject({ personId, name: '户口本' })
  })

  it('that lie on another computer say so', async () => {
    const record = documentOf(uuid(7401), 'infoCheck', { personId, cycleYear: '2026', checkedOn: '2026-11-20', attachments: [{ name: '照片', hash: 'd'.repeat(64), size: 3, type: 'image/jpeg' }] })
    await openStep(1, { documents: [record], done: [1] }).catch(() => undefined)
    expect(await screen.findByText(/这份材料不在这台电脑上/)).toBeInTheDocument()
  })

  it('may be papers that lie somewhere', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await user.click(within(part('attachments')).getByRole('button', { name: '记一份纸质材料' }))
    await waitFor(() => expect(part('attachments.0.name').contains(document.activeElement)).toBe(true))
    write('attachments.0.name', '户口本复印件')
    write('attachments.0.location', '县残联档案柜')
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({ body: { attachments: [{ name: '户口本复印件', location: '县残联档案柜' }] } }))
  })

  it('of a completed check are taken out only with a reason, which the next version keeps', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await sign(user)
    await user.upload(chooser(), photo())
    await screen.findByRole('button', { name: '看大图：照片' })
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]?.entity).toBe('infoCheck'))
    await user.keyboard('{Control>}1{/Control}')
    await user.click(await screen.findByRole('button', { name: '更正' }))
    await user.click(await screen.findByRole('button', { name: '去掉 照片' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: '去掉' }))
    expect(await within(dialog).findByText('请写为什么去掉，至少两个字')).toBeInTheDocument()
    await user.type(within(dialog).getByRole('textbox', { name: /^为什么去掉/ }), '拍错了人')
    await user.click(within(dialog).getByRole('button', { name: '去掉' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: '去掉 照片' })).not.toBeInTheDocument())
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]?.body).toMatchObject({ attachmentsRemoved: [{ name: '照片', reason: '拍错了人' }] }))
    expect(bridge.file.documents[0]?.body?.attachments ?? []).toEqual([])
  })
})

describe('a signature', () => {
  it('is drawn on the screen in place of one on paper, kept as a picture, and may be drawn again', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await user.click(screen.getByRole('button', { name: '在屏上签' }))
    expect(screen.getByText('上面记的，是我自己说的。')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '签好了' }))
    expect(await screen.findByText(/还没有签/)).toBeInTheDocument()
    act(() => drawOn(screen.getByRole('img', { name: /签名的地方/ })))
    expect(await screen.findByRole('img', { name: '签名，已经签了' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '重签' }))
    expect(screen.getByRole('img', { name: '签名的地方，还没签' })).toBeInTheDocument()
    act(() => drawOn(screen.getByRole('img', { name: /签名的地方/ })))
    await user.click(screen.getByRole('button', { name: '签好了' }))
    expect(await screen.findByText('已经在屏上签了')).toBeInTheDocument()
    expect(bridge.callsOf('attachments.put')).toEqual([{ personId, data: drawnPng }])
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({
      entity: 'infoCheck', body: { signature: { date: '2026-11-23', givenBy: 'SELF', textVersion: '签字说明 2026-1', image: { type: 'image/png' } } },
    }))
    expect(bridge.file.documents[0]?.body?.signature).not.toHaveProperty('paperLocation')
  })

  it('can go to paper instead, by keyboard alone', async () => {
    const { user } = await openStep(1)
    await fillInfoCheck(user)
    screen.getByRole('button', { name: '在屏上签' }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('button', { name: '签好了' })).toHaveFocus())
    screen.getByRole('button', { name: '签在纸上' }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(part('signature.paperLocation').querySelector('input')).toHaveFocus())
  })

  it('falls away with its question', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await user.click(screen.getByRole('button', { name: '在屏上签' }))
    act(() => drawOn(screen.getByRole('img', { name: /签名的地方/ })))
    await user.click(screen.getByRole('button', { name: '签好了' }))
    await screen.findByText('已经在屏上签了')
    await choose(user, 'method', '电话')
    await user.upload(chooser(), photo())
    await screen.findByRole('button', { name: '看大图：照片' })
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]?.entity).toBe('infoCheck'))
    expect(bridge.file.documents[0]?.body).not.toHaveProperty('signature')
  })
})

it('axe finds nothing wrong with the open pad and a list of photos', async () => {
  const { user, container } = await openStep(1)
  await user.upload(chooser(), photo())
  await screen.findByRole('button', { name: '看大图：照片' })
  await user.click(screen.getByRole('button', { name: '在屏上签' }))
  const { violations } = await axe.run(container.querySelector('.record-group:last-of-type') as Element, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})

it('a photo keeps its shape and is never made larger', () => {
  expect(scaled(4000, 3000)).toEqual({ width: 1600, height: 1200 })
  expect(scaled(900, 3200)).toEqual({ width: 450, height: 1600 })
  expect(scaled(800, 600)).toEqual({ width: 800, height: 600 })
})
