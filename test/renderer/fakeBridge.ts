import type { Answer, ApiProblem, AppEvent, Bridge, Input, MethodName, Output, PersonFile, PersonRow, SessionState, Settings } from '../../renderer/api/client.ts'
import { comparedFiles, duplicatesList, merges } from './duplicatesSample.ts'
import { personFile, personRow, sketchCount, today, uuid } from './people.ts'

/** A bridge for tests and the preview only: it answers in the types of the contract and keeps what it was told. */

type Handlers = { [M in MethodName]?: (input: Input<M>) => Answer<M> | Promise<Answer<M>> }
type Call = { [M in MethodName]: { readonly name: M; readonly input: Input<M> } }[MethodName]

export interface FakeBridge extends Bridge {
  readonly calls: Call[]
  readonly callsOf: <M extends MethodName>(name: M) => Input<M>[]
  readonly tell: (event: AppEvent) => void
  session: SessionState
  settings: Settings
}

export interface FakeOptions {
  readonly state?: SessionState['state']
  readonly role?: 'counsellor' | 'office' | 'supervisor'
  readonly persons?: number
  readonly settings?: Partial<Settings>
  readonly message?: string
  readonly handlers?: Handlers
}

export const rightPassword = '前进村的槐树开花了'
export const recoveryCode = '7K2M Q9XF 3HTD WN4R 8PCE J6VY'

export function succeed<T>(value: T) {
  return { ok: true as const, value }
}
export function refuse(message: string, extra: Partial<ApiProblem> = {}) {
  return { ok: false as const, error: { code: 'test', message, ...extra } }
}

