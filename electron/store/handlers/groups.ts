import { cycleIn, thresholdsNow } from '../../../db/cycle.ts'
import { commitAction } from '../../../db/journal/commit.ts'
import { householdOf } from '../../../db/queries/file.ts'
import { graduates, groupCounts } from '../../../db/queries/groups.ts'
import { isCode } from '../../../domain/codes/index.ts'
import { dutiesOf, graduatePlanOf, graduateProgress, groupsOn, standingGroups } from '../../../domain/groups/index.ts'
import type { StandingGroup } from '../../../domain/groups/index.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import { addMonths, cycleOf, planFor } from '../../../domain/plan/index.ts'
import type { Plan, PlanCycle } from '../../../domain/plan/index.ts'
import { completeRecord } from '../../../domain/records/index.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import type { HandlersOf, StoreContext } from '../context.ts'
import { knownFile } from '../records/knownFile.ts'
import type { KnownFile } from '../records/knownFile.ts'

const noPerson = { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' }
/** How far ahead one sees who is about to come into a group. */
const monthsAhead = 3

type Body = NonNullable<Output<'groups.ofPerson'>['graduate']>['body']

export const groups: HandlersOf<'groups.ofPerson' | 'groups.confirm' | 'groups.overview'> = {
  'groups.ofPerson': (context, { personId }) => {
    const file = knownFile(context.store, personId)
    if (file === null) return fail(noPerson)
    const today = context.today()
    const { cycle, plan, all } = groupsIn(context, file, today)
    const coming = all.filter(({ from }) => from > today && from <= addMonths(today, monthsAhead))
    return ok({
      on: today,
      cycleYear: cycle.year,
      plan: { zh: plan.zh, en: plan.en, confirmed: plan.confirmed },
      groups: groupsOn(all, today).map((group) => shownGroup(group, file, plan, cycle)),
      coming: coming.map(({ flag, from, because }) => ({ flag, from, because })),
      graduate: graduateOf(file, plan),
    })
  },

  'groups.confirm': (context, { personId, flag, isConfirmed, note }) => {
    const file = knownFile(context.store, personId)
    if (file === null) return fail(noPerson)
    if (!isCode('hardshipFlag', flag)) return fail({ code: 'noSuchGroup', message: '没有这一类，请重新打开这一页' })
    const today = context.today()
    const { cycle } = groupsIn(context, file, today)
    const body = {
      personId, cycleYear: cycle.year, flag, isConfirmed, on: today, byId: context.user.id, byName: context.user.name,
      ...(note === null || note.trim() === '' ? {} : { note: note.trim() }),
    }
    const checked = completeRecord('groupConfirmation', body, { today, lastKnownDate: file.lastEntryOn, cycle })
    if (!checked.ok) {
      const fields = checked.error.map(({ field, message }) => ({ path: field, message }))
      return fail({ code: 'incomplete', message: fields[0]?.message ?? '', fields })
    }
    const saved = commitAction(context.store, { actorId: context.user.id }, [
      { kind: 'create', entity: 'groupConfirmation', entityId: context.deps.newId(), personId, body: checked.value as unknown as JsonObject },
    ])
    context.changed([personId])
    return ok({ actionId: saved.actionId, savedAt: saved.savedAt })
  },

  'groups.overview': (context, { offset, limit }) => {
    const today = context.today()
    const template = planFor(cycleOf(today).year).graduateSteps
    return ok({ on: today, flags: groupCounts(context.store, today), graduates: graduates(context.store, today, template, offset, limit) })
  },
}

function groupsIn(context: StoreContext, file: KnownFile, today: string): { cycle: PlanCycle; plan: Plan; all: StandingGroup[] } {
  const { sqlite } = context.store
  const cycle = cycleIn(sqlite, cycleOf(today).year)
  const household = householdOf(context.store, file.person, today) ?? {}
  return { cycle, plan: planFor(cycle.year), all: standingGroups(file.facts, thresholdsNow(sqlite), household, cycle.year) }
}

function shownGroup(group: StandingGroup, file: KnownFile, plan: Plan, cycle: PlanCycle): Output<'groups.ofPerson'>['groups'][number] {
  const { flag, because, from, until, basis, restsOn, isComputed, isCounted, confirmation } = group
  return {
    flag, because, from, until, basis: [...basis], restsOn, isComputed, isCounted,
    confirmation: confirmation === null ? null : {
      isConfirmed: confirmation.isConfirmed, on: confirmation.on, byName: confirmation.byName, note: confirmation.note, entity: confirmation.entity,
    },
    duties: dutiesOf(flag, file.facts, plan, cycle).map(({ duty, action, done }) => ({
      id: duty.id, words: { zh: duty.zh, en: duty.en }, action, done: done.map((each) => ({ ...each })),
    })),
  }
}

function graduateOf(file: KnownFile, plan: Plan): Output<'groups.ofPerson'>['graduate'] {
  const found = graduatePlanOf(file.facts)
  if (found === null) return null
  const services = file.facts.documents.filter(({ entity }) => entity === 'serviceRecord')
  const progress = graduateProgress(found.body, services, plan.graduateSteps)
  return {
    documentId: found.id, changeId: found.headId ?? null, cycleYear: String(found.body.cycleYear ?? found.on.slice(0, 4)), body: found.body as Body,
    progress: { ...progress, steps: [...progress.steps], counts: progress.counts.map((each) => ({ ...each, kinds: [...each.kinds] })) },
  }
}
