import type { JsonObject } from '../../../api/client.ts'
import { code, codes, isEmpty, pastDate, special, text, texts, valueAt } from '../formSpec.ts'
import type { FormSpec } from '../formSpec.ts'

/** The items are asked anew, not taken from an earlier assessment that still stands. */
const asked = (body: JsonObject) => isEmpty(body.reviewOf)

/** The federation's kit was used: then its whole result is entered. */
const hasKit = (body: JsonObject) => !isEmpty(valueAt(body, 'testKit.testedOn')) || !isEmpty(valueAt(body, 'testKit.org'))

export const capabilityAssessmentForm: FormSpec = {
  kind: 'capabilityAssessment',
  groups: [
    {
      label: 'assessHow',
      fields: [
        pastDate('assessedOn', 'assessedOn', { needed: true }),
        text('place', 'place', { needed: true, max: 60 }),
        text('assessorQualification', 'assessorQualification', { needed: true, max: 60 }),
        code('mode', 'assessmentMode', 'assessmentMode', { needed: true, width: 3 }),
        text('assessorTraining', 'assessorTraining', { max: 120, width: 3 }),
        texts('supporters', 'supporters', { needed: (_body, facts) => facts.needsSupporter }),
        special('consentId', 'assessmentConsent', { needed: true }),
        special('review', 'review', { show: (body, facts) => facts.lastAssessment !== null || !isEmpty(body.reviewOf) }),
      ],
    },
    { label: 'items', show: asked, fields: [special('items', 'items', { needed: true })] },
    { label: 'environment', show: asked, fields: [special('env', 'environment', { needed: true })] },
    {
      label: 'background',
      fields: [
        codes('assistiveDevices', 'assistiveDevices', 'assistiveDevice'),
        texts('skills', 'skills'), texts('certificates', 'certificates'), texts('workHistory', 'workHistory'), texts('interests', 'interests'),
      ],
    },
    {
      label: 'testKit',
      fields: [
        pastDate('testKit.testedOn', 'kitTestedOn', { needed: hasKit }),
        text('testKit.org', 'kitOrg', { max: 60, width: 4 }),
        text('testKit.results.A', 'kitA', { max: 40, width: 3, needed: hasKit, show: hasKit }), text('testKit.results.B', 'kitB', { max: 40, width: 3, needed: hasKit, show: hasKit }),
        text('testKit.results.C', 'kitC', { max: 40, width: 3, needed: hasKit, show: hasKit }), text('testKit.results.D', 'kitD', { max: 40, width: 3, needed: hasKit, show: hasKit }),
        special('attachments', 'kitReport', { needed: hasKit, also: ['attachmentsRemoved'], show: (body) => hasKit(body) || !isEmpty(body.attachments) }),
      ],
    },
    { label: 'advice', fields: [special('advice', 'advice')] },
    {
      label: 'conclusion',
      fields: [
        text('conclusion', 'conclusion', { needed: true, width: 6, lines: 4, max: 1000 }),
        code('personOpinion', 'personOpinion', 'personOpinion', { needed: true, width: 6 }),
        text('personOpinionNote', 'personOpinionNote', { needed: true, width: 6, lines: 2, max: 500, show: (body) => body.personOpinion === 'DISAGREE' }),
        text('note', 'note', { width: 6, lines: 2, max: 500 }),
      ],
    },
  ],
}
