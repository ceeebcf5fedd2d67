import { expect, test } from 'vitest'
import type { Output } from '../../../electron/api/contract.ts'
import { printPaperPage } from '../../../electron/papers/printPage.ts'
import { assessmentBody, consentBody, infoCheckBody, registrationBody, serviceBody } from '../../e2e/support/bodies.ts'
import { png } from '../attachments/pictures.ts'
import { setUpDesk } from '../store/desk.ts'
import { pagesOf } from './pdfPages.ts'
import { printSite } from './printSite.ts'

const site = printSite()
const number = '210199198503140017'
type Loose = Record<string, never>
type Copy = Output<'ownCopy.read'>

/** A person whose four ones are done, read from a real store. */
async function copyOfSomebody(): Promise<{ copy: Copy; looks: unknown[]; again: Copy }> {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { today, cycleYear } = await desk.get('session.state', {})
  const { row } = await desk.get('persons.create', {
    fields: { name: '王淑芬', idNumber: number, sex: '1', birthDate: '1985-03-14', phone: '13900000318', hukouTown: '示范镇', hukouVillage: '前进村', disabilityCategory: '4', disabilityGrade: '3' },
  })
  const personId = row.id
  const image = await desk.get('attachments.put', { personId, data: png.toString('base64') })
  const complete = async (kind: 'infoCheck' | 'demandRegistration' | 'serviceRecord' | 'consent' | 'capabilityAssessment', body: object) => {
    const prefill = await desk.get('records.prefill', { kind, personId, cycleYear })
    return desk.get('records.complete', { kind, personId, cycleYear, body: { ...prefill.body, ...body } as unknown as Loose, replaces: null })
  }
  await complete('infoCheck', { ...infoCheckBody(today), signature: { date: today, givenBy: 'SELF', textVersion: '签字说明 2026-1', image } })
  const consent = await complete('consent', consentBody(today, 'ASSESSMENT'))
  await complete('consent', { purpose: 'PHOTO', decision: 'DECLINED', scopeFields: ['照片'], textVersion: '拍照告知 2026-1', form: 'SIGN_PAD', givenBy: 'SELF', givenAt: today })
  await complete('capabilityAssessment', assessmentBody(today, consent.documentId))
  await complete('demandRegistration', registrationBody(today))
  await complete('serviceRecord', serviceBody(today))
  const plain = (kind: 'graduatePlan' | 'hardshipCert', body: object) => desk.get('records.complete', { kind, personId, cycleYear, body: body as Loose, replaces: null })
  await plain('hardshipCert', { category: 'DISABLED', certNo: '困 2026-0117', certifiedOn: today, org: '示例县人社局' })
  await plain('graduatePlan', { openedOn: today, responsibleName: '佟立新', goal: '做会计', steps: [{ kind: 'GUIDANCE', on: today, result: '说清了想法' }], outcome: 'STUDY', outcomeOn: today })
  await desk.get('groups.confirm', { personId, flag: 'LANDLESS', isConfirmed: true, note: null })
  await desk.get('persons.reveal', { personId, field: 'phone' })
  const copy = await desk.get('ownCopy.read', { personId })
  const again = await desk.get('ownCopy.read', { personId })
  return { copy, again, looks: desk.ask("select reason from view_log where field = 'ownCopy'") }
}

function print(copy: Copy, large: boolean) {
  const ports = site.portsFor((name) => {
    if (name === 'session.state') return { ok: true, value: { current: { name: '佟立新' } } }
    if (name === 'attachments.get') return { ok: true, value: { type: 'image/png', data: png.toString('base64') } }
    return { ok: true, value: copy }
  })
  return printPaperPage(ports, { paper: 'ownCopy', args: { personId: copy.documents[0]?.id ?? '', large } }, { landscape: false })
}

test('the copy says everything of the file in words, with whole numbers, page by page', async () => {
  const { copy } = await copyOfSomebody()
  const printed = await print(copy, false)
  if (!printed.ok) throw new Error(printed.error.message)
  const pages = await pagesOf(printed.value.bytes)
  const text = pages.map((page) => page.text).join('')
  for (const words of ['本人信息副本', '王淑芬', number, '13900000318', '示范镇', '肢体', '职业能力评估', '就业需求登记', '做职业能力评估', '不同意', '看了电话', '完成基础信息核对', '示例县', '困2026-0117', '示例县人社局', '职业指导说清了想法', '升学', '失地农民']) expect(text).toContain(words)
  for (const [at, page] of pages.entries()) {
    expect(page.text).toContain(`第${String(at + 1)}页共${String(pages.length)}页`)
    expect(page.text).toContain('打印：佟立新')
    expect(page.size).toEqual([595, 842])
  }
  // No code and no name of a field ever reaches the paper.
  expect(text.replaceAll(/ICFVR-LN-\d/g, '')).not.toMatch(/[A-Z_]{4,}|undefined|null|\[object|[a-z]{3,}[A-Z]/)
  expect(site.complaints).toEqual([])
})

test('what another file of the same person says is on the copy as well', async () => {
  const { copy } = await copyOfSomebody()
  const printed = await print({ ...copy, joined: [{ name: '王淑芳', idNumber: '210199198503140097' }] }, false)
  if (!printed.ok) throw new Error(printed.error.message)
  const text = (await pagesOf(printed.value.bytes)).map((page) => page.text).join('')
  for (const words of ['并到一起的另一份档案', '王淑芳', '210199198503140097']) expect(text).toContain(words)
})

test('large print is larger, so that there are more pages of the same words', async () => {
  const { copy } = await copyOfSomebody()
  const [small, large] = [await print(copy, false), await print(copy, true)]
  if (!small.ok || !large.ok) throw new Error('not printed')
  expect(large.value.pages).toBeGreaterThan(small.value.pages)
})

test('whoever takes a copy is in the log of looks, and in the next copy', async () => {
  const { looks, copy, again } = await copyOfSomebody()
  expect(looks).toEqual([{ reason: '本人信息副本' }, { reason: '本人信息副本' }])
  expect(copy.looks.map(({ field }) => field)).toEqual(['phone'])
  expect(again.looks.map(({ field }) => field)).toEqual(['ownCopy', 'phone'])
})
