import type { SameShape } from '../shape.ts'
import type { attachments as zhAttachments, signing as zhSigning } from '../zh-CN/attachments.ts'

export const attachments: SameShape<typeof zhAttachments> = {
  list: 'Photos, papers and signature',
  choose: 'Add photos or files',
  paper: 'Note a paper',
  hint: 'Or drop them here, or paste with Ctrl+V. Photos are made small and lose the place where they were taken',
  photo: 'Photo',
  name: 'What it is',
  place: 'Where the paper lies',
  onPaper: 'Paper',
  unnamed: 'this one',
  size: '{{size}} KB, on this computer',
  look: 'Look at {{name}}',
  close: 'Close',
  remove: 'Remove',
  removeOne: 'Remove {{name}}',
  removeTitle: 'Remove “{{name}}”?',
  removeExplain: 'It was handed in before. The earlier version keeps it',
  reason: 'Why it is removed',
  reasonNeeded: 'Say why it is removed, in two characters or more',
  keep: 'Keep it',
  seen: 'Understood',
  fault: {
    kind: '{{name}} is neither a picture nor a PDF and was not added. All else is there',
    size: '{{name}} is larger than 2 MB and was not added. Take a smaller picture or split it',
    unreadable: '{{name}} cannot be opened and was not added. Save it as JPG and try again',
  },
}

export const signing: SameShape<typeof zhSigning> = {
  title: 'Signature',
  drawn: '{{label}}, signed',
  blank: '{{label}}, not signed yet',
  how: 'Sign with finger, pen or mouse',
  says: 'Read this to the person before they sign:',
  keep: 'Signed',
  again: 'Sign again',
  onScreen: 'Sign on the screen',
  onPaper: 'Sign on paper',
  signed: 'Signed on the screen',
  signedOn: 'on the screen',
  nothing: 'Nothing is signed yet. Sign here, or on paper',
}
