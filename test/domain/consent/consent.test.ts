import { describe, expect, it } from 'vitest'
import { consentPurposes, noticeByVersion, noticeOf, noticeRows, notices, standingOf } from '../../../domain/consent/index.ts'
import { consentFault } from '../../../domain/records/index.ts'
import { prefillOf } from '../../../domain/visit/prefill.ts'
import { problems } from '../records/drafts.ts'

describe('the notices', () => {
  it.each(consentPurposes)('8 %s has a text of its own with every line, in words that a neighbour would use', (purpose) => {
    const notice = noticeOf(purpose)
    for (const row of noticeRows) expect(notice.rows[row].length).toBeGreaterThan(3)
    expect(notice.plain.length).toBeGreaterThan(2)
    expect(notice.scopeFields.length).toBeGreaterThan(0)
    const words = [notice.question, ...Object.values(notice.rows), ...notice.plain]
    // Long sentences are not read, and nobody may be talked into it.
    for (const line of words) expect(line.length).toBeLessThanOrEqual(24)
    expect(words.join('')).not.toMatch(/！|必须|不能就业|不适合工作|依据|法律/)
    expect(notice.rows.ifNo).toMatch(/照样/)
  })

  it('8 a version names one text for ever', () => {
    const versions = consentPurposes.flatMap((purpose) => notices[purpose].map((notice) => notice.version))
    expect(new Set(versions).size).toBe(versions.length)
    expect(noticeByVersion('PHOTO', noticeOf('PHOTO').version)).toBe(noticeOf('PHOTO'))
    expect(noticeByVersion('PHOTO', '县里自己的纸')).toBeNull()
  })
})

const consent = (body: object) => ({ purpose: 'ASSESSMENT', givenAt: '2026-03-02', ...body })

describe('a no', () => {
  it('8 is kept without proof, and nothing may rest on it', () => {
    expect(problems('consent', { decision: 'DECLINED', paperLocation: undefined })).toEqual([])
    expect(problems('consent', { decision: 'GIVEN', paperLocation: undefined })).toEqual(['paperLocation 请填纸张存放的地方'])
    expect(problems('consent', { decision: 'PERHAPS' })).toEqual(['decision 请选同意还是不同意'])
    const known = [{ id: 'c1', body: consent({ decision: 'DECLINED' }) }]
    expect(consentFault('c1', 'ASSESSMENT', '2026-03-03', known)).toBe('这一次本人没有同意，请重新选')
  })

  it('8 is not filled into a form, nor is what was withdrawn', () => {
    const facts = (body: object) => ({
      personId: 'p', cycleYear: '2026', today: '2026-03-09', user: { id: 'u', name: '林芳' }, unit: 'o', person: {}, employmentState: null, registrationMonths: 6, flags: [],
      documents: [{ id: 'c1', entity: 'consent', body: consent(body) }],
    })
    expect(prefillOf('capabilityAssessment', facts({})).consentId).toBe('c1')
    expect(prefillOf('capabilityAssessment', facts({ decision: 'DECLINED' })).consentId).toBeUndefined()
    expect(prefillOf('capabilityAssessment', facts({ withdrawnAt: '2026-03-05' })).consentId).toBeUndefined()
    expect(prefillOf('demandRegistration', facts({ purpose: 'PUBLISH' })).publishConsentId).toBe('c1')
  })
})

describe('where a person stands', () => {
  const of = (...bodies: object[]) => standingOf('ASSESSMENT', bodies.map((body, i) => ({ id: `c${i}`, body: consent(body) }))).state
  it('8 is by purpose: never asked, yes, no, taken back', () => {
    expect(of()).toBe('unasked')
    expect(of({ purpose: 'PHOTO' })).toBe('unasked')
    expect(of({})).toBe('given')
    expect(of({ decision: 'DECLINED' })).toBe('declined')
    expect(of({ withdrawnAt: '2026-03-05' })).toBe('withdrawn')
    expect(of({ decision: 'DECLINED' }, { withdrawnAt: '2026-03-05' })).toBe('declined')
  })
})

describe('who decides', () => {
  it('8 is the guardian where the file says that the person cannot alone, and never because of the category', () => {
    const by = (legalCapacity: string, body: object = {}) => problems('consent', body, { known: { legalCapacity } })
    expect(by('LIMITED')).toEqual(['givenBy 档案里写着本人要由监护人代为决定，请监护人签'])
    expect(by('NONE', { givenBy: 'GUARDIAN', guardianName: '王大山' })).toEqual([])
    expect(by('FULL')).toEqual([])
    // What was given before may be taken back by anybody, at any time.
    expect(by('NONE', { withdrawnAt: '2026-03-05', paperLocation: undefined })).toEqual([])
    expect(problems('consent', {}, { known: {} })).toEqual([])
  })
})

describe('a signature', () => {
  const image = { hash: 'a'.repeat(64), size: 4000, type: 'image/png' }
  const drawn = { date: '2026-03-02', givenBy: 'SELF', textVersion: '签字说明 2026-1', image }
  it('2.4 2.6 on the pad is as good as one on paper, and a damaged one is none', () => {
    expect(problems('infoCheck', { signature: drawn })).toEqual([])
    expect(problems('demandRegistration', { signature: drawn })).toEqual([])
    expect(problems('infoCheck', { signature: { ...drawn, image: { ...image, hash: '12' } } })).toEqual(['signature.image.hash 这份材料没有存好，请再加一次'])
  })
})

describe('attachments', () => {
  const file = { name: '照片', hash: 'b'.repeat(64), size: 300_000, type: 'image/jpeg' }
  const sheet = (attachments: object[]) => problems('infoCheck', { signature: undefined, attachments })
  it('2.4 are evidence as files or as papers with their place', () => {
    expect(sheet([file])).toEqual([])
    expect(sheet([{ name: '户口本复印件', location: '县残联档案柜' }])).toEqual([])
    expect(sheet([{ ...file, type: undefined }])).toEqual(['attachments.0.name 这份材料没有存好，请再加一次'])
    expect(sheet([{ ...file, size: 3_000_000 }])).toEqual(['attachments.0.size 这份材料太大，请再加一次'])
  })
})
