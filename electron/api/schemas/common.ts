import { z } from 'zod'

export const roles = ['counsellor', 'office', 'supervisor'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

export const id = z.uuid()
export const isoDate = z.iso.date()
export const instant = z.iso.datetime()
export const countyCode = z.string().regex(/^\d{6}$/)
export const cycleYear = z.string().regex(/^\d{4}$/)
export const language = z.enum(['zh-CN', 'en'])
export const shortText = z.string().max(200)
export const password = z.string().min(8).max(200)
export const jsonObject = z.record(z.string().max(100), z.json())
export const nothing = z.strictObject({})

/** The mark that every record carries (design 5, status). */
export const markSchema = z.enum(['local', 'sending', 'received', 'contested', 'refused'])
export type Mark = z.infer<typeof markSchema>

/** 1 info check, 2 assessment, 3 demand registration, 4 service. */
export const stepNumber = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const recordKinds = ['infoCheck', 'capabilityAssessment', 'demandRegistration', 'serviceRecord'] as const
export const recordKind = z.enum(recordKinds)
export type RecordKind = z.infer<typeof recordKind>

export const stepStateSchema = z.strictObject({
  step: stepNumber,
  /** notDue: nothing owed; due: owed; done; notNeeded: the person needs no such step; closed: unreachable or refused. */
  state: z.enum(['notDue', 'due', 'done', 'notNeeded', 'closed']),
  doneOn: isoDate.nullable(),
  dueOn: isoDate.nullable(),
  documentId: id.nullable(),
  hasDraft: z.boolean(),
  mark: markSchema.nullable(),
})
export type StepState = z.infer<typeof stepStateSchema>

/** One row of any list of persons: already masked for the screen. */
export const personRowSchema = z.strictObject({
  id,
  name: z.string(),
  sex: z.string().nullable(),
  age: z.number().int().nullable(),
  idNumberMasked: z.string(),
  phoneMasked: z.string().nullable(),
  category: z.string().nullable(),
  grade: z.string().nullable(),
  town: z.string().nullable(),
  village: z.string().nullable(),
  flags: z.array(z.string()),
  steps: z.array(stepStateSchema),
  nextStep: stepNumber.nullable(),
  dueOn: isoDate.nullable(),
  inTarget: z.boolean(),
  hasNeed: z.boolean().nullable(),
  /** Fields that wait for a look at the paper (待核实). */
  toVerify: z.number().int(),
  mark: markSchema,
})
export type PersonRow = z.infer<typeof personRowSchema>

export const fieldProblemSchema = z.strictObject({ path: z.string(), message: z.string() })
export type FieldProblem = z.infer<typeof fieldProblemSchema>

/** Every call answers with a value or with this; `fields` when the input of a form is at fault. */
export const apiProblemSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  detail: z.string().optional(),
  fields: z.array(fieldProblemSchema).optional(),
})
export type ApiProblem = z.infer<typeof apiProblemSchema>

/** What a write answers: on disk (FULL) before this is sent. */
export const savedSchema = z.strictObject({ actionId: id, savedAt: instant })
