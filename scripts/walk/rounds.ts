import { statSync } from 'node:fs'
import { join } from 'node:path'
import { valueOf } from '../../test/e2e/support/app.ts'
import type { RunningApp } from '../../test/e2e/support/app.ts'
import { nextFileToSave } from '../../test/e2e/support/job.ts'
import type { Walker } from './walker.ts'

/** The rest of the house: a look at every other screen, and the papers that go out of it. */

const screens = [
  ['planning', '走访安排'], ['duplicates', '疑似重复'], ['groups', '重点人群'], ['review', '审核'], ['second-rating', '第二人评估'], ['settings', '设置'],
] as const
const tabs = ['basics', 'family', 'groups', 'employment', 'exclusions', 'consents', 'rights'] as const

export async function officeLooksAround(walker: Walker, app: RunningApp, personId: string): Promise<{ readonly screens: number }> {
  const { page } = app
  const before = walker.screens()
  const open = (address: string) => page.evaluate((hash) => (location.hash = hash), `#/${address}`)
  for (const [address, title] of screens) {
    await open(address)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await walker.shoot(app, address)
  }
  for (const tab of tabs) {
    await open(`person/${personId}/${tab}`)
    await page.getByRole('tabpanel').waitFor()
    await walker.shoot(app, `person-${tab}`)
  }
  const { rows } = valueOf<{ rows: { id: string }[] }>(
    await app.call('persons.list', { filter: { population: 'target', step: 1 }, sort: 'town', descending: false, offset: 0, limit: 1 }),
  )
  await open(`visit/${rows[0]?.id ?? ''}/1`)
  await page.getByRole('button', { name: /^先停下/ }).waitFor()
  await walker.shoot(app, 'visit')
  await open('today')
  return { screens: walker.screens() - before }
}

/** A day of visits in one village as a pack of sheets, and what a person may take home about themselves. */
export async function officePacks(walker: Walker, app: RunningApp, personId: string) {
  const { today } = valueOf<{ today: string }>(await app.call('session.state', {}))
  const { rows } = valueOf<{ rows: { id: string }[] }>(
    await app.call('persons.list', { filter: { population: 'target', step: 1 }, sort: 'town', descending: false, offset: 0, limit: 8 }),
  )
  valueOf(await app.call('planning.addVisits', { personIds: rows.map(({ id }) => id), on: today }))
  const save = async (paper: string, args: object, name: string) => {
    const file = join(walker.out, name)
    await nextFileToSave(app, file)
    const { pages } = valueOf<{ pages: number }>(await app.call('papers.savePdf', { paper, args }))
    return { pages, bytes: statSync(file).size }
  }
  return {
    dayPack: await save('dayPack', { on: today }, 'day-pack.pdf'),
    ownCopy: await save('ownCopy', { personId, large: true }, 'own-copy.pdf'),
  }
}
