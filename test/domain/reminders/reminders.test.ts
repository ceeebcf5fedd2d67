import { describe, expect, it } from 'vitest'
import type { FactsDocument } from '../../../domain/cycle/index.ts'
import { defaultCalendar } from '../../../domain/plan/index.ts'
import { agendaOf } from '../../../domain/reminders/agenda.ts'
import { nextReminder, remindersOn } from '../../../domain/reminders/reminders.ts'
import { cycleOfYear } from '../../../domain/plan/index.ts'
import { check, exclusion, facts, registration, service } from '../cycle/facts.ts'

const keys = (today: string) => remindersOn(defaultCalendar, today).map(({ key }) => key)

describe('12.1 the calendar', () => {
  it('knows the third Sunday of May of any year', () => {
    expect(['2024', '2025', '2026', '2027'].map((year) => remindersOn(defaultCalendar, `${year}-05-14`).find(({ entry }) => entry.id === 'disabilityDay')?.from)).toEqual(['2024-05-19', '2025-05-18', '2026-05-17', '2027-05-16'])
  })

  it.each([
    ['2026-05-17', ['disabilityDay-2026', 'graduates-2026']],
    ['2026-05-18', ['graduates-2026']],
    ['2026-08-15', ['dynamicUpdate-2026', 'graduateSnapshot-2026']],
    ['2026-12-03', ['intlDay-2026', 'yearEnd-2026']],
    ['2026-12-20', ['annualReport-2026', 'yearEnd-2026', 'aidMonth-2027']],
    ['2027-01-10', ['annualReport-2026', 'aidMonth-2027']],
    ['2027-03-15', []],
  ])('shows on %s what is near or under way', (today, expected) => {
    expect(keys(today)).toEqual(expected)
  })

  it('names what comes next where nothing is in sight', () => {
    expect(nextReminder(defaultCalendar, '2027-03-15')?.key).toBe('disabilityDay-2027')
    expect(nextReminder(defaultCalendar, '2026-12-31')?.key).toBe('disabilityDay-2027')
  })
})

describe('the days of a file', () => {
  const cycle = cycleOfYear('2026')
  const document = (entity: string, body: object, id = entity) => ({ id, entity, body: body as { [field: string]: unknown } })
  const check = document('infoCheck', { checkedOn: '2026-02-01', hasEmploymentNeed: true, employmentState: 'UNEMPLOYED' })

  it('are the follow-up that the newest service promised, and none once a newer one promises nothing', () => {
    const promised = document('serviceRecord', { servedOn: '2026-03-01', followUpOn: '2026-04-01' })
    expect(agendaOf({ person: {}, documents: [promised] }, cycle)).toEqual([{ kind: 'followUp', on: '2026-04-01' }])
    expect(agendaOf({ person: {}, documents: [promised, document('serviceRecord', { servedOn: '2026-04-02' }, 'later')] }, cycle)).toEqual([])
  })

  it('are the end of a registration, for those who still look for work', () => {
    const registration = document('demandRegistration', {
      registeredOn: '2026-02-01', validUntil: '2026-08-01', intentions: [{ rank: 1, family: 'F1', form: '3' }], targetAreas: ['ANY'], availableFrom: '2026-02-01', serviceNeeds: ['1'],
      signature: { date: '2026-02-01' },
    })
    expect(agendaOf({ person: {}, documents: [check, registration] }, cycle)).toContainEqual({ kind: 'renewal', on: '2026-08-01' })
    const job = document('employmentPeriod', { state: 'EMPLOYED', startOn: '2026-03-01' })
    expect(agendaOf({ person: {}, documents: [check, registration, job] }, cycle)).toEqual([])
  })

  it('are the next look at a job and the end of a certificate that is in force', () => {
    const service = document('serviceRecord', { servedOn: '2026-03-01', result: 'EMPLOYED' }, 's')
    const job = document('employmentPeriod', { state: 'EMPLOYED', startOn: '2026-03-01', source: 'serviceRecord', sourceId: 's' })
    expect(agendaOf({ person: { certValidUntil: '2026-09-01' }, documents: [service, job] }, cycle)).toEqual([{ kind: 'placementCheck', on: '2026-04-01' }, { kind: 'certificate', on: '2026-09-01' }])
    expect(agendaOf({ person: { certValidUntil: '2026-09-01', certStatus: 'CANCELLED' }, documents: [] }, cycle)).toEqual([])
  })
})

describe('1.2 what a file asks for', () => {
  const promised = service('2026-03-05', { followUpOn: '2026-04-05' })
  const kinds = (documents: readonly FactsDocument[], fields: object = {}) => agendaOf(facts(documents, fields), cycleOfYear('2026')).map(({ kind, on }) => `${kind} ${on}`)

  it('nothing of whoever is out for good: died, moved away, lost the certificate', () => {
    const documents = [check('2026-03-02'), registration('2026-03-05', { validUntil: '2026-09-05' }), promised]
    const fields = { certValidUntil: '2027-01-01' }
    expect(kinds(documents, fields)).toEqual(['followUp 2026-04-05', 'renewal 2026-09-05', 'certificate 2027-01-01'])
    expect(kinds([...documents, exclusion('DECEASED', '2026-03-20')], fields)).toEqual([])
    expect(kinds([...documents, check('2026-03-20', { result: 'EXCLUDED', exclusionReason: 'MOVED_OUT', hasEmploymentNeed: undefined })], fields)).toEqual([])
  })

  it('again of whoever came back', () => {
    expect(kinds([promised, exclusion('IMPRISONED', '2026-03-20', '2026-06-30')])).toEqual(['followUp 2026-04-05'])
  })

  it('the end of a certificate of which the day of issue alone is known', () => {
    expect(kinds([], { certIssuedOn: '2017-02-10' })).toEqual(['certificate 2027-02-09'])
    expect(kinds([], { certIssuedOn: '2017-02-10', certValidUntil: '2026-12-31' })).toEqual(['certificate 2026-12-31'])
  })
})