export function createFakeBridge(options: FakeOptions = {}): FakeBridge {
  const { persons = sketchCount, role = 'counsellor' } = options
  const listeners = new Set<(event: AppEvent) => void>()
  const calls: Call[] = []
  const files = new Map<string, PersonFile>()
  const kept = new Map<string, Output<'attachments.get'>>()
  const user = { id: uuid(500), name: '林芳' }
  const county = { code: '210199', name: '示范县' }
  const state = options.state ?? 'unlocked'
  const bridge: FakeBridge = {
    calls,
    callsOf: (name) => calls.filter((call) => call.name === name).map((call) => call.input) as never,
    tell: (event) => listeners.forEach((listener) => listener(event)),
    session: {
      state, message: options.message ?? null, users: state === 'firstRun' ? [] : [user], current: state === 'unlocked' ? { ...user, role } : null,
      county: state === 'firstRun' ? null : county, today, cycleYear: '2026', waitSeconds: 0, handOver: null,
    },
    settings: { language: 'zh-CN', textSize: 100, theme: 'light', density: 'standard', idleLockMinutes: 10, singleKeys: true, ...options.settings },
    async call(name, input) {
      calls.push({ name, input } as Call)
      const own = options.handlers?.[name]
      const answer = own === undefined ? (handlers[name] as (input: unknown) => unknown)(input) : await own(input)
      return answer as Answer<typeof name>
    },
    listen(onEvent) {
      listeners.add(onEvent)
      return () => listeners.delete(onEvent)
    },
  }
  const rows = () => Array.from({ length: persons }, (_, index) => index)
  const saved = () => succeed({ actionId: uuid(990), savedAt: '2026-11-23T02:42:18.000Z' })
  const matching = (filter: Input<'persons.list'>['filter']): number[] =>
    rows().filter((index) => {
      const row = personRow(index)
      return (filter.town === undefined || row.town === filter.town)
        && (filter.text === undefined || row.name.includes(filter.text))
        && (filter.step === undefined || row.nextStep === filter.step || (filter.step === 'done' && row.nextStep === null))
        && (filter.due !== 'overdue' || (row.dueOn !== null && row.dueOn < today))
    })
  const list = (filter: Input<'persons.list'>['filter'], offset: number, limit: number) => {
    if (Object.keys(filter).length === 0) {
      const last = Math.min(offset + limit, persons)
      return { total: persons, rows: Array.from({ length: Math.max(0, last - offset) }, (_, at) => personRow(offset + at)) }
    }
    const found = matching(filter)
    return { total: found.length, rows: found.slice(offset, offset + limit).map(personRow) }
  }
  const someRows = (wanted: (row: PersonRow) => boolean) => {
    const found = rows().slice(0, sketchCount).map(personRow).filter(wanted)
    return { total: found.length, rows: found }
  }

  const handlers: { [M in MethodName]: (input: Input<M>) => Answer<M> } = {
    'session.state': () => succeed(bridge.session),
    'session.counties': () => succeed([
      { code: '210199', name: '示范县', prefecture: '示范市' }, { code: '211221', name: '铁岭县', prefecture: '铁岭市' }, { code: '210921', name: '阜新蒙古族自治县', prefecture: '阜新市' },
    ]),
    'session.setUp': (input) => {
      bridge.session = {
        ...bridge.session, state: 'unlocked', users: [user], current: { id: user.id, name: input.userName, role: input.role }, county: { code: input.countyCode, name: input.countyName },
      }
      bridge.tell({ type: 'session', state: bridge.session })
      return succeed({ recoveryCode, userId: user.id })
    },
    'session.unlock': (input) => {
      if (input.password !== rightPassword) return refuse('密码不对。看看大写锁和输入法；还可以试 4 次')
      bridge.session = { ...bridge.session, state: 'unlocked', current: { ...user, role } }
      return succeed(bridge.session)
    },
    'session.recover': () => {
      bridge.session = { ...bridge.session, state: 'unlocked', current: { ...user, role } }
      return succeed(bridge.session)
    },
    'session.lock': () => {
      bridge.session = { ...bridge.session, state: 'locked', current: null }
      return succeed(bridge.session)
    },
    'session.addUser': () => succeed({ userId: uuid(501) }),
    'session.changePassword': () => succeed({}),
    'settings.get': () => succeed(bridge.settings),
    'settings.set': (patch) => {
      bridge.settings = { ...bridge.settings, ...patch }
      return succeed(bridge.settings)
    },
    'persons.list': (input) => succeed(list(input.filter, input.offset, input.limit)),
    'persons.search': (input) => succeed(matching({ text: input.text }).slice(0, input.limit).map((index) => ({ row: personRow(index), why: 'name' as const }))),
    'persons.places': () => succeed([
      { town: '示范镇', villages: ['前进村', '后屯村'], persons: 261 }, { town: '龙泉镇', villages: ['泉眼村'], persons: 118 }, { town: '西岭镇', villages: ['大岭村'], persons: 124 },
    ]),
    'persons.dashboard': () => succeed({
      cycleYear: '2026', ageRule: 'LEGAL_2025', on: today,
      towns: persons === 0 ? [] : [
        { town: '示范镇', counts: { target: 261, checked: 252, need: 168, assessed: 164, registered: 158, served: 153, done: 150 } },
        { town: '西岭镇', counts: { target: 124, checked: 96, need: 78, assessed: 58, registered: 49, served: 37, done: 33 } },
        { town: '龙泉镇', counts: { target: 118, checked: 103, need: 80, assessed: 62, registered: 54, served: 45, done: 40 } },
        { town: '双桥镇', counts: { target: 127, checked: 120, need: 83, assessed: 79, registered: 76, served: 72, done: 70 } },
      ],
      total: persons === 0 ? noCounts : { target: 1148, targetLegal: 1148, targetCdpf: 1121, checked: 1054, need: 754, assessed: 680, registered: 636, served: 583, done: 556 },
    }),
    'persons.today': () => succeed({
      on: today,
      overdue: someRows((row) => row.dueOn !== null && row.dueOn < today),
      dueThisWeek: someRows((row) => row.dueOn !== null && row.dueOn >= today && row.dueOn <= '2026-11-30'),
      drafts: persons === 0 ? [] : [
        { kind: 'demandRegistration', row: personRow(5), savedAt: '2026-11-23T02:42:00.000Z', field: 'earliestStart' },
        { kind: 'capabilityAssessment', row: personRow(4), savedAt: '2026-11-22T02:07:00.000Z', field: 'B6' },
      ],
      next: null,
    }),
    'persons.get': ({ personId }) => {
      const index = rows().find((each) => personRow(each).id === personId)
      if (index === undefined) return refuse('这个人不在这台电脑的名单里')
      const file = files.get(personId) ?? personFile(personRow(index))
      files.set(personId, file)
      return succeed(file)
    },
    'persons.reveal': ({ field }) => succeed({ value: field === 'idNumber' ? '210199197406122167' : '13900010318' }),
    'persons.update': ({ personId, fields }) => {
      const file = files.get(personId)
      if (file !== undefined) files.set(personId, { ...file, fields: { ...file.fields, ...fields } })
      return saved()
    },
    'persons.create': () => succeed({ ...saved().value, row: personRow(0) }),
    'persons.assign': () => saved(),
    'persons.verify': ({ personId, field }) => {
      const file = files.get(personId)
      if (file !== undefined) files.set(personId, { ...file, verify: Object.fromEntries(Object.entries(file.verify).filter(([name]) => name !== field)) })
      return saved()
    },
    'persons.asAt': ({ personId, day }) => {
      const file = files.get(personId) ?? personFile(personRow(0))
      return succeed({ file: day < '2026-03-12' ? null : { ...file, row: { ...file.row, id: personId } }, since: '2026-03-12' })
    },
    'persons.household': () => succeed(null),
    'persons.joinHousehold': () => saved(),
    'records.prefill': () => succeed({ body: {}, previous: null }),
    'records.check': () => succeed({ problems: [], warnings: [] }),
    'records.complete': () => succeed({ ...saved().value, documentId: uuid(991), changeId: uuid(992), warnings: [] }),
    'records.void': () => saved(),
    'records.versions': () => succeed([]),
    'drafts.get': () => succeed(null),
    'drafts.save': () => succeed({ savedAt: '2026-11-23T02:42:18.000Z' }),
    'drafts.discard': () => succeed({}),
    'attachments.put': ({ data }) => {
      const stored = { hash: String(data.length).padStart(64, '0'), size: data.length, type: data.startsWith('iVBOR') ? ('image/png' as const) : data.startsWith('JVBER') ? ('application/pdf' as const) : ('image/jpeg' as const) }
      kept.set(stored.hash, { type: stored.type, data })
      return succeed(stored)
    },
    'attachments.get': ({ hash }) => {
      const found = kept.get(hash)
      return found === undefined ? refuse('这份材料不在这台电脑上，在当时加它的那台电脑里。记录没有少', { code: 'notHere' }) : succeed(found)
    },
    'attachments.save': ({ name }) => succeed({ fileName: `${name}.pdf` }),
    'handOver.view': ({ personId }) => {
      const index = rows().find((each) => personRow(each).id === personId)
      if (index === undefined) return refuse('这个人不在这台电脑的名单里')
      return succeed({
        name: personRow(index).name, counsellor: user.name, needsGuardian: false, guardianName: null, file: personFile(personRow(index)).fields,
        consents: (['ASSESSMENT', 'SHARE_EMPLOYER', 'PUBLISH', 'PHOTO', 'BANK'] as const).map((purpose) => ({ purpose, state: 'unasked' as const, on: null })),
        check: null, demand: null, toSign: [], done: [],
      })
    },
    'handOver.begin': ({ paperLocation: _place, ...handOver }) => {
      bridge.session = { ...bridge.session, handOver }
      bridge.tell({ type: 'session', state: bridge.session })
      return succeed(bridge.session)
    },
    'handOver.decide': () => saved(),
    'handOver.sign': () => succeed({ savedAt: saved().value.savedAt, kinds: ['infoCheck' as const] }),
    'handOver.remark': () => succeed({}),
    'handOver.leave': ({ password }) => {
      if (password !== rightPassword) return refuse('密码不对。看看大写锁和输入法；还可以试 4 次', { code: 'wrongPassword' })
      bridge.session = { ...bridge.session, handOver: null }
      bridge.tell({ type: 'session', state: bridge.session })
      return succeed(bridge.session)
    },
    'ownCopy.read': ({ personId }) => {
      const file = personFile(personRow(rows().find((each) => personRow(each).id === personId) ?? 0))
      return succeed({ on: today, unit: '示范县', counsellor: user.name, name: file.row.name, fields: file.fields, documents: file.documents, groups: file.groups, timeline: file.timeline, joined: [], looks: [] })
    },
    'journal.undo': () => saved(),
    'countyValues.get': () => succeed({ stated: [], head: null, versions: [], behind: 0 }),
    'countyValues.save': () => saved(),
    'rights.open': () => succeed([]),
    'roster.choose': () => succeed(null),
    'roster.preview': () => refuse('没有这个文件'),
    'roster.rows': () => succeed({ total: 0, rows: [] }),
    'roster.confirm': () => succeed({ ...saved().value, added: 0, updated: 0, unchanged: 0, toVerify: 0, leftOut: 0 }),
    'roster.cancel': () => succeed({}),
    'roster.imports': () => succeed([]),
    'roster.undo': () => succeed({ ...saved().value, undone: 0, kept: [] }),
    'sync.status': () => succeed(syncStatus),
    'sync.enrol': () => succeed({ userName: '林芳', role: 'counsellor', countyName: '示范县' }),
    'sync.now': () => succeed(syncStatus),
    'sync.refused': () => succeed([]),
    'sync.resend': () => succeed(syncStatus),
    'sync.balance': () => succeed({ written: 0, received: 0, unsent: 0, contested: 0, refused: 0, days: [] }),
    'ledger.page': () => succeed({ title: '四个一服务台账', unit: '示范县', period: '2026', filledOn: today, columns: [], total: 0, rows: [], sums: null, unsent: 0 }),
    'ledger.savePdf': () => succeed(null),
    'ledger.saveXlsx': () => succeed(null),
    'assessment.drawn': () => succeed({ cycleYear: '2026', drawn: 0, done: 0, rows: [], again: { total: 0, rows: [] } }),
    'assessment.toRate': () => refuse('这次评估没有抽到，或者已经作废。请回列表看看'),
    'assessment.agreement': () => succeed({ cycleYear: '2026', pairs: 0, overall: { compared: 0, exact: 0, withinOne: 0 }, items: [] }),
    'papers.savePdf': () => succeed(null),
    'planning.agenda': () => succeed(agendaOf(persons)),
    'planning.reminder': () => succeed({}),
    'planning.villages': ({ town }) => succeed(planningVillages(persons, town)),
    'planning.village': ({ offset, limit }) => succeed({ total: 12, rows: rows().slice(0, 12).slice(offset, offset + limit).map((index) => ({ row: personRow(index), asks: index === 11 ? [{ kind: 'placementCheck' as const, on: '2026-11-21' }] : [], planned: index === 3 ? { on: today, byName: '林芳', own: true } : null })) }),
    'planning.days': () => succeed(persons === 0 ? [] : [{ on: today, visits: 3 }, { on: '2026-11-26', visits: 5 }]),
    'planning.day': ({ on }) => succeed({ on, visits: persons === 0 || on !== today ? [] : [5, 2, 7].map((index, at) => ({ documentId: uuid(700 + at), on, row: personRow(index), purpose: at === 1 ? '送补贴政策' : null, modes: [], asks: [], done: at === 0 })) }),
    'planning.addVisits': ({ personIds }) => succeed({ ...saved().value, added: personIds.length, left: 0 }),
    'planning.moveVisits': () => saved(),
    'planning.orderVisits': () => saved(),
    'planning.dropVisits': () => saved(),
    'planning.dayPack': ({ on }) => succeed({ on, county: '示范县', sheets: [] }),
    'planning.openSheet': ({ code }) => code.includes('CR21') ? succeed({ personId: personRow(5).id, name: personRow(5).name, at: '3' as const }) : refuse('单子上的人不在这台电脑的名单里。单子可能是别的电脑印的，或者人已经转给别人。请按姓名找'),
    'groups.ofPerson': () => succeed({ on: today, cycleYear: '2026', plan: { zh: '三年行动方案', en: 'The plan', confirmed: false }, groups: [], coming: [], graduate: null }),
    'groups.confirm': () => saved(),
    'groups.overview': () => succeed({ on: today, flags: [], graduates: { total: 0, withPlan: 0, owed: 6, rows: [] } }),
    'duplicates.list': (input) => succeed(persons === 0 ? { total: 0, all: 0, counts: { sameNumber: 0, likeNumber: 0, nameBirth: 0, phoneVillage: 0 }, pairs: [] } : duplicatesList(input)),
    'duplicates.compare': (input) => succeed(comparedFiles(input)),
    'duplicates.dismiss': () => saved(),
    'duplicates.merges': () => succeed(persons === 0 ? [] : merges),
    'persons.merge': ({ survivorId }) => succeed({ ...saved().value, row: comparedFiles({ survivorId, loserId: survivorId }).survivor.row }),
    'persons.unmerge': () => saved(),
    'persons.erase': ({ personId }) => succeed({ ...saved().value, personIds: [personId], emptied: 12 }),
    'persons.erasures': () => succeed([]),
    'review.list': () => succeed({ rows: [] }),
    'review.counts': () => succeed({ none: 0, submitted: 0, returned: 0, mostCounted: 9999 }),
    'review.submit': ({ records }) => succeed({ ...saved().value, done: records.length, refused: [] }),
    'review.decide': ({ records }) => succeed({ ...saved().value, done: records.length, refused: [] }),
    'review.ofPerson': () => succeed({ isNeeded: false, records: [] }),
  }
  return bridge
}

