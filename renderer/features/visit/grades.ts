import { currentInstrument, instrumentOf } from '../../../domain/assessment/index.ts'
import { lastAnswerAt } from '../../../domain/visit/lastAnswers.ts'
import type { JsonObject } from '../../api/client.ts'
import { answersOf, codesOfPart, scaleParts, surroundingsOf } from '../records/answers.ts'
import type { ScalePart } from '../records/answers.ts'
import type { Question, Section, VisitContext } from './questions.ts'

/** The rows of the instrument as questions: one section for each part of the sheet. */

export function scaleSections(body: JsonObject, context: VisitContext): Section[] {
  const answered = new Set(answersOf(body).map(({ code }) => code))
  return scaleParts.map((part) => ({
    key: `items.${part}`, label: 'scale', known: [], extra: [],
    questions: codesIn(body, part).map((code) => grade(`items.${code}`, answered.has(code), part !== 'W', true, context)),
  }))
}

export function surroundingsSection(body: JsonObject, context: VisitContext): Section[] {
  const instrument = instrumentOf(body.instrumentVersion) ?? currentInstrument
  const answered = new Set(surroundingsOf(body).flatMap(({ code, value }) => (typeof value === 'number' ? [code] : [])))
  const questions = instrument.environment.map(({ code, optional }) => grade(`env.${code}`, answered.has(code), !optional, !optional, context))
  return [{ key: 'environment', label: 'environment', questions, known: [], extra: [] }]
}

/** Scored items were answered; what the file knows of work is filled in without anybody being asked. */
export function isBegun(body: JsonObject): boolean {
  const { profile } = instrumentOf(body.instrumentVersion) ?? currentInstrument
  return answersOf(body).some(({ code }) => profile.every((item) => item.code !== code))
}

function codesIn(body: JsonObject, part: ScalePart): string[] {
  return codesOfPart(instrumentOf(body.instrumentVersion) ?? currentInstrument, part)
}

function grade(path: string, isGiven: boolean, needed: boolean, isAsked: boolean, { spec, facts, today }: VisitContext): Question {
  const last = lastAnswerAt(spec.kind, facts.lastAssessment?.body ?? null, path, today) as Question['last']
  return { path, kind: 'grade', fields: [], needed, isAsked, last, isAnswered: isGiven }
}
