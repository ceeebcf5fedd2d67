import type { JsonObject, StepNumber } from '../../api/client.ts'
import { code, codes, date, paperSignature, pastDate, text, valueAt, yesNo } from './formSpec.ts'
import type { FormSpec } from './formSpec.ts'

/** The four forms and the paper consent: which fields, in which order, under which condition. Rules and messages are the domain's. */

const answered = (body: JsonObject) => body.result !== 'UNREACHABLE' && body.result !== 'REFUSED' && body.result !== 'EXCLUDED'

const infoCheck: FormSpec = {
  kind: 'infoCheck',
  groups: [
    {
      label: 'checkHow',
      fields: [
        pastDate('checkedOn', 'checkedOn', { needed: true }),
        code('method', 'checkMethod', 'checkMethod', { needed: true }),
        code('respondent', 'respondent', 'respondent', { needed: true, show: (body) => body.result !== 'UNREACHABLE' }),
        { path: 'changes', label: 'compare', kind: 'special', width: 6, show: answered },
        code('result', 'checkResult', 'checkResult', { needed: true, width: 6 }),
        code('exclusionReason', 'exclusionReason', 'exclusionReason', { needed: true, width: 3, show: (body) => body.result === 'EXCLUDED' }),
        {
          path: 'attempts', label: 'attempts', kind: 'rows', width: 6, needed: true, maxRows: 10, show: (body) => body.result === 'UNREACHABLE',
          columns: [
            pastDate('date', 'attemptDate'), code('method', 'attemptMethod', 'checkMethod'), text('who', 'attemptWho', { max: 32 }), text('note', 'attemptNote'),
          ],
        },
      ],
    },
    {
      label: 'work',
      show: answered,
      fields: [
        code('employmentState', 'employmentState', 'employmentState', { needed: true, width: 6 }),
        code('employmentForm', 'employmentForm', 'employmentForm', { needed: true, width: 3, show: (body) => body.employmentState === 'EMPLOYED' }),
        code('unemployedReason', 'unemployedReason', 'unemployedReason', { needed: true, show: (body) => body.employmentState === 'UNEMPLOYED' }),
        code('livingSource', 'livingSource', 'livingSource', { needed: true, show: (body) => body.employmentState === 'UNEMPLOYED' }),
        pastDate('unemployedSince', 'unemployedSince', { show: (body) => body.employmentState === 'UNEMPLOYED' }),
        codes('barriers', 'barriers', 'barriers', { show: (body) => body.employmentState === 'UNEMPLOYED' }),
      ],
    },
    {
      label: 'wish',
      show: answered,
      fields: [
        code('workWillingness', 'workWillingness', 'workWillingness', { needed: true, width: 6 }),
        yesNo('hasEmploymentNeed', 'hasEmploymentNeed', { needed: true }),
        yesNo('hasTrainingNeed', 'hasTrainingNeed', { needed: true }),
        yesNo('hasStartupNeed', 'hasStartupNeed', { needed: true }),
        code('noNeedReason', 'noNeedReason', 'noNeedReason', { needed: true, width: 3, show: (body) => body.hasEmploymentNeed === false }),
        text('noNeedNote', 'noNeedNote', { needed: true, width: 3, show: (body) => body.hasEmploymentNeed === false && body.noNeedReason === 'OTHER' }),
        codes('hardshipFlags', 'hardshipFlags', 'hardshipFlag', { needed: true }),
      ],
    },
    {
      label: 'evidence',
      show: (body) => answered(body) || body.result === 'EXCLUDED',
      fields: paperSignature(),
    },
    { label: 'note', fields: [text('note', 'note', { width: 6, lines: 2, max: 500 })] },
  ],
}

const capabilityAssessment: FormSpec = {
  kind: 'capabilityAssessment',
  groups: [
    {
      label: 'assessHow',
      fields: [
        pastDate('assessedOn', 'assessedOn', { needed: true }),
        code('mode', 'assessmentMode', 'assessmentMode', { needed: true }),
        text('place', 'place', { needed: true, max: 60 }),
        text('assessorQualification', 'assessorQualification', { needed: true, max: 60 }),
        { path: 'supporters', label: 'supporters', kind: 'texts', width: 4 },
        { path: 'consentId', label: 'assessmentConsent', kind: 'special', width: 6, needed: true },
        codes('assistiveDevices', 'assistiveDevices', 'assistiveDevice'),
      ],
    },
    { label: 'items', fields: [{ path: 'items', label: 'items', kind: 'special', width: 6, needed: true }] },
    { label: 'environment', fields: [{ path: 'env', label: 'environment', kind: 'special', width: 6, needed: true }] },
    { label: 'advice', fields: [{ path: 'advice', label: 'advice', kind: 'special', width: 6 }] },
    {
      label: 'conclusion',
      fields: [
        text('conclusion', 'conclusion', { needed: true, width: 6, lines: 4, max: 1000 }),
        code('personOpinion', 'personOpinion', 'personOpinion', { needed: true, width: 3 }),
        text('personOpinionNote', 'personOpinionNote', { needed: true, width: 3, max: 500, show: (body) => body.personOpinion === 'DISAGREE' }),
        text('note', 'note', { width: 6, lines: 2, max: 500 }),
      ],
    },
  ],
}

