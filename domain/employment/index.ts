export { closingsOf, endOf, overlapsOf } from './periods.ts'
export type { Closing, Period } from './periods.ts'
