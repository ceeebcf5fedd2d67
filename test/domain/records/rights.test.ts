import { describe, expect, it } from 'vitest'
import { cycleOfYear } from '../../../domain/plan/index.ts'
import { addWorkingDays, completeRecord } from '../../../domain/records/index.ts'

const context = { today: '2026-11-23', lastKnownDate: '2026-11-23', cycle: cycleOfYear('2026') }
const complete = (body: object) => completeRecord('rightsRequest', { personId: 'p1', cycleYear: '2026', kind: 'COPY', receivedOn: '2026-11-23', ...body }, context)

describe('requests of a person about the own data', () => {
  it('8 are owed an answer within 15 working days, Saturdays and Sundays left out', () => {
    expect(complete({})).toMatchObject({ ok: true, value: { dueOn: '2026-12-14' } })
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23')
    expect(addWorkingDays('2026-11-21', 1)).toBe('2026-11-23')
    expect(addWorkingDays('2026-11-23', 5)).toBe('2026-11-30')
  })

  it('8 a correction says what is wrong; an answer has its day, its result, and a reason where it is no full yes', () => {
    expect(complete({ kind: 'CORRECTION' })).toMatchObject({ ok: false, error: [{ field: 'askedFor' }] })
    expect(complete({ result: 'DONE' })).toMatchObject({ ok: false, error: [{ field: 'doneOn' }] })
    expect(complete({ doneOn: '2026-11-23', result: 'NOT_DONE' })).toMatchObject({ ok: false, error: [{ field: 'outcome' }] })
    expect(complete({ doneOn: '2026-11-20', result: 'DONE' })).toMatchObject({ ok: false, error: [{ field: 'doneOn', message: '办完的日期早于提出的日期，请改' }] })
    expect(complete({ receivedOn: '2026-11-24' })).toMatchObject({ ok: false, error: [{ field: 'receivedOn', code: 'future' }] })
    expect(complete({ doneOn: '2026-11-23', result: 'DONE' })).toMatchObject({ ok: true })
  })
})
