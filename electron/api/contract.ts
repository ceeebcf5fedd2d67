import { z } from 'zod'
import { id, nothing, personRowSchema, roles, savedSchema } from './schemas/common.ts'
import type { ApiProblem, Role } from './schemas/common.ts'
import * as attachments from './schemas/attachments.ts'
import * as countyValues from './schemas/countyValues.ts'
import * as household from './schemas/household.ts'
import * as handOver from './schemas/handOver.ts'
import * as assessment from './schemas/assessment.ts'
import * as duplicates from './schemas/duplicates.ts'
import * as ledger from './schemas/ledger.ts'
import * as ownCopy from './schemas/ownCopy.ts'
import * as papers from './schemas/papers.ts'
import * as persons from './schemas/persons.ts'
import * as planning from './schemas/planning.ts'
import * as records from './schemas/records.ts'
import * as groups from './schemas/groups.ts'
import * as review from './schemas/review.ts'
import * as rights from './schemas/rights.ts'
import * as roster from './schemas/roster.ts'
import * as session from './schemas/session.ts'
import * as sync from './schemas/sync.ts'

/**
 * Everything that the page may ask for. Handlers, preload and the renderer's types derive from this table; the main process checks the sender,
 * the input and the role before anything runs.
 */

interface Method<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I
  readonly output: O
  /** 'anyone': also while locked. */
  readonly roles: readonly Role[] | 'anyone'
  readonly access: 'read' | 'write'
  /** Who runs it: the main process (dialogs, windows, printing) or the store worker. */
  readonly runs: 'main' | 'store'
  /** UTF-16 code units of the input as JSON; left out: what is enough for a form. */
  readonly longest?: number
}

function method<I extends z.ZodType, O extends z.ZodType>(definition: Method<I, O>): Method<I, O> {
  return definition
}

function read<I extends z.ZodType, O extends z.ZodType>(input: I, output: O, allowed: Method<I, O>['roles'] = roles) {
  return method({ input, output, roles: allowed, access: 'read', runs: 'store' })
}

function write<I extends z.ZodType, O extends z.ZodType>(input: I, output: O, allowed: Method<I, O>['roles'] = roles) {
  return method({ input, output, roles: allowed, access: 'write', runs: 'store' })
}

const officeOnly = ['office', 'supervisor'] as const
const fieldWork = ['counsellor', 'office'] as const

