import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from '../build/build.ts'
import { root } from '../setup/paths.mjs'
import { startCounty } from '../../test/e2e/support/county.ts'
import { createWalker } from './walker.ts'
import { officeLooksAround, officePacks } from './rounds.ts'
import { countyReceives, officeBegins, officeImports, officePrints, officeWorks, secondDevice } from './chapters.ts'

/**
 * The main job from end to end, without a display: a roster comes in, ten cases go through the four ones, the county receives them, a second device
 * pulls them, the ledger is printed, the other screens are looked at and papers of a visit come out. Leaves pictures and papers in out/, and a summary in numbers.
 */

const out = join(root, 'out')

async function walk(): Promise<boolean> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(join(out, 'screens'), { recursive: true })
  const walker = createWalker(out)
  const started = Date.now()
  await walker.chapter('Building', () => buildApp(root))
  const county = await walker.chapter('Starting the county server', () => startCounty())
  try {
    const office = await walker.chapter('First run at the county office', () => officeBegins(walker, county))
    const roster = await walker.chapter('Importing the roster', () => officeImports(walker, office))
    const cases = await walker.chapter('Ten cases through the four ones', () => officeWorks(walker, office))
    const sent = await walker.chapter('Sending to the county', () => countyReceives(walker, office))
    const second = await walker.chapter('A second device pulls', () => secondDevice(walker, county, office, cases))
    const ledger = await walker.chapter('Printing the ledger', () => officePrints(walker, office))
    const person = cases[0]?.id ?? ''
    const around = await walker.chapter('A look at the other screens', () => officeLooksAround(walker, office, person))
    const papers = await walker.chapter('Printing a day of visits and a copy for a person', () => officePacks(walker, office, person))
    const complaints = walker.complaints()
    const summary = {
      roster, cases: cases.length, sent, second, ledger, around, papers, screens: walker.screens(), axeViolations: walker.violations(), complaints: complaints.length,
      seconds: Math.round((Date.now() - started) / 1000),
    }
    writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`)
    for (const line of [...complaints, ...walker.violationLines()]) process.stderr.write(`  ${line}\n`)
    return complaints.length === 0 && walker.violations() === 0 && statSync(join(out, 'ledger.pdf')).size > 0 && statSync(join(out, 'ledger.xlsx')).size > 0
  } finally {
    await walker.close()
    await county.stop()
  }
}

const isWhole = await walk().catch((error: unknown) => {
  process.stderr.write(`The walk stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return false
})
process.exitCode = isWhole ? 0 : 1
