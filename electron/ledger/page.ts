import { cycleIn } from '../../db/cycle.ts'
import { ledgerFacts } from '../../db/queries/ledger.ts'
import type { LedgerFacts } from '../../db/queries/ledger.ts'
import type { Store } from '../../db/store.ts'
import { isServiceComplete } from '../../domain/cycle/completion.ts'
import { documentsIn } from '../../domain/cycle/facts.ts'
import { checkOutcome } from '../../domain/cycle/index.ts'
import type { JsonObject } from '../../domain/journal/change.ts'
import { addToSums, emptySums, fourOnesColumns, fourOnesRow, sumCells } from '../../domain/ledger/fourOnes.ts'
import type { LedgerSource } from '../../domain/ledger/types.ts'
import type { PlanCycle } from '../../domain/plan/index.ts'
import type { CapabilityAssessment, DemandRegistration, InfoCheck, Person, ServiceRecord } from '../../domain/records/index.ts'
import type { LedgerInput, LedgerPage } from '../api/schemas/ledger.ts'
import { ProblemError } from '../store/context.ts'
import { needsReason, reasonMissing } from './reason.ts'

export interface LedgerSetting {
  readonly store: Store
  readonly today: string
  readonly countyName: string
}

/** Rows `offset` to `offset + limit` of the ledger with its head and its sums over all rows. */
export function ledgerPage(setting: LedgerSetting, input: LedgerInput, offset: number, limit: number): LedgerPage {
  if (needsReason(input)) throw new ProblemError(reasonMissing)
  const { store, today, countyName } = setting
  const cycle = cycleIn(store.sqlite, input.cycleYear)
  const columns = fourOnesColumns(input.masking)
  const scope = { cycleYear: input.cycleYear, today, ...(input.town === undefined ? {} : { town: input.town }) }
  const rows: string[][] = []
  let sums = emptySums
  for (const facts of ledgerFacts(store, scope)) {
    const source = sourceOf(facts, cycle)
    sums = addToSums(sums, source)
    if (sums.persons > offset && sums.persons <= offset + limit) rows.push(fourOnesRow(source, sums.persons, input.masking))
  }
  const cells = sumCells(sums)
  return {
    title: `${countyName}残疾人就业服务“四个一”台账（${input.cycleYear}年度）`,
    unit: `${countyName}残疾人联合会`,
    period: `${input.cycleYear}年1月1日—${longDate(today.startsWith(input.cycleYear) ? today : `${input.cycleYear}-12-31`)}`,
    filledOn: longDate(today),
    columns,
    total: sums.persons,
    rows,
    sums: sums.persons === 0 ? null : columns.map((column) => cells[column.key] ?? ''),
    unsent: unsentCount(store),
  }
}

/**
 * The check is the newest that counts, since need is its answer, and services are those that count. The document that fulfils another step is the one
 * that its state names; where none does, the latest of its kind.
 */
function sourceOf(facts: LedgerFacts, cycle: PlanCycle): LedgerSource {
  const known = { person: facts.fields, documents: facts.documents }
  const checks = documentsIn(known, 'infoCheck', cycle).filter((check) => checkOutcome(check, cycle) !== 'incomplete')
  const check = checks.findLast((one) => checkOutcome(one, cycle) === 'done') ?? checks.at(-1)
  const ofStep = (step: number, entity: string): JsonObject | null => {
    const counted = facts.steps.find((state) => state.step === step)?.documentId
    const named = facts.documents.find((document) => document.id === counted)
    return (named ?? facts.documents.findLast((document) => document.entity === entity))?.body ?? null
  }
  const isDone = (step: number) => facts.steps.some((state) => state.step === step && state.state === 'done')
  const services = documentsIn(known, 'serviceRecord', cycle).filter(isServiceComplete)
  return {
    person: facts.fields as Partial<Person>,
    infoCheck: (check?.body ?? null) as InfoCheck | null,
    assessment: ofStep(2, 'capabilityAssessment') as CapabilityAssessment | null,
    registration: ofStep(3, 'demandRegistration') as DemandRegistration | null,
    services: services.map((document) => document.body as unknown as ServiceRecord),
    hardshipFlags: facts.flags,
    responsibleName: responsibleOf(facts),
    hasNeed: facts.hasNeed,
    done: { infoCheck: isDone(1), assessment: isDone(2), registration: isDone(3), service: isDone(4) },
  }
}

/** The names that the records carry, latest first, so that paper names who did the work. */
function responsibleOf(facts: LedgerFacts): string | null {
  const names = facts.documents.map(({ body }) => body.staffName ?? body.clerkName ?? body.assessorName ?? body.checkerName)
  const name = names.findLast((candidate) => typeof candidate === 'string')
  return typeof name === 'string' ? name : null
}

function unsentCount(store: Store): number {
  return store.sqlite.prepare("select count(*) from delivery where state in ('pending', 'sealed')").pluck().get() as number
}

function longDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
