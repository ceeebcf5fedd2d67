import type { JsonObject } from '../../../api/client.ts'
import { code, pastDate, special, text, yesNo } from '../formSpec.ts'
import type { FormSpec } from '../formSpec.ts'

const hasLeft = (body: JsonObject) => body.inJob === false
const stays = (body: JsonObject) => body.inJob === true

/** A look at a job some months after it began. */
export const placementCheckForm: FormSpec = {
  kind: 'placementCheck',
  groups: [
    {
      label: 'placement',
      fields: [
        pastDate('checkedOn', 'placementCheckedOn', { needed: true }),
        code('method', 'placementMethod', 'checkMethod', { needed: true, width: 4 }),
        yesNo('inJob', 'inJob', 'inJob', { needed: true }),
        { path: 'monthlyIncomeFen', label: 'monthlyIncome', kind: 'money', width: 2, show: stays },
        pastDate('leftOn', 'leftOn', { needed: true, show: hasLeft }),
        code('leftReason', 'leftReason', 'leftReason', { needed: true, width: 4, show: hasLeft }),
        text('problem', 'placementProblem', { width: 3, max: 500, lines: 2 }),
        text('action', 'placementAction', { width: 3, max: 500, lines: 2, needed: (body) => typeof body.problem === 'string' && body.problem.trim() !== '' }),
        text('evidence', 'jobEvidence', { width: 3 }),
        text('note', 'note', { width: 3, max: 500, needed: (body) => hasLeft(body) && body.leftReason === 'OTHER' }),
        special('attachments', 'attachments', { also: ['attachmentsRemoved'] }),
      ],
    },
  ],
}
