import type { JsonObject } from '../../../api/client.ts'
import type { FileFacts } from '../fileFacts.ts'
import { code, codes, date, signatureFields, pastDate, special, text, texts, valueAt, yesNo } from '../formSpec.ts'
import type { FormSpec } from '../formSpec.ts'

/** Somebody who wants to start a business: said in the info check, sought as a form of work (3), or asked for as a service (09). */
function startsUp(body: JsonObject, facts: FileFacts): boolean {
  const intentions = Array.isArray(body.intentions) ? body.intentions : []
  const needs = Array.isArray(body.serviceNeeds) ? body.serviceNeeds : []
  return facts.hasStartupNeed || needs.includes('09') || intentions.some((intention) => valueAt(intention, 'form') === '3')
}

export const demandRegistrationForm: FormSpec = {
  kind: 'demandRegistration',
  groups: [
    {
      label: 'register',
      fields: [
        {
          path: 'intentions', label: 'intentions', kind: 'rows', width: 6, needed: true, maxRows: 3,
          columns: [
            code('family', 'jobFamily', 'jobFamily'), code('form', 'employmentForm', 'employmentForm'), text('jobTitle', 'jobTitle', { max: 40 }),
            code('occupationCode', 'occupation', 'occupationMajor'), code('industry', 'industry', 'industry'),
          ],
        },
        codes('workTime', 'workTime', 'workTime', { needed: true, width: 3 }),
        codes('commuteModes', 'commuteModes', 'commuteMode', { width: 3 }),
        special('targetAreas', 'targetAreas', { needed: true }),
        { path: 'maxCommuteMin', label: 'maxCommuteMin', kind: 'number', width: 2, unit: 'minutes' },
        { path: 'expectedWageMinFen', label: 'expectedWage', kind: 'money', width: 2, unit: 'perMonth' },
        date('availableFrom', 'availableFrom', { needed: true }),
      ],
    },
    {
      label: 'conditions',
      fields: [
        yesNo('acceptNight', 'acceptNight', 'can', { width: 1 }), yesNo('acceptDorm', 'acceptDorm', 'can', { width: 1 }), yesNo('acceptTravel', 'acceptTravel', 'can', { width: 1 }),
        yesNo('acceptStanding', 'acceptStanding', 'can', { width: 1 }), yesNo('acceptLifting', 'acceptLifting', 'can', { width: 1 }),
        texts('accommodationNeeds', 'accommodationNeeds', { width: 6 }),
      ],
    },
    {
      label: 'help',
      fields: [
        codes('serviceNeeds', 'serviceNeeds', 'serviceType', { needed: true }),
        codes('trainingNeeds', 'trainingNeeds', 'trainingType'),
        codes('aidNeeds', 'aidNeeds', 'aidNeed'),
        text('startup.field', 'startupField', { width: 3, max: 80, needed: true, show: startsUp }),
        { path: 'startup.fundsFen', label: 'startupFunds', kind: 'money', width: 2, unit: 'yuan', show: startsUp },
        texts('startup.needs', 'startupNeeds', { width: 6, show: startsUp }),
      ],
    },
    {
      label: 'evidence',
      fields: [
        pastDate('registeredOn', 'registeredOn', { needed: true }),
        date('validUntil', 'validUntil', { needed: true }),
        text('employmentCertNo', 'employmentCertNo', { max: 40 }),
        special('shareConsentId', 'shareConsent'),
        special('publishConsentId', 'publishConsent'),
        ...signatureFields(true),
        text('note', 'note', { width: 6, lines: 2, max: 500 }),
      ],
    },
  ],
}
