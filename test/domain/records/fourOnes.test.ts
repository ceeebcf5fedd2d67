import { describe, expect, it } from 'vitest'
import { fixedSentence } from '../../../domain/assessment/index.ts'
import { completeRecord } from '../../../domain/records/index.ts'
import { attempts, context, problems, signature, whole } from './drafts.ts'

describe('the info check sheet', () => {
  it('2.4 no need asks for the reason, other asks for words, and need drops a stale reason', () => {
    expect(problems('infoCheck', { hasEmploymentNeed: false })).toEqual(['noNeedReason 请选没有就业需求的原因'])
    expect(problems('infoCheck', { hasEmploymentNeed: false, noNeedReason: 'OTHER' })).toEqual(['noNeedNote 请写是什么原因'])
    const kept = completeRecord('infoCheck', { ...whole.infoCheck, noNeedReason: 'OTHER' }, context)
    expect(kept.ok && 'noNeedReason' in kept.value).toBe(false)
  })

  it('2.4 updated asks what changed, excluded asks why', () => {
    expect(problems('infoCheck', { result: 'UPDATED' })).toEqual(['changes 结果是已更正，请写变了哪些'])
    expect(problems('infoCheck', { result: 'UPDATED', changes: [{ field: 'phone', old: null, new: '13900000000' }] })).toEqual([])
    expect(problems('infoCheck', { result: 'EXCLUDED', hasEmploymentNeed: null })).toEqual(['exclusionReason 请选移出原因'])
  })

  it('2.4 unreachable asks for three attempts by two methods on two days, and for no answers', () => {
    const blank = { result: 'UNREACHABLE', respondent: '', employmentState: '', hasEmploymentNeed: null, workWillingness: '', signature: null, hardshipFlags: null }
    expect(problems('infoCheck', blank)).toEqual(['attempts 失联要联系过 3 次，现在记了 0 次'])
    const oneMethod = attempts(['2026-02-01', 'PHONE'], ['2026-02-02', 'PHONE'], ['2026-02-03', 'PHONE'])
    expect(problems('infoCheck', { ...blank, attempts: oneMethod })).toEqual(['attempts 失联要用过 2 种联系方式，现在是 1 种'])
    const oneDay = attempts(['2026-02-01', 'PHONE'], ['2026-02-01', 'HOME_VISIT'], ['2026-02-01', 'PHONE'])
    expect(problems('infoCheck', { ...blank, attempts: oneDay })).toEqual(['attempts 失联要在 2 个不同的日子联系过，现在是 1 个'])
    const enough = attempts(['2026-02-01', 'PHONE'], ['2026-02-01', 'HOME_VISIT'], ['2026-02-03', 'PHONE'])
    expect(problems('infoCheck', { ...blank, attempts: enough })).toEqual([])
  })

  it('2.4 the unemployed give reason and living, the employed their form', () => {
    expect(problems('infoCheck', { unemployedReason: '', livingSource: '' })).toEqual(['unemployedReason 请选未就业的主要原因', 'livingSource 请选主要生活来源'])
    expect(problems('infoCheck', { employmentState: 'EMPLOYED' })).toEqual(['employmentForm 请选就业形式'])
  })

  it('2.4 hardship may be empty but must have been looked at', () => {
    expect(problems('infoCheck', { hardshipFlags: null })).toEqual(['hardshipFlags 请看一遍就业困难类别，没有也要确认'])
  })

  it('2.4 data compared with data is no way to ask for need', () => {
    expect(problems('infoCheck', { method: 'DATA_COMPARE' })).toEqual(['method 光比对数据问不到有没有就业需求，请再联系本人'])
  })

  it('2.4 a paper signature says when, which text, by whom and where the sheet lies', () => {
    const { paperLocation: _where, ...loose } = signature
    expect(problems('infoCheck', { signature: loose })).toEqual(['signature.paperLocation 请填纸张存放的地方'])
    expect(problems('infoCheck', { signature: { ...signature, givenBy: 'GUARDIAN' } })).toEqual(['signature.guardianName 监护人签的，请填监护人姓名'])
  })
})

