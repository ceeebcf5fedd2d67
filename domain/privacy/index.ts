export { maskAddress, maskBankAccount, maskCertNumber, maskIdNumber, maskLevels, maskName, maskPhone } from './mask.ts'
export type { Address, MaskLevel } from './mask.ts'
export { redact } from './redact.ts'