const demandRegistration: FormSpec = {
  kind: 'demandRegistration',
  groups: [
    {
      label: 'register',
      fields: [
        pastDate('registeredOn', 'registeredOn', { needed: true }),
        date('validUntil', 'validUntil', { needed: true }),
        date('availableFrom', 'availableFrom', { needed: true }),
        {
          path: 'intentions', label: 'intentions', kind: 'rows', width: 6, needed: true, maxRows: 3,
          columns: [
            code('family', 'jobFamily', 'jobFamily'), text('jobTitle', 'jobTitle', { max: 40 }), code('form', 'employmentForm', 'employmentForm'),
          ],
        },
        codes('workTime', 'workTime', 'workTime', { needed: true }),
        { path: 'targetAreas', label: 'targetAreas', kind: 'special', width: 6, needed: true },
        { path: 'maxCommuteMin', label: 'maxCommuteMin', kind: 'number', width: 2, unit: 'minutes' },
        { path: 'expectedWageMinFen', label: 'expectedWage', kind: 'money', width: 2, unit: 'perMonth' },
        codes('commuteModes', 'commuteModes', 'commuteMode'),
      ],
    },
    {
      label: 'help',
      fields: [
        codes('serviceNeeds', 'serviceNeeds', 'serviceType', { needed: true }),
        codes('trainingNeeds', 'trainingNeeds', 'trainingType'),
        { path: 'accommodationNeeds', label: 'accommodationNeeds', kind: 'texts', width: 6 },
        { path: 'shareConsentId', label: 'shareConsent', kind: 'special', width: 6 },
      ],
    },
    { label: 'evidence', fields: paperSignature() },
    { label: 'note', fields: [text('note', 'note', { width: 6, lines: 2, max: 500 })] },
  ],
}

const serviceRecord: FormSpec = {
  kind: 'serviceRecord',
  groups: [
    {
      label: 'service',
      fields: [
        pastDate('servedOn', 'servedOn', { needed: true }),
        { path: 'minutes', label: 'minutes', kind: 'number', width: 2, unit: 'minutes', needed: true },
        code('method', 'serviceMethod', 'serviceMethod', { needed: true }),
        code('serviceType', 'serviceType', 'serviceType', { needed: true, width: 3 }),
        text('partnerOrg', 'partnerOrg', { width: 3, max: 80 }),
        text('contractNo', 'contractNo', { width: 3, max: 60, needed: true, show: (body) => typeof body.partnerOrg === 'string' && body.partnerOrg !== '' }),
        text('eventName', 'eventName', { width: 3, max: 80, needed: true, show: (body) => body.method === 'GROUP_EVENT' }),
        pastDate('attendance.date', 'attendanceDate', { needed: true, show: (body) => body.method === 'GROUP_EVENT' }),
        text('attendance.paperLocation', 'attendancePaper', { width: 4, max: 80, needed: true, show: (body) => body.method === 'GROUP_EVENT' }),
        text('content', 'content', { needed: true, width: 6, lines: 3, max: 1000 }),
        {
          path: 'referrals', label: 'referrals', kind: 'rows', width: 6, maxRows: 5, show: (body) => body.serviceType === '03' || valueAt(body, 'referrals.0') !== undefined,
          columns: [
            text('jobTitle', 'jobTitle', { max: 40 }), text('employerName', 'employerName', { max: 80 }), pastDate('date', 'referralDate'),
            code('outcome', 'referralOutcome', 'referralOutcome'), text('reason', 'referralReason', { max: 200 }),
          ],
        },
      ],
    },
    {
      label: 'outcome',
      fields: [
        code('result', 'serviceResult', 'serviceResult', { needed: true, width: 6 }),
        date('followUpOn', 'followUpOn'),
        { path: 'satisfaction', label: 'satisfaction', kind: 'number', width: 2 },
        text('note', 'note', { width: 6, lines: 2, max: 500 }),
      ],
    },
  ],
}

export const consentForm: FormSpec = {
  kind: 'consent',
  groups: [
    {
      label: 'consent',
      fields: [
        pastDate('givenAt', 'givenAt', { needed: true }),
        code('givenBy', 'givenBy', 'givenBy', { needed: true }),
        text('guardianName', 'guardianName', { max: 32, needed: true, show: (body) => body.givenBy === 'GUARDIAN' }),
        text('textVersion', 'textVersion', { max: 40, needed: true }),
        text('paperLocation', 'paperLocation', { max: 80, width: 4, needed: true }),
      ],
    },
  ],
}

const forms = { 1: infoCheck, 2: capabilityAssessment, 3: demandRegistration, 4: serviceRecord } as const

export function formOf(step: StepNumber): FormSpec {
  return forms[step]
}