describe('the assessment form', () => {
  const kind = 'capabilityAssessment'

  it('9.4 scores are computed from the items and stored with them', () => {
    const result = completeRecord(kind, whole[kind], context)
    expect(result.ok && result.value).toMatchObject({ dimScores: { A: 85, B: 87.5, C: 50, D: 87.5 }, index: 77.5, supportLevel: 1, instrumentVersion: 'ICFVR-LN-1' })
  })

  it('9.4 says what is still missing for an index', () => {
    expect(problems(kind, { items: [], accommodations: [] })[0]).toBe('items 还算不出结果：职业潜能还差 6 项，身体功能还差 7 项，功能性学业能力还差 3 项，社会适应性还差 4 项')
    expect(problems(kind, { items: [{ code: 'A1', q: 5 }], accommodations: [] })[1]).toBe('items.0.q 请选 0 到 4，说不清选 8，不适用选 9')
  })

  it('9.4 an item is graded once and belongs to the instrument', () => {
    const { items } = whole[kind] as { items: object[] }
    expect(problems(kind, { items: [...items, { code: 'A1', q: 0 }, { code: 'Z9', q: 0 }] })).toEqual(expect.arrayContaining(['items.28.code 同一项评了两次，请留一个', 'items.29.code 量表里没有这一项']))
  })

  it('9.4 every grave item is owed an accommodation', () => {
    expect(problems(kind, { accommodations: [{ item: 'A1', text: '读屏软件' }] })).toEqual(['accommodations 请给这几项各写一条便利措施：阅读、写作'])
  })

  it('2.5 other forms than suggested need a reason', () => {
    expect(problems(kind, { suggestedForms: ['HOME'] })).toEqual(['reasonIfChanged 就业形式和建议的不一样，请写为什么'])
    expect(problems(kind, { suggestedForms: ['HOME'], reasonIfChanged: '本人要照料孩子' })).toEqual([])
  })

  it('9.4 the conclusion keeps the fixed sentence by itself and never says that somebody is unfit', () => {
    const result = completeRecord(kind, { ...whole[kind], conclusion: '客服能做。' }, context)
    expect(result.ok && result.value.conclusion).toBe(`客服能做。\n${fixedSentence}`)
    expect(problems(kind, { conclusion: '不适合工作' })).toEqual(['conclusion 结论里请写要什么支持，去掉“不适合工作”'])
  })

  it('1.3 a dimension that is not counted is named in the conclusion', () => {
    const { items } = whole[kind] as { items: { code: string; q: number }[] }
    const without = items.map((item) => (item.code.startsWith('A') ? { ...item, q: 9 } : item))
    const changed = { items: without, accommodations: [{ item: 'C1', text: '图示' }, { item: 'C2', text: '图示' }], suggestedForms: ['QUOTA_COACH', 'PUBLIC_WELFARE_POST', 'CONCENTRATED', 'HOME'] }
    expect(problems(kind, changed)).toEqual(['conclusion 身体功能答得不够，没有计分，请在结论里写明'])
    expect(problems(kind, { ...changed, conclusion: '身体功能没有计分。客服能做。' })).toEqual([])
  })

  it('9.3 the four required surroundings are graded', () => {
    expect(problems(kind, { env: [{ code: 'E1', value: -5 }] })).toEqual(['env 请评环境因素：雇主、主管、村（社区）干部、看病和康复、就业服务和政策', 'env.0.value 请选 -4 到 4，说不清选 8，不适用选 9'])
  })

  it('1.3 confirming an earlier assessment asks for no items, but for no change and at most 12 months', () => {
    const review = { reviewOf: 'earlier', items: null, env: null, accommodations: [], unchanged: { certificate: true, health: true, job: true } }
    expect(problems(kind, review, { known: { reviewedOn: '2025-03-02' } })).toEqual([])
    expect(problems(kind, review, { known: { reviewedOn: '2025-03-01' } })).toEqual(['reviewOf 那次评估超过 12 个月了，请重新评估'])
    expect(problems(kind, { ...review, unchanged: { certificate: true, health: false, job: true } })).toEqual(['unchanged.health 身体情况变了就要重新评估'])
  })

  it('2.5 disagreeing is written down, and limited capacity asks for a supporter', () => {
    expect(problems(kind, { personOpinion: 'DISAGREE' })).toEqual(['personOpinionNote 请写本人的不同意见'])
    expect(problems(kind, {}, { known: { legalCapacity: 'LIMITED' } })).toEqual(['supporters 本人要有人在场支持，请填是谁'])
  })

  it('8 consent must be for the assessment and stand on its day', () => {
    const given = (body: object) => ({ known: { consents: [{ id: 'consent-1', body: { purpose: 'ASSESSMENT', givenAt: '2026-03-02', ...body } }] } })
    expect(problems(kind, {}, given({}))).toEqual([])
    expect(problems(kind, {}, given({ purpose: 'PHOTO' }))).toEqual(['consentId 这份同意是为别的用途签的，请重新选'])
    expect(problems(kind, {}, given({ withdrawnAt: '2026-03-02' }))).toEqual(['consentId 本人 2026-03-02 撤回了同意，请重新征求'])
    expect(problems(kind, {}, { known: { consents: [] } })).toEqual(['consentId 没有找到这份同意，请重新选'])
  })
})

