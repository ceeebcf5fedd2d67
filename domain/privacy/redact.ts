/**
 * Certificate numbers, identity numbers (old ones and cut ones too) and bank accounts: 15 digits and more, also in groups. Two dates side by side
 * look the same and go as well; better so than the other way round.
 */
const longNumber = /\d(?:[ -]?\d){13,}(?:[ -]?[0-9Xx])?(?:[ -]?\d){0,4}(?:[Bb]\d{1,2})?/g
const mobile = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g
const landline = /(?<!\d)\(?0\d{2,3}\)?[- ]?[2-9]\d{6,7}(?!\d)/g

/** Text for logs and for reports of faults: every number that names a person is gone. */
export function redact(text: string): string {
  return text
    .replace(/[０-９Ｘｘ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(longNumber, (run) => (run.replace(/[ -]/g, '').length >= 15 ? '[号码]' : run))
    .replace(mobile, '[电话]')
    .replace(landline, '[电话]')
}