export const contract = {
  'session.state': read(nothing, session.sessionStateSchema, 'anyone'),
  'session.counties': read(nothing, session.countiesOutput, 'anyone'),
  'session.setUp': write(session.setUpInput, session.setUpOutput, 'anyone'),
  'session.unlock': write(session.unlockInput, session.sessionStateSchema, 'anyone'),
  'session.recover': write(session.recoverInput, session.sessionStateSchema, 'anyone'),
  'session.lock': write(nothing, session.sessionStateSchema),
  'session.addUser': write(session.addUserInput, session.userCreated, officeOnly),
  'session.changePassword': write(session.changePasswordInput, nothing),
  'settings.get': read(nothing, session.settingsSchema, 'anyone'),
  'settings.set': write(session.settingsPatch, session.settingsSchema, 'anyone'),

  'persons.list': read(persons.listInput, persons.listOutput),
  'persons.search': read(persons.searchInput, persons.searchOutput),
  'persons.places': read(nothing, persons.placesOutput),
  'persons.dashboard': read(nothing, persons.dashboardOutput),
  'persons.today': read(nothing, persons.todayOutput),
  'persons.get': read(z.strictObject({ personId: id }), persons.personFile),
  'persons.reveal': write(persons.revealInput, persons.revealOutput),
  'persons.update': write(persons.updateInput, savedSchema, fieldWork),
  'persons.create': write(persons.createInput, savedSchema.extend({ row: personRowSchema }), fieldWork),
  'persons.assign': write(persons.assignInput, savedSchema, officeOnly),
  /** A person has looked at the paper: the 待核实 mark of the field goes. */
  'persons.verify': write(z.strictObject({ personId: id, field: z.string().max(60) }), savedSchema, fieldWork),
  'persons.asAt': read(household.asAtInput, household.asAtOutput),
  'persons.household': read(household.householdInput, household.householdOutput),
  'persons.joinHousehold': write(household.joinInput, savedSchema, fieldWork),

  'duplicates.list': read(duplicates.duplicatesInput, duplicates.duplicatesOutput, ['office']),
  /** Shows numbers in full, and so is kept in the log of looks. */
  'duplicates.compare': write(duplicates.compareInput, duplicates.compareOutput, ['office']),
  /** 不是同一个人: the pair is not asked about again. */
  'duplicates.dismiss': write(duplicates.pairInput, savedSchema, ['office']),
  'duplicates.merges': read(nothing, duplicates.mergesOutput, ['office']),
  'persons.merge': write(duplicates.mergeInput, duplicates.mergeOutput, ['office']),
  'persons.unmerge': write(z.strictObject({ mergeId: id }), savedSchema, ['office']),
  'persons.erase': write(duplicates.eraseInput, duplicates.eraseOutput, ['office']),
  'persons.erasures': read(nothing, duplicates.erasuresOutput, ['office']),

  'records.prefill': read(records.prefillInput, records.prefillOutput),
  'records.check': read(records.checkInput, records.checkOutput),
  'records.complete': write(records.completeInput, records.completeOutput, fieldWork),
  'records.void': write(records.voidInput, savedSchema, fieldWork),
  'records.versions': read(z.strictObject({ documentId: id }), records.versionsOutput),
  'drafts.get': read(records.draftKey, records.draftOutput),
  'drafts.save': write(records.draftSave, z.strictObject({ savedAt: z.iso.datetime() }), fieldWork),
  'drafts.discard': write(records.draftKey, nothing, fieldWork),
  'attachments.put': { ...write(attachments.putInput, attachments.putOutput, fieldWork), longest: attachments.longestPut },
  'attachments.get': read(attachments.getInput, attachments.getOutput),
  'attachments.save': method({ input: attachments.saveInput, output: attachments.saveOutput, roles: fieldWork, access: 'write', runs: 'main' }),
  /** What a client is shown and asked; also for the counsellor, who chooses before handing over. */
  'handOver.view': read(handOver.viewInput, handOver.viewOutput, fieldWork),
  'handOver.begin': write(handOver.beginInput, session.sessionStateSchema, fieldWork),
  'handOver.decide': write(handOver.decideInput, savedSchema, fieldWork),
  'handOver.sign': write(handOver.signInput, handOver.signOutput, fieldWork),
  'handOver.remark': write(handOver.remarkInput, nothing, fieldWork),
  'handOver.leave': write(handOver.leaveInput, session.sessionStateSchema, fieldWork),
  /** Written down as a look at the whole file. */
  'ownCopy.read': write(ownCopy.ownCopyInput, ownCopy.ownCopyOutput, fieldWork),
  'journal.undo': write(z.strictObject({ actionId: id }), savedSchema, fieldWork),
  'countyValues.get': read(countyValues.getInput, countyValues.getOutput),
  'countyValues.save': write(countyValues.saveInput, savedSchema, ['office']),

  /** Requests of people about their own data that wait for an answer. */
  'rights.open': read(nothing, rights.openOutput),

  'roster.choose': method({ input: nothing, output: roster.chooseOutput, roles: ['office'], access: 'read', runs: 'main' }),
  'roster.preview': method({ input: roster.previewInput, output: roster.previewOutput, roles: ['office'], access: 'read', runs: 'main' }),
  'roster.rows': read(roster.rowsInput, roster.rowsOutput, ['office']),
  'roster.confirm': write(z.strictObject({ importId: id }), roster.confirmOutput, ['office']),
  /** Stops a preview or a confirm that is under way, and forgets the preview. */
  'roster.cancel': write(z.strictObject({ importId: id.nullable() }), nothing, ['office']),
  'roster.imports': read(nothing, roster.importsOutput, ['office']),
  'roster.undo': write(z.strictObject({ actionId: id }), roster.undoOutput, ['office']),

  'sync.status': read(nothing, sync.syncStatus),
  'sync.enrol': write(sync.enrolInput, sync.enrolOutput),
  'sync.now': write(nothing, sync.syncStatus),
  'sync.refused': read(nothing, sync.refusedOutput),
  'sync.resend': write(z.strictObject({ changeIds: z.array(id).min(1).max(1000) }), sync.syncStatus),
  'sync.balance': read(nothing, sync.balanceOutput),

  'assessment.drawn': read(nothing, assessment.drawnOutput),
  /** Blind: nothing of the first answers. */
  'assessment.toRate': read(assessment.toRateInput, assessment.toRateOutput, fieldWork),
  'assessment.agreement': read(nothing, assessment.agreementOutput, officeOnly),

  'ledger.page': read(ledger.ledgerPageInput, ledger.ledgerPage),
  'ledger.savePdf': method({ input: ledger.ledgerInput, output: ledger.savedFile, roles, access: 'write', runs: 'main' }),
  'ledger.saveXlsx': method({ input: ledger.ledgerInput, output: ledger.savedFile, roles, access: 'write', runs: 'main' }),
  'papers.savePdf': method({ input: papers.paperInput, output: papers.savedPaper, roles, access: 'write', runs: 'main' }),

  'planning.agenda': read(nothing, planning.agendaOutput),
  'planning.reminder': write(planning.reminderInput, nothing),
  'planning.villages': read(planning.villagesInput, planning.villagesOutput, fieldWork),
  'planning.village': read(planning.villageInput, planning.villageOutput, fieldWork),
  'planning.days': read(nothing, planning.daysOutput, fieldWork),
  'planning.day': read(planning.dayInput, planning.dayOutput, fieldWork),
  'planning.addVisits': write(planning.addVisitsInput, planning.addVisitsOutput, fieldWork),
  'planning.moveVisits': write(planning.moveVisitsInput, savedSchema, fieldWork),
  'planning.orderVisits': write(planning.orderVisitsInput, savedSchema, fieldWork),
  'planning.dropVisits': write(planning.dropVisitsInput, savedSchema, fieldWork),
  /** A write: whose telephone numbers went onto paper is kept in the log of looks. */
  'planning.dayPack': write(planning.dayInput, planning.dayPackOutput, fieldWork),
  'planning.openSheet': read(planning.openSheetInput, planning.openSheetOutput),

  'groups.ofPerson': read(groups.ofPersonInput, groups.ofPersonOutput),
  'groups.confirm': write(groups.confirmInput, savedSchema, fieldWork),
  'groups.overview': read(groups.overviewInput, groups.overviewOutput),
  'review.list': read(review.reviewListInput, review.reviewListOutput),
  'review.counts': read(nothing, review.reviewCounts),
  'review.submit': write(review.submitInput, review.actOutput, fieldWork),
  'review.decide': write(review.decideInput, review.actOutput, officeOnly),
  'review.ofPerson': read(z.strictObject({ personId: id }), review.reviewOfPersonOutput),
} as const

export type Contract = typeof contract
export type MethodName = keyof Contract
export type Input<M extends MethodName> = z.input<Contract[M]['input']>
export type Output<M extends MethodName> = z.output<Contract[M]['output']>
export type Answer<M extends MethodName> =
  | { readonly ok: true; readonly value: Output<M> }
  | { readonly ok: false; readonly error: ApiProblem }

/** What the worker tells the page unasked. `task` names a long job; `unit` is a word for people (行, 人, 条). */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), task: z.enum(['preview', 'confirm', 'undo', 'ledger', 'paper', 'rebuild', 'migrate', 'sync']), done: z.number(), total: z.number().nullable(), unit: z.string() }),
  z.strictObject({ type: z.literal('sync'), status: sync.syncStatus }),
  z.strictObject({ type: z.literal('changed'), personIds: z.array(id).max(200), all: z.boolean() }),
  z.strictObject({ type: z.literal('session'), state: session.sessionStateSchema }),
])
export type AppEvent = z.infer<typeof eventSchema>

/** What the preload puts on `window`. */
export interface Bridge {
  call<M extends MethodName>(name: M, input: Input<M>): Promise<Answer<M>>
  /** Returns the function that stops listening. */
  listen(onEvent: (event: AppEvent) => void): () => void
}
