import { cycleIn } from '../../db/cycle.ts'
import { personFile } from '../../db/queries/file.ts'
import { logReveal } from '../../db/queries/journalLists.ts'
import type { VisitOnDay } from '../../db/queries/planning.ts'
import { codeLabel } from '../../domain/codes/index.ts'
import type { CodeTableId } from '../../domain/codes/index.ts'
import { caseOf, employmentStateOn } from '../../domain/cycle/index.ts'
import type { Json } from '../../domain/journal/change.ts'
import { ageOn } from '../../domain/plan/index.ts'
import { openPlacement } from '../../domain/planning/placement.ts'
import { blocksOf, openOnSheet } from '../../domain/planning/sheet.ts'
import { sheetCode } from '../../domain/planning/sheetCode.ts'
import type { SheetStep } from '../../domain/planning/sheetCode.ts'
import { maskAddress, maskIdNumber, maskPhone } from '../../domain/privacy/index.ts'
import { missingOf } from '../../domain/records/index.ts'
import type { Sheet } from '../api/schemas/planning.ts'
import type { StoreContext } from './context.ts'
import { nameOf } from './actors.ts'

type Fields = { readonly [field: string]: Json }

/** The sheet of one planned visit. Telephones stand on it in full, as on every paper for inside; that somebody took them along is kept in the log of looks. */
export function sheetOf(context: StoreContext, visit: VisitOnDay): Sheet | null {
  const today = context.today()
  const file = personFile(context.store, visit.row.id, today, nameOf(context))
  if (file === null) return null
  const cycle = cycleIn(context.store.sqlite, today.slice(0, 4))
  const { fields, facts, row } = file
  const state = caseOf(facts, cycle)
  const placement = openPlacement(facts, cycle.thresholds.placementCheckMonths)
  const duePlacement = placement?.next != null && placement.next.dueOn <= visit.on ? placement : null
  const next = state.steps.find((step) => step.step === state.nextStep)
  const code = sheetCode(row.id, duePlacement !== null ? 5 : ((next?.no ?? 0) satisfies SheetStep))
  const phones = phonesOf(fields)
  if (phones.length > 0) logReveal(context.store, { actorId: context.user.id, personId: row.id, field: 'phone', reason: `走访单 ${visit.on}` })
  return {
    personId: row.id, code, name: row.name,
    who: whoIs(fields, today),
    idNumberMasked: typeof fields.idNumber === 'string' ? maskIdNumber(fields.idNumber, 'SCREEN') : '',
    phones,
    place: maskAddress(homeOf(fields), 'INTERNAL'),
    town: row.town ?? '', village: row.village ?? '',
    groups: file.groups.map(({ flag }) => codeLabel('hardshipFlag', flag)),
    open: openOnSheet(state, duePlacement, state.followUpOn !== null && state.followUpOn <= visit.on ? state.followUpOn : null, today),
    known: knownOf(file.documents, { ...fields, employmentState: employmentStateOn(facts, today) }, today.slice(0, 4)),
    missing: state.steps[0].state === 'due' ? missingOf(fields, today).map(({ field }) => field) : [],
    blocks: blocksOf(state, duePlacement) as Sheet['blocks'],
    purpose: visit.purpose,
  }
}

function whoIs(fields: Fields, today: string): string {
  const disability = [labelOf('category', fields.disabilityCategory), labelOf('grade', fields.disabilityGrade)].filter((part) => part !== null).join(' ')
  const age = typeof fields.birthDate === 'string' ? `${String(ageOn(fields.birthDate, today))} 岁` : null
  return [labelOf('sex', fields.sex), age, disability === '' ? null : disability].filter((part) => part !== null).join('　')
}

function phonesOf(fields: Fields): string[] {
  const own = typeof fields.phone === 'string' ? [maskPhone(fields.phone, 'INTERNAL') ?? ''] : []
  const contact = typeof fields.contactPhone === 'string'
    ? [`${[fields.contactName, labelOf('relation', fields.contactRelation)].filter((part) => typeof part === 'string').join(' ') || '联系人'} ${maskPhone(fields.contactPhone, 'INTERNAL') ?? ''}`]
    : []
  return [...own, ...contact]
}

/** Where the person lives; where that is not known, where they are registered. */
function homeOf(fields: Fields) {
  const text = (field: string) => (typeof fields[field] === 'string' ? fields[field] : undefined)
  return text('residenceTown') === undefined
    ? { town: text('hukouTown'), village: text('hukouVillage'), address: text('hukouAddress') }
    : { town: text('residenceTown'), village: text('residenceVillage'), address: text('residenceAddress') }
}

/** So much is known that nobody needs to ask again; the newest record of each kind. */
function knownOf(documents: readonly { readonly entity: string; readonly on: string | null; readonly voided: boolean; readonly body: { readonly [field: string]: Json } | null }[], fields: Fields, year: string): Sheet['known'] {
  const newest = (entity: string) => documents.find((document) => document.entity === entity && !document.voided && document.body !== null)
  const said = [
    ['文化程度', labelOf('education', fields.education)],
    ['沟通方式', Array.isArray(fields.communicationModes) ? fields.communicationModes.map((mode) => codeLabel('communicationMode', String(mode))).join('、') : null],
    ['生活自理', labelOf('selfCare', fields.selfCare)],
    ['监护人', typeof fields.guardianName === 'string' ? fields.guardianName : null],
    ['就业状况', labelOf('employmentState', fields.employmentState)],
  ] as const
  const registration = newest('demandRegistration')
  const intentions = Array.isArray(registration?.body?.intentions) ? (registration.body.intentions as { [field: string]: Json }[]) : []
  const wants = intentions.map((one) => (typeof one.jobTitle === 'string' ? one.jobTitle : labelOf('jobFamily', one.family) ?? labelOf('occupationMajor', one.occupationCode))).filter((text) => text !== null)
  const service = newest('serviceRecord')
  const last = typeof service?.body?.content === 'string' ? `${dayIn(year, service.on ?? '')} ${service.body.content}` : null
  return [...said, ['想做的工作', wants.length === 0 ? null : wants.join('、')] as const, ['上次服务', last] as const]
    .flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value: String(value) }]))
}

/** A day of another year is said with its year. */
function dayIn(year: string, day: string): string {
  return day.startsWith(year) ? day.slice(5) : day
}

function labelOf(table: CodeTableId, value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? codeLabel(table, value) : null
}
