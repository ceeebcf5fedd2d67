import { code, pastDate, text } from '../formSpec.ts'
import type { FormSpec } from '../formSpec.ts'

/** A consent that lies on paper. */
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
