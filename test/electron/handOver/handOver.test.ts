import { describe, expect, it } from 'vitest'
import { consentPurposes, noticeOf, signedStatement } from '../../../domain/consent/index.ts'
import { contract } from '../../../electron/api/contract.ts'
import type { AppEvent, Input, MethodName } from '../../../electron/api/contract.ts'
import { createCalls } from '../../../electron/main/calls.ts'
import type { MainHandlers } from '../../../electron/main/calls.ts'
import { mainMethods } from '../../../electron/store/context.ts'
import { handOverMethods } from '../../../electron/store/handOver.ts'
import { assessmentBody, infoCheckBody, registrationBody } from '../../e2e/support/bodies.ts'
import { png } from '../attachments/pictures.ts'
import { openDesk, password, setUpDesk } from '../store/desk.ts'
import type { Desk } from '../store/desk.ts'

type Loose = Record<string, never>
const number = '210199198503140017'
const otherId = '01890a5d-ac96-774b-bcce-b302099a8057'
const self = { givenBy: 'SELF', guardianName: null } as const

async function withPerson(fields: object = {}) {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { today, cycleYear } = await desk.get('session.state', {})
  const { row } = await desk.get('persons.create', {
    fields: { name: '王淑芬', idNumber: number, sex: '2', birthDate: '1985-03-14', phone: '13900000318', hukouTown: '示范镇', notes: '邻居说家里有事', ...fields },
  })
  return { desk, today, cycleYear, personId: row.id }
}

async function handOver(desk: Desk, personId: string, cycleYear: string, matters: Input<'handOver.begin'>['matters'] = ['file', 'ASSESSMENT', 'sign']) {
  return desk.get('handOver.begin', { personId, cycleYear, matters, paperLocation: '走访文件夹' })
}

const signature = async (desk: Desk, personId: string) => desk.get('attachments.put', { personId, data: png.toString('base64') })
const decide = (desk: Desk, personId: string, change: Partial<Input<'handOver.decide'>> = {}) =>
  desk.call('handOver.decide', { personId, purpose: 'ASSESSMENT', decision: 'GIVEN', textVersion: noticeOf('ASSESSMENT').version, ...self, proof: 'paper', ...change })
const consentsOf = async (desk: Desk, personId: string) =>
  (await desk.get('persons.get', { personId })).documents.filter(({ entity }) => entity === 'consent').map(({ body }) => body)

describe('while the screen is with the client', () => {
  it('every method is refused but those of the hand-over, whatever its input', async () => {
    const { desk, cycleYear, personId } = await withPerson()
    const state = await handOver(desk, personId, cycleYear)
    expect(state).toMatchObject({ state: 'unlocked', handOver: { personId, matters: ['file', 'ASSESSMENT', 'sign'] } })
    for (const name of Object.keys(contract) as MethodName[]) {
      const answer = await desk.raw(name, name === 'session.lock' ? 7 : {})
      const isRefused = !answer.ok && answer.error.code === 'handedOver'
      expect([name, isRefused]).toEqual([name, !handOverMethods.includes(name)])
    }
    expect(await desk.call('persons.get', { personId })).toMatchObject({ ok: false, error: { code: 'handedOver' } })
  })

  it('nobody else can be reached by the methods that are left', async () => {
    const { desk, cycleYear, personId } = await withPerson()
    const { row } = await desk.get('persons.create', { fields: { name: '王明', idNumber: '210199199001010014' } })
    await handOver(desk, personId, cycleYear)
    for (const id of [row.id, otherId]) {
      expect(await desk.call('handOver.view', { personId: id, cycleYear })).toMatchObject({ ok: false, error: { code: 'handedOver' } })
      expect(await decide(desk, id)).toMatchObject({ ok: false, error: { code: 'handedOver' } })
      expect(await desk.call('attachments.put', { personId: id, data: png.toString('base64') })).toMatchObject({ ok: false, error: { code: 'handedOver' } })
    }
    expect(await desk.call('handOver.view', { personId, cycleYear })).toMatchObject({ ok: true })
  })

  it('the view holds nothing of anybody else and no whole number', async () => {
    const { desk, cycleYear, personId } = await withPerson({ contactName: '王大山', contactPhone: '13900000555' })
    await handOver(desk, personId, cycleYear)
    const text = JSON.stringify(await desk.get('handOver.view', { personId, cycleYear }))
    for (const secret of [number, '13900000318', '13900000555', '王大山', '邻居说家里有事']) expect(text).not.toContain(secret)
    expect(text).toContain('王淑芬')
  })

  it('only the password of whoever handed over leads back; wrong tries wait', async () => {
    const { desk, cycleYear, personId } = await withPerson()
    await handOver(desk, personId, cycleYear)
    for (let i = 0; i < 5; i += 1) expect(await desk.call('handOver.leave', { password: 'not-the-one' })).toMatchObject({ ok: false, error: { code: 'wrongPassword' } })
    expect(await desk.call('handOver.leave', { password })).toMatchObject({ ok: false, error: { code: 'wait' } })
    expect((await desk.get('session.state', {})).handOver).not.toBeNull()
    expect(await desk.call('persons.dashboard', {})).toMatchObject({ ok: false, error: { code: 'handedOver' } })
  })

  it('the right password leads back to the same person at work', async () => {
    const { desk, cycleYear, personId } = await withPerson()
    await handOver(desk, personId, cycleYear)
    expect(await desk.get('handOver.leave', { password })).toMatchObject({ state: 'unlocked', handOver: null })
    expect(await desk.call('persons.get', { personId })).toMatchObject({ ok: true })
  })

  it('a lock ends the turn, and unlocking asks for the password as ever', async () => {
    const { desk, cycleYear, personId } = await withPerson()
    await handOver(desk, personId, cycleYear)
    expect(await desk.call('session.unlock', { userId: desk.userId, password })).toMatchObject({ ok: false, error: { code: 'handedOver' } })
    expect(await desk.get('session.lock', {})).toMatchObject({ state: 'locked', handOver: null })
    expect(await desk.get('session.unlock', { userId: desk.userId, password })).toMatchObject({ state: 'unlocked', handOver: null })
  })

  it('a program that was ended meanwhile comes back locked', async () => {
    const { desk, cycleYear, personId } = await withPerson()
    await handOver(desk, personId, cycleYear)
    desk.close()
    expect(await openDesk({ folder: desk.folder }).get('session.state', {})).toMatchObject({ state: 'locked', handOver: null })
  })
})