describe('the registration form', () => {
  const kind = 'demandRegistration'

  it('2.6 stands for six months unless said shorter, never longer', () => {
    const result = completeRecord(kind, whole[kind], context)
    expect(result.ok && result.value.validUntil).toBe('2026-09-02')
    expect(problems(kind, { validUntil: '2026-09-03' })).toEqual(['validUntil 登记最长管 6 个月，到 2026-09-02'])
    expect(problems(kind, { validUntil: '2026-03-02' })).toEqual(['validUntil 有效期要晚于登记日期，请改'])
  })

  it('2.6 has one to three intentions, each with a family or an occupation', () => {
    expect(problems(kind, { intentions: [] })).toEqual(['intentions 请写至少一个求职意向'])
    expect(problems(kind, { intentions: [{ rank: 1, form: '1' }] })).toEqual(['intentions.0.family 请选岗位族或职业大类'])
    const one = { rank: 1, family: 'J03', form: '1' }
    expect(problems(kind, { intentions: [one, one] })).toEqual(['intentions.1.rank 两个意向的顺序一样，请改一个'])
    expect(problems(kind, { intentions: [1, 2, 3, 3].map((rank) => ({ ...one, rank })) })).toContain('intentions 求职意向最多三个')
  })

  it('2.6 is signed, and “none” stands alone among the aids', () => {
    expect(problems(kind, { signature: {} })).toEqual(['signature 请本人在登记表上签字，再填签字的情况'])
    expect(problems(kind, { aidNeeds: ['1', '6'] })).toEqual(['aidNeeds 选了“无”就不能再选别的，请改'])
    expect(problems(kind, { maxCommuteMin: 181 })).toEqual(['maxCommuteMin 单程最多在 0 到 180 分钟之间'])
  })
})

describe('the service form', () => {
  const kind = 'serviceRecord'

  it('2.7 lasts 5 to 480 minutes and is told in ten characters or more', () => {
    expect(problems(kind, { minutes: 4 })).toEqual(['minutes 服务时长在 5 到 480 分钟之间'])
    expect(problems(kind, { minutes: 4.5 })).toEqual(['minutes 服务时长请写整数'])
    expect(problems(kind, { content: '介绍了' })).toEqual(['content 服务内容至少写 10 个字，现在是 3 个'])
  })

  it('2.7 a referral names post and employer, and needs consent to hand data over', () => {
    expect(problems(kind, { serviceType: '03' })).toEqual(['referrals 请写推荐了哪个岗位'])
    const referrals = [{ jobTitle: '客服', employerName: '示范公司', date: '2026-03-02', outcome: 'DECLINED' }]
    expect(problems(kind, { serviceType: '03', referrals })).toEqual(['referrals.0.reason 请写本人为什么放弃'])
    const sent = { serviceType: '03', referrals: [{ ...referrals[0], outcome: 'PENDING' }] }
    const consents = [{ id: 'c2', body: { purpose: 'SHARE_EMPLOYER', givenAt: '2026-03-02' } }]
    expect(problems(kind, sent, { known: { consents: [] } })).toEqual(['referrals 推荐岗位前，要本人同意把信息提供给用人单位。请先办同意'])
    expect(problems(kind, sent, { known: { consents } })).toEqual([])
  })

  it('2.7 a group event needs its name and the own attendance line', () => {
    expect(problems(kind, { method: 'GROUP_EVENT' })).toEqual(['eventName 请填活动名称', 'attendance 集体活动要有本人的签到，请填签到的情况'])
  })

  it('2.7 the next follow-up is later than the service, and a bought service has its contract', () => {
    expect(problems(kind, { followUpOn: '2026-03-02' })).toEqual(['followUpOn 下次跟进要晚于这次服务，请改'])
    expect(problems(kind, { partnerOrg: '示范社工站' })).toEqual(['contractNo 合作机构做的服务，请填购买服务的合同号'])
  })
})
