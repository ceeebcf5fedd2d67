import type { JsonObject } from '../../../api/client.ts'
import { code, codes, date, isEmpty, signatureFields, pastDate, special, text, valueAt, yesNo } from '../formSpec.ts'
import type { FormSpec } from '../formSpec.ts'

/** Somebody answered: every question of the sheet is asked. */
const answered = (body: JsonObject) => body.result !== 'UNREACHABLE' && body.result !== 'REFUSED' && body.result !== 'EXCLUDED'
const works = (body: JsonObject) => body.employmentState === 'EMPLOYED'
/** Employed by somebody, as the rules of periods have it. */
const hasEmployer = (body: JsonObject) => works(body) && /^(1|2|4|5)/.test(String(body.employmentForm ?? ''))
const fixedTerm = (body: JsonObject) => hasEmployer(body) && valueAt(body, 'job.contractType') === 'FIXED'
const idle = (body: JsonObject) => body.employmentState === 'UNEMPLOYED'
const isRegistered = (body: JsonObject) => idle(body) && body.unempRegistered === true
const noNeed = (body: JsonObject) => body.hasEmploymentNeed === false
const byCall = (body: JsonObject) => body.method === 'PHONE' || body.method === 'VIDEO' || body.method === 'SMS_WECHAT'
const onPaper = (body: JsonObject) => !byCall(body)
/** One kind of evidence is enough. */
const noPapers = (body: JsonObject) => isEmpty(body.attachments)

export const infoCheckForm: FormSpec = {
  kind: 'infoCheck',
  groups: [
    {
      label: 'checkHow',
      fields: [
        pastDate('checkedOn', 'checkedOn', { needed: true }),
        code('respondent', 'respondent', 'respondent', { needed: true, width: 4, show: (body) => body.result !== 'UNREACHABLE' }),
        code('method', 'checkMethod', 'checkMethod', { needed: true, width: 6 }),
        code('result', 'checkResult', 'checkResult', { needed: true, width: 6 }),
        code('exclusionReason', 'exclusionReason', 'exclusionReason', { needed: true, width: 6, show: (body) => body.result === 'EXCLUDED' }),
        {
          path: 'attempts', label: 'attempts', kind: 'rows', width: 6, needed: true, maxRows: 10, show: (body) => body.result === 'UNREACHABLE',
          columns: [
            pastDate('date', 'attemptDate'), code('method', 'attemptMethod', 'checkMethod'), text('who', 'attemptWho', { max: 32 }), text('note', 'attemptNote'),
          ],
        },
      ],
    },
    { label: 'compare', show: answered, fields: [special('changes', 'compare')] },
    {
      label: 'work',
      show: answered,
      fields: [
        code('employmentState', 'employmentState', 'employmentState', { needed: true, width: 3 }),
        code('employmentForm', 'employmentForm', 'employmentForm', { needed: true, width: 3, show: works }),
        pastDate('job.startOn', 'jobStartOn', { show: works }),
        code('job.channel', 'channel', 'channel', { show: works }),
        text('job.jobTitle', 'jobTitle', { max: 40, show: works }),
        text('job.employerName', 'employerName', { max: 80, show: works }),
        text('job.employerCode', 'employerCode', { max: 18, show: hasEmployer }),
        code('job.industry', 'industry', 'industry', { show: works }),
        code('job.occupationCode', 'occupation', 'occupationMajor', { show: works }),
        code('job.contractType', 'contractType', 'contractType', { width: 4, show: hasEmployer }),
        date('job.contractStart', 'contractStart', { show: fixedTerm }),
        date('job.contractEnd', 'contractEnd', { show: fixedTerm }),
        { path: 'job.monthlyIncomeFen', label: 'monthlyIncome', kind: 'money', width: 2, show: works },
        codes('job.insurances', 'insurances', 'insurance', { show: works }),
        pastDate('unemployedSince', 'unemployedSince', { width: 3, show: idle }),
        yesNo('unempRegistered', 'unempRegistered', 'done', { width: 3, show: idle }),
        pastDate('unempRegisteredOn', 'unempRegisteredOn', { needed: true, show: isRegistered }),
        text('certNoEmployment', 'employmentCertNo', { max: 40, show: isRegistered }),
        code('unemployedReason', 'unemployedReason', 'unemployedReason', { needed: true, width: 6, show: idle }),
        code('livingSource', 'livingSource', 'livingSource', { needed: true, width: 6, show: idle }),
        codes('barriers', 'barriers', 'barriers', { show: idle }),
      ],
    },
    {
      label: 'wish',
      show: answered,
      fields: [
        code('workWillingness', 'workWillingness', 'workWillingness', { needed: true, width: 6 }),
        yesNo('hasEmploymentNeed', 'hasEmploymentNeed', 'has', { needed: true }),
        yesNo('hasTrainingNeed', 'hasTrainingNeed', 'has', { needed: true }),
        yesNo('hasStartupNeed', 'hasStartupNeed', 'has', { needed: true }),
        code('noNeedReason', 'noNeedReason', 'noNeedReason', { needed: true, width: 6, show: noNeed }),
        text('noNeedNote', 'noNeedNote', { needed: true, width: 6, show: (body) => noNeed(body) && body.noNeedReason === 'OTHER' }),
        codes('hardshipFlags', 'hardshipFlags', 'hardshipFlag', { needed: true }),
      ],
    },
    {
      label: 'evidenceOneOf',
      show: (body) => answered(body) || body.result === 'EXCLUDED',
      fields: [
        pastDate('callLog.date', 'callDate', { needed: noPapers, show: byCall }),
        text('callLog.phone', 'callPhone', { max: 20, needed: noPapers, show: byCall }),
        text('callLog.who', 'callWho', { max: 32, show: byCall }),
        text('callLog.note', 'callNote', { width: 6, show: byCall }),
        ...signatureFields(noPapers, onPaper),
        special('attachments', 'attachments', { also: ['attachmentsRemoved'] }),
        text('note', 'note', { width: 6, lines: 2, max: 500 }),
      ],
    },
    { label: 'note', show: (body) => !answered(body) && body.result !== 'EXCLUDED', fields: [text('note', 'note', { width: 6, lines: 2, max: 500 })] },
  ],
}
