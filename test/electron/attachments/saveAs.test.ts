import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { saveAttachment } from '../../../electron/attachments/saveAs.ts'
import { saveFile } from '../../../electron/main/saveFile.ts'
import { newFolder } from '../folders.ts'
import { setUpDesk } from '../store/desk.ts'
import { pdf } from './pictures.ts'

async function stored() {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { row } = await desk.get('persons.create', { fields: { name: '王淑芬', idNumber: '210199198503140017' } })
  const { hash } = await desk.get('attachments.put', { personId: row.id, data: pdf.toString('base64') })
  const looks = () => desk.ask("select * from view_log where field = 'attachment'")
  return { desk, personId: row.id, hash, looks }
}

it('a stored file is saved as it was, under the name that people gave it, and that is in the log of looks', async () => {
  const { desk, personId, hash, looks } = await stored()
  const asked: string[] = []
  const folder = newFolder()
  const saved = await saveAttachment({
    store: desk, writeFile: saveFile,
    chooseTarget: (name, extension) => (asked.push(`${name}.${extension}`), Promise.resolve(join(folder, '户口本.pdf'))),
  }, { personId, hash, name: '户口本 1/2: "首页"' })
  expect(saved).toEqual({ ok: true, value: { fileName: '户口本.pdf' } })
  expect(asked).toEqual(['户口本 1 2 首页.pdf'])
  expect(readFileSync(join(folder, '户口本.pdf'))).toEqual(pdf)
  expect(looks()).toHaveLength(1)
})

it('nothing is written and nobody has looked when the dialog is closed, or when the file is not here', async () => {
  const { desk, personId, hash, looks } = await stored()
  const closed = { store: desk, writeFile: () => Promise.reject(new Error('written')), chooseTarget: () => Promise.resolve(null) }
  expect(await saveAttachment(closed, { personId, hash, name: '' })).toEqual({ ok: true, value: null })
  expect(await saveAttachment(closed, { personId, hash: 'a'.repeat(64), name: '' })).toMatchObject({ ok: false, error: { code: 'notHere' } })
  expect(looks()).toHaveLength(0)
})
