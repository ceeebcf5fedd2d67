import { isUnder } from '../../../../domain/codes/index.ts'
import type { JsonObject } from '../../../api/client.ts'
import { attachments, code, codes, date, pastDate, text, yesNo } from './partForm.ts'
import type { PartForm } from './partForm.ts'

const works = (body: JsonObject) => body.state === 'EMPLOYED'
const isIdle = (body: JsonObject) => body.state === 'UNEMPLOYED'
const hasEmployer = (body: JsonObject) => {
  const { employmentForm: form } = body
  return works(body) && typeof form === 'string' && ['1', '2', '4', '5'].some((each) => isUnder('employmentForm', form, each))
}
const isFixed = (body: JsonObject) => hasEmployer(body) && body.contractType === 'FIXED'
const hasContract = (body: JsonObject) => hasEmployer(body) && body.contractType !== 'NONE'

export const periodForm: PartForm = {
  kind: 'employmentPeriod',
  groups: [
    {
      label: 'period',
      fields: [
        code('state', 'state', 'employmentState', { needed: true }), pastDate('startOn', 'startOn', { needed: true }), pastDate('endOn', 'endOn'),
      ],
    },
    {
      label: 'job',
      show: works,
      fields: [
        code('employmentForm', 'employmentForm', 'employmentForm', { needed: true }), code('channel', 'channel', 'channel', { needed: true }),
        code('industry', 'industry', 'industry', { needed: true }), text('jobTitle', 'jobTitle', { max: 40, needed: true }),
        code('occupationCode', 'occupationCode', 'occupationMajor', { width: 3 }), { path: 'monthlyIncomeFen', label: 'monthlyIncomeFen', kind: 'money', width: 2 },
        codes('insurances', 'insurances', 'insurance'),
      ],
    },
    {
      label: 'employer',
      show: hasEmployer,
      fields: [
        text('employerName', 'employerName', { max: 80, width: 3, needed: true }), text('employerCode', 'employerCode', { max: 18, width: 3 }),
        code('contractType', 'contractType', 'contractType', { width: 6, needed: true }), pastDate('contractStart', 'contractStart', { needed: isFixed, show: hasContract }),
        date('contractEnd', 'contractEnd', { needed: isFixed, show: hasContract }),
      ],
    },
    {
      label: 'idle',
      show: isIdle,
      fields: [
        code('unemployedReason', 'unemployedReason', 'unemployedReason', { width: 6, needed: true }), code('livingSource', 'livingSource', 'livingSource', { width: 6, needed: true }),
        pastDate('unemployedSince', 'unemployedSince'), yesNo('unempRegistered', 'unempRegistered', { needed: true }),
        pastDate('unempRegisteredOn', 'unempRegisteredOn', { needed: true, show: (body) => isIdle(body) && body.unempRegistered === true }),
        text('certNoEmployment', 'certNoEmployment', { max: 40 }),
      ],
    },
    { label: 'note', fields: [attachments, text('note', 'note', { width: 6, lines: 2, max: 500 })] },
  ],
}

export const exclusionForm: PartForm = {
  kind: 'exclusion',
  groups: [
    {
      label: 'exclusion',
      fields: [
        code('reason', 'exclusionReason', 'exclusionReason', { width: 6, needed: true }), pastDate('date', 'exclusionFrom', { needed: true }), pastDate('endedOn', 'exclusionUntil'),
        text('evidence', 'evidence', { width: 6, needed: true }), attachments, text('note', 'note', { width: 6, lines: 2, max: 500 }),
      ],
    },
  ],
}

const asked = [
  code('kind', 'rightKind', 'rightKind', { width: 6, needed: true }), pastDate('receivedOn', 'receivedOn', { needed: true }),
  text('askedFor', 'askedFor', { width: 6, lines: 2, max: 500, needed: (body) => body.kind === 'CORRECTION' }),
] as const

export const rightsForm: PartForm = { kind: 'rightsRequest', groups: [{ label: 'right', fields: asked }] }

export const rightsAnswerForm: PartForm = {
  kind: 'rightsRequest',
  groups: [
    {
      label: 'rightAnswer',
      fields: [
        pastDate('doneOn', 'doneOn', { needed: true }), code('result', 'result', 'rightOutcome', { width: 6, needed: true }),
        text('outcome', 'outcome', { width: 6, lines: 2, max: 500, needed: (body) => body.result === 'PARTLY' || body.result === 'NOT_DONE' }),
      ],
    },
    { label: 'right', fields: asked },
  ],
}