describe('a consent that the client gives', () => {
  it('stands in the file with the text that was shown and the signature, and in the draft that waits for it', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    const key = { kind: 'capabilityAssessment', personId, documentId: null } as const
    await desk.get('drafts.save', { ...key, body: { place: '家里' } as unknown as Loose, field: 'place' })
    await handOver(desk, personId, cycleYear)
    const image = await signature(desk, personId)
    expect(await decide(desk, personId, { proof: image })).toMatchObject({ ok: true })
    expect((await desk.get('handOver.view', { personId, cycleYear })).done).toEqual([{ matter: 'ASSESSMENT', outcome: 'given' }])
    await desk.get('handOver.leave', { password })
    expect(await consentsOf(desk, personId)).toMatchObject([{
      purpose: 'ASSESSMENT', decision: 'GIVEN', form: 'SIGN_PAD', evidence: image.hash, givenBy: 'SELF', givenAt: today, textVersion: noticeOf('ASSESSMENT').version,
      scopeFields: noticeOf('ASSESSMENT').scopeFields,
    }])
    const draft = await desk.get('drafts.get', key)
    expect(draft).toMatchObject({ field: 'place', body: { place: '家里' } })
    const consentId = String(draft?.body.consentId)
    const body = { ...(await desk.get('records.prefill', { kind: 'capabilityAssessment', personId, cycleYear })).body, ...assessmentBody(today, consentId) } as unknown as Loose
    expect(await desk.call('records.complete', { kind: 'capabilityAssessment', personId, cycleYear, body, replaces: null })).toMatchObject({ ok: true })
  })

  it('may be signed on paper, which goes where the counsellor said', async () => {
    const { desk, cycleYear, personId } = await withPerson()
    await handOver(desk, personId, cycleYear, ['SHARE_EMPLOYER'])
    await decide(desk, personId, { purpose: 'SHARE_EMPLOYER', textVersion: noticeOf('SHARE_EMPLOYER').version })
    await desk.get('handOver.leave', { password })
    expect(await consentsOf(desk, personId)).toMatchObject([{ form: 'PAPER', paperLocation: '走访文件夹' }])
  })

  it('is one purpose each: no purpose carries another', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    await handOver(desk, personId, cycleYear, [...consentPurposes])
    await decide(desk, personId, { purpose: 'PHOTO', textVersion: noticeOf('PHOTO').version })
    const { consents } = await desk.get('handOver.view', { personId, cycleYear })
    expect(consents.filter(({ state }) => state === 'given')).toEqual([{ purpose: 'PHOTO', state: 'given', on: today }])
  })

  it('is not taken with a text that was never shown, a signature that is not here, or outside of a hand-over', async () => {
    const { desk, cycleYear, personId } = await withPerson()
    expect(await decide(desk, personId)).toMatchObject({ ok: false, error: { code: 'notHandedOver' } })
    await handOver(desk, personId, cycleYear)
    expect(await decide(desk, personId, { textVersion: '别的告知' })).toMatchObject({ ok: false, error: { code: 'otherText' } })
    expect(await decide(desk, personId, { proof: { hash: 'e'.repeat(64), size: 3, type: 'image/png' } })).toMatchObject({ ok: false, error: { code: 'notStored' } })
    expect(await decide(desk, personId, { proof: null })).toMatchObject({ ok: false, error: { code: 'incomplete' } })
  })

  it('is the guardian’s where the file says so', async () => {
    const { desk, cycleYear, personId } = await withPerson({ legalCapacity: 'LIMITED', guardianName: '王大山' })
    await handOver(desk, personId, cycleYear)
    expect(await desk.get('handOver.view', { personId, cycleYear })).toMatchObject({ needsGuardian: true, guardianName: '王大山' })
    expect(await decide(desk, personId)).toMatchObject({ ok: false, error: { fields: [{ path: 'givenBy' }] } })
    expect(await decide(desk, personId, { givenBy: 'GUARDIAN', guardianName: '王大山' })).toMatchObject({ ok: true })
  })
})

