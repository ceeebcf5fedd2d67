export { localDay } from '../../db/localDay.ts'
