import { saveDraft } from '../../../db/drafts.ts'
import { commitAction } from '../../../db/journal/commit.ts'
import type { Intent } from '../../../db/journal/commit.ts'
import { documentById } from '../../../db/queries/file.ts'
import { consentPlaces, noticeByVersion, signedStatement, standingOf } from '../../../domain/consent/index.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import { consentStands } from '../../../domain/records/index.ts'
import { fail, ok } from '../../../domain/result.ts'
import { shelfOf } from '../../attachments/index.ts'
import type { Output } from '../../api/contract.ts'
import type { HandOverView } from '../../api/schemas/handOver.ts'
import type { HandlersOf, StoreContext } from '../context.ts'
import { handOverView, signable } from '../records/handOverView.ts'
import { checkDraft } from '../records/completion.ts'
import { knownFile, standingDocuments } from '../records/knownFile.ts'
import { openDraft } from '../records/openDraft.ts'

/** What a client sees and settles while the screen is with them. It lands where the counsellor's forms look for it: consents in the file, the signature in the open drafts. */

const noPerson = { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' }
const notHanded = { code: 'notHandedOver', message: '屏幕没有交给本人，什么都没有改。请先把屏幕交给本人' }
const otherText = { code: 'otherText', message: '告知的文字换过了，请关掉四个一再打开，念新的给本人听' }
const notStored = { code: 'notStored', message: '签名没有存好，请再签一次' }

export const handOver: HandlersOf<'handOver.view' | 'handOver.begin' | 'handOver.decide' | 'handOver.sign' | 'handOver.remark' | 'handOver.leave'> = {
  'handOver.view': (context, { personId, cycleYear }) => {
    const view = handOverView(context, personId, cycleYear)
    return view === null ? fail(noPerson) : ok({ ...view, done: [...context.session.handOverDone(personId)] } as Output<'handOver.view'>)
  },

  'handOver.begin': (context, { paperLocation, ...state }) => {
    if (knownFile(context.store, state.personId) === null) return fail(noPerson)
    return ok(context.session.beginHandOver(state, paperLocation))
  },

  'handOver.decide': (context, { personId, purpose, decision, textVersion, givenBy, guardianName, proof }) => {
    const turn = context.session.handOver()
    if (turn?.state.personId !== personId) return fail(notHanded)
    const file = knownFile(context.store, personId)
    if (file === null) return fail(noPerson)
    const notice = noticeByVersion(purpose, textVersion)
    if (notice === null) return fail(otherText)
    if (proof !== null && proof !== 'paper' && !shelfOf(context).has(personId, proof.hash)) return fail(notStored)
    const today = context.today()
    const draft: JsonObject = {
      purpose, decision, textVersion, givenBy, scopeFields: [...notice.scopeFields], givenAt: today,
      form: proof === 'paper' ? 'PAPER' : 'SIGN_PAD',
      ...(guardianName === null ? {} : { guardianName }),
      ...(proof === 'paper' ? { paperLocation: turn.paperLocation } : proof === null ? {} : { evidence: proof.hash }),
    }
    const checked = checkDraft(context, file, 'consent', turn.state.cycleYear, draft)
    if (!checked.ok) {
      const fields = checked.error.map(({ field, message }) => ({ path: field, message }))
      return fail({ code: 'incomplete', message: fields[0]?.message ?? '', fields })
    }
    const documentId = context.deps.newId()
    const { actionId, savedAt } = commitAction(context.store, { actorId: context.user.id }, [
      { kind: 'create', entity: 'consent', entityId: documentId, personId, body: checked.value },
      ...(decision === 'DECLINED' ? withdrawals(context, personId, purpose, today) : []),
    ])
    placeInDraft(context, personId, purpose, decision === 'GIVEN' ? documentId : null)
    context.session.settled({ matter: purpose, outcome: decision === 'GIVEN' ? 'given' : 'declined' })
    context.changed([personId])
    return ok({ actionId, savedAt })
  },

  'handOver.sign': (context, { personId, givenBy, guardianName, proof }) => {
    const turn = context.session.handOver()
    if (turn?.state.personId !== personId) return fail(notHanded)
    if (proof !== 'paper' && !shelfOf(context).has(personId, proof.hash)) return fail(notStored)
    if (givenBy === 'GUARDIAN' && (guardianName ?? '') === '') {
      return fail({ code: 'incomplete', message: '监护人签的，请写上监护人的名字', fields: [{ path: 'guardianName', message: '监护人签的，请写上监护人的名字' }] })
    }
    const signature: JsonObject = {
      date: context.today(), givenBy, textVersion: signedStatement.version,
      ...(guardianName === null ? {} : { guardianName }),
      ...(proof === 'paper' ? { paperLocation: turn.paperLocation } : { image: { ...proof } }),
    }
    const kinds = signable(context.store, personId)
    for (const kind of kinds) editDraft(context, kind, personId, { signature })
    context.session.settled({ matter: 'sign', outcome: proof === 'paper' ? 'paper' : 'signed' })
    context.changed([personId])
    return ok({ savedAt: context.deps.now(), kinds })
  },

  'handOver.remark': (context, { personId, matter, isRight }) => {
    if (context.session.handOver()?.state.personId !== personId) return fail(notHanded)
    context.session.settled({ matter, outcome: isRight ? 'seen' : 'wrong' })
    return ok({})
  },

  'handOver.leave': (context, { password }) => context.session.endHandOver(password),
}

/** A no takes every standing yes to the same question back. */
function withdrawals(context: StoreContext, personId: string, purpose: HandOverView['consents'][number]['purpose'], on: string): Intent[] {
  const file = knownFile(context.store, personId)
  const consents = file === null ? [] : standingDocuments(file).filter(({ entity }) => entity === 'consent')
  if (standingOf(purpose, consents).state !== 'given') return []
  return consents.flatMap(({ id, body }): Intent[] => {
    const head = body.purpose === purpose && consentStands(body) ? documentById(context.store, id)?.headId : null
    if (head === null || head === undefined) return []
    return [{ kind: 'succeed', entity: 'consent', entityId: id, personId, body: { ...body, withdrawnAt: on }, replaces: head }]
  })
}

function placeInDraft(context: StoreContext, personId: string, purpose: HandOverView['consents'][number]['purpose'], documentId: string | null): void {
  const place = consentPlaces[purpose]
  if (place !== undefined) editDraft(context, place.kind, personId, { [place.field]: documentId })
}

/** The open draft of a record not yet made, where there is one. A form that is not begun finds consents in the file. */
function editDraft(context: StoreContext, kind: string, personId: string, fields: JsonObject): void {
  const key = { kind, personId, documentId: null }
  const draft = openDraft(context.store, key)
  if (draft !== null) saveDraft(context.store, key, { ...draft.body, ...fields }, draft.field)
}