describe('a no', () => {
  it('is kept, takes an earlier yes back at once, and empties the place in the draft', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    await handOver(desk, personId, cycleYear)
    await decide(desk, personId, { purpose: 'SHARE_EMPLOYER', textVersion: noticeOf('SHARE_EMPLOYER').version })
    await desk.get('handOver.leave', { password })
    const key = { kind: 'demandRegistration', personId, documentId: null } as const
    const prefill = await desk.get('records.prefill', { kind: 'demandRegistration', personId, cycleYear })
    expect(prefill.body.shareConsentId).toBeTruthy()
    await desk.get('drafts.save', { ...key, body: prefill.body, field: null })
    await handOver(desk, personId, cycleYear)
    await decide(desk, personId, { purpose: 'SHARE_EMPLOYER', textVersion: noticeOf('SHARE_EMPLOYER').version, decision: 'DECLINED', proof: null })
    await desk.get('handOver.leave', { password })
    expect((await desk.get('drafts.get', key))?.body.shareConsentId).toBeNull()
    const bodies = await consentsOf(desk, personId)
    expect(bodies.find((body) => body?.decision === 'GIVEN')).toMatchObject({ withdrawnAt: today })
    expect(bodies.find((body) => body?.decision === 'DECLINED')).not.toHaveProperty('withdrawnAt')
    expect((await desk.get('records.prefill', { kind: 'demandRegistration', personId, cycleYear })).body).not.toHaveProperty('shareConsentId')
  })
})

it('a no is taken also where the file says that a guardian decides and does not say who', async () => {
  const { desk, cycleYear, personId } = await withPerson({ legalCapacity: 'LIMITED' })
  await handOver(desk, personId, cycleYear)
  expect(await decide(desk, personId, { decision: 'DECLINED', proof: null, givenBy: 'GUARDIAN', guardianName: '' })).toMatchObject({ ok: true })
  expect(await decide(desk, personId, { givenBy: 'GUARDIAN', guardianName: '' })).toMatchObject({ ok: false, error: { fields: [{ path: 'guardianName' }] } })
  await desk.get('handOver.leave', { password })
  expect((await consentsOf(desk, personId)).map((body) => body?.decision)).toEqual(['DECLINED'])
})

describe('the signature', () => {
  it('lands in the open drafts, which then lack nothing but what they lacked before', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    for (const [kind, body] of [['infoCheck', infoCheckBody(today)], ['demandRegistration', registrationBody(today)]] as const) {
      const { signature: _signed, ...rest } = body
      const prefill = await desk.get('records.prefill', { kind, personId, cycleYear })
      await desk.get('drafts.save', { kind, personId, documentId: null, body: { ...prefill.body, ...rest } as unknown as Loose, field: null })
    }
    await handOver(desk, personId, cycleYear)
    const view = await desk.get('handOver.view', { personId, cycleYear })
    expect(view).toMatchObject({ toSign: ['infoCheck', 'demandRegistration'], check: { hasEmploymentNeed: true }, demand: { availableFrom: today } })
    const image = await signature(desk, personId)
    expect(await desk.get('handOver.sign', { personId, ...self, proof: image })).toMatchObject({ kinds: ['infoCheck', 'demandRegistration'] })
    await desk.get('handOver.leave', { password })
    for (const kind of ['infoCheck', 'demandRegistration'] as const) {
      const draft = await desk.get('drafts.get', { kind, personId, documentId: null })
      expect(draft?.body.signature).toEqual({ date: today, givenBy: 'SELF', textVersion: signedStatement.version, image })
      expect(await desk.call('records.complete', { kind, personId, cycleYear, body: draft?.body ?? {}, replaces: null })).toMatchObject({ ok: true })
    }
    expect((await desk.get('persons.get', { personId })).row.steps[2]?.state).toBe('done')
  })
})

it('what the main process runs itself is refused there as well', async () => {
  const { desk, cycleYear, personId } = await withPerson()
  const listeners: ((event: AppEvent) => void)[] = []
  desk.watch((event) => listeners.forEach((listener) => listener(event)))
  const ran: string[] = []
  const own = new Proxy({}, { get: (_, name) => () => (ran.push(String(name)), Promise.resolve({ ok: true, value: null })) }) as MainHandlers
  const calls = createCalls({
    own, log: () => undefined,
    store: { call: desk.call, internal: desk.internal, onEvent: (listener) => (listeners.push(listener), () => undefined) },
  })
  await handOver(desk, personId, cycleYear)
  const ours = { url: 'app://four-ones/index.html', isMainFrame: true }
  for (const name of mainMethods) expect(await calls.answer(ours, name, {})).toMatchObject({ ok: false, error: { code: 'handedOver' } })
  expect(ran).toEqual([])
  expect(await calls.answer(ours, 'handOver.view', { personId, cycleYear })).toMatchObject({ ok: true })
})
