import { hiredBy } from '../../../../domain/records/index.ts'
import type { JsonObject } from '../../../api/client.ts'
import { code, codes, date, isEmpty, pastDate, special, text, valueAt } from '../formSpec.ts'
import type { FormSpec } from '../formSpec.ts'

/** 03 职业介绍、岗位推荐; what was written of a referral stays in sight. */
const refers = (body: JsonObject) => body.serviceType === '03' || valueAt(body, 'referrals.0') !== undefined
const gotJob = (body: JsonObject) => body.result === 'EMPLOYED'
/** Employed by somebody, as the rules of periods have it. */
const hasEmployer = (body: JsonObject) => /^(1|2|4|5)/.test(String(valueAt(body, 'job.employmentForm') ?? ''))
const fixedTerm = (body: JsonObject) => hasEmployer(body) && valueAt(body, 'job.contractType') === 'FIXED'
const inGroup = (body: JsonObject) => body.method === 'GROUP_EVENT'

export const serviceRecordForm: FormSpec = {
  kind: 'serviceRecord',
  groups: [
    {
      label: 'service',
      fields: [
        pastDate('servedOn', 'servedOn', { needed: true }),
        { path: 'minutes', label: 'minutes', kind: 'number', width: 2, unit: 'minutes', needed: true },
        code('serviceType', 'serviceType', 'serviceType', { needed: true }),
        code('method', 'serviceMethod', 'serviceMethod', { needed: true, width: 6 }),
        text('eventName', 'eventName', { max: 80, needed: true, show: inGroup }),
        pastDate('attendance.date', 'attendanceDate', { needed: true, show: inGroup }),
        text('attendance.paperLocation', 'attendancePaper', { max: 80, needed: true, show: inGroup }),
        special('referralConsent', 'shareConsent', { needed: true, show: refers }),
        {
          path: 'referrals', label: 'referrals', kind: 'rows', width: 6, maxRows: 5, needed: true, show: refers,
          columns: [
            text('jobTitle', 'jobTitle', { max: 40 }), text('employerName', 'employerName', { max: 80 }), pastDate('date', 'referralDate'),
            code('outcome', 'referralOutcome', 'referralOutcome'), text('reason', 'referralReason', { max: 200 }),
          ],
        },
        text('content', 'content', { needed: true, width: 6, lines: 3, max: 1000 }),
        special('attachments', 'attachments', { also: ['attachmentsRemoved'] }),
        text('partnerOrg', 'partnerOrg', { width: 3, max: 80 }),
        text('contractNo', 'contractNo', { width: 3, max: 60, needed: true, show: (body) => !isEmpty(body.partnerOrg) }),
      ],
    },
    {
      label: 'outcome',
      fields: [
        code('result', 'serviceResult', 'serviceResult', { needed: true, width: 6 }),
        pastDate('job.startOn', 'jobStartOn', { needed: true, show: gotJob }),
        code('job.employmentForm', 'employmentForm', 'employmentForm', { needed: true, show: gotJob }),
        code('job.channel', 'channel', 'channel', { needed: true, show: gotJob }),
        text('job.employerName', 'employerName', { max: 80, needed: (body) => hasEmployer(body) && hiredBy(body).employerName === undefined, show: gotJob }),
        text('job.employerCode', 'employerCode', { max: 18, show: gotJob }),
        text('job.jobTitle', 'jobTitle', { max: 40, needed: (body) => hiredBy(body).jobTitle === undefined, show: gotJob }),
        code('job.industry', 'industry', 'industry', { needed: true, show: gotJob }),
        code('job.contractType', 'contractType', 'contractType', { width: 4, needed: hasEmployer, show: gotJob }),
        date('job.contractStart', 'contractStart', { needed: fixedTerm, show: (body) => gotJob(body) && fixedTerm(body) }),
        date('job.contractEnd', 'contractEnd', { needed: fixedTerm, show: (body) => gotJob(body) && fixedTerm(body) }),
        { path: 'job.monthlyIncomeFen', label: 'monthlyIncome', kind: 'money', width: 2, show: gotJob },
        codes('job.insurances', 'insurances', 'insurance', { show: gotJob }),
        text('job.evidence', 'jobEvidence', { width: 6, needed: true, show: gotJob }),
        date('followUpOn', 'followUpOn'),
        { path: 'satisfaction', label: 'satisfaction', kind: 'rating', width: 4 },
        text('note', 'note', { width: 6, lines: 2, max: 500 }),
      ],
    },
  ],
}
