import { expect, test } from 'vitest'
import { printPaperPage } from '../../../electron/papers/printPage.ts'
import { serviceBody } from '../../e2e/support/bodies.ts'
import { setUpDesk } from '../store/desk.ts'
import { pagesOf } from './pdfPages.ts'
import { printSite } from './printSite.ts'

const site = printSite()
type Loose = Record<string, never>

test('the plan of a graduate says what is owed, what was done and what became of them, with covered numbers', async () => {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { today, cycleYear } = await desk.get('session.state', {})
  const { row } = await desk.get('persons.create', {
    fields: {
      name: '孙䶮', idNumber: '210199198503140017', sex: '1', birthDate: '1985-03-14', phone: '13900000318', hukouTown: '示范镇', hukouVillage: '前进村', education: '31',
      school: '示范职业学院', major: '会计', graduatedOn: `${String(Number(cycleYear) - 1)}-06-30`,
    } as unknown as Loose,
  })
  const personId = row.id
  const complete = (kind: 'graduatePlan' | 'serviceRecord', body: object) =>
    desk.get('records.complete', { kind, personId, cycleYear, body: body as Loose, replaces: null })
  await complete('graduatePlan', { openedOn: today, responsibleName: '林芳', situation: '上下楼要扶', goal: '在县城做会计', steps: [{ kind: 'POLICY_TALK', on: today, result: '知道求职补贴了' }] })
  const service = await desk.get('records.prefill', { kind: 'serviceRecord', personId, cycleYear })
  await complete('serviceRecord', { ...service.body, ...serviceBody(today), serviceType: '02' })
  const ports = site.portsFor(async (name, input) => desk.call(name as 'persons.get', input as { personId: string }) as never)
  const printed = await printPaperPage(ports, { paper: 'graduatePlan', args: { personId } }, { landscape: false })
  if (!printed.ok) throw new Error(printed.error.message)
  const text = (await pagesOf(printed.value.bytes)).map((page) => page.text).join('')
  for (const words of ['一人一策', '孙䶮', '示范职业学院', '会计', '做了2项，共6项', '职业指导', '技能培训或就业见习', '知道求职补贴了', '继续服务', '还没有定', '本人签字', '2101']) {
    expect(text.replaceAll(' ', '')).toContain(words)
  }
  expect(text).not.toContain('210199198503140017')
  expect(text).not.toContain('13900000318')
  expect(text).not.toMatch(/undefined|null|\[object|[A-Z_]{4,}/)
  expect(site.complaints).toEqual([])
})