/** What the day holds besides what is overdue; `persons` 0: nothing. */
function agendaOf(persons: number): Output<'planning.agenda'> {
  const nextReminder = { zh: '报市残工委的年度总结', en: 'Annual report to the city', from: '2026-12-15' }
  if (persons === 0) return { on: today, visits: [], missed: [], lists: [], reminders: [], nextReminder }
  const visit = (index: number, at: number, on: string, done: boolean) => ({ documentId: uuid(700 + at), on, row: personRow(index), purpose: at === 1 ? '送补贴政策' : null, modes: at === 2 ? ['02', '03'] : ['01'], asks: [], done })
  return {
    on: today,
    visits: [visit(5, 0, today, true), visit(2, 1, today, false), visit(7, 2, today, false)],
    missed: [visit(9, 3, '2026-11-20', false)],
    lists: [
      { kind: 'followUp', total: 1, rows: [{ on: '2026-11-24', row: personRow(11) }] },
      { kind: 'placementCheck', total: 1, rows: [{ on: '2026-11-21', row: personRow(8) }] },
      { kind: 'renewal', total: 34, rows: [{ on: '2026-11-10', row: personRow(3) }, { on: '2026-11-30', row: personRow(6) }] },
    ],
    reminders: [
      { key: 'intlDay-2026', zh: '国际残疾人日', en: 'International day of disabled people', doZh: '12 月 3 日。活动和宣传提前定下来', doEn: '3 December. Settle events ahead', from: '2026-12-03', until: '2026-12-03', away: false },
    ],
    nextReminder,
  }
}

function planningVillages(persons: number, town: string | null): Output<'planning.villages'> {
  if (persons === 0) return { towns: [], town: null, villages: [] }
  const villages = [
    { village: '前进村', overdue: 4, due: 6, open: 31, planned: 3 }, { village: '后屯村', overdue: 0, due: 2, open: 12, planned: 0 }, { village: '', overdue: 0, due: 0, open: 2, planned: 0 },
  ]
  return { towns: ['示范镇', '西岭镇', '龙泉镇'], town: town ?? '示范镇', villages: town === '龙泉镇' ? [] : villages }
}

const noCounts: { [name: string]: number } = {}
const syncStatus: Output<'sync.status'> = {
  enrolled: true, serverUrl: 'http://127.0.0.1:8443', scope: '示范镇', state: 'offline', unsent: 34, refused: 1, contested: 2,
  lastContactAt: '2026-11-23T00:12:00.000Z', nextTryAt: null, message: '现在没有网络。不影响填写，连上后自己接着发',
}
