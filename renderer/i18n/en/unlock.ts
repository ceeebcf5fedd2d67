import type { unlock as zh } from '../zh-CN/unlock.ts'
import type { SameShape } from '../shape.ts'

export const unlock: SameShape<typeof zh> = {
  title: 'Unlock',
  idle: 'Locked after {{count}} minutes without a sign. Type the password to go on.',
  idle_one: 'Locked after {{count}} minute without a sign. Type the password to go on.',
  locked: 'Locked; what you filled in is kept. Type the password to go on.',
  name: 'Name',
  password: 'Password',
  missing: 'Type the password',
  go: 'Unlock',
  working: 'Opening',
  ordering: 'Putting the records in order',
  wait: 'Wrong several times. Wait {{count}} seconds',
  forgot: 'Forgot it: use the recovery code',
  recoverTitle: 'Open with the recovery code',
  recoverLead: 'Type the six groups from the paper and set a new password. All records are still there.',
  code: 'Recovery code',
  codeHint: 'Six groups of four. Spaces and dashes may be left out',
  missingCode: 'Type the recovery code from the paper',
  newPassword: 'New password',
  again: 'New password once more',
  recover: 'Open and set the new password',
  backToPassword: 'I remember: use the password',
}
