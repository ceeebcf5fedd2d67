import { assessment } from './zh-CN/assessment.ts'
import { attachments, signing } from './zh-CN/attachments.ts'
import { balance } from './zh-CN/balance.ts'
import { caseload } from './zh-CN/caseload.ts'
import { common } from './zh-CN/common.ts'
import { countyWays } from './zh-CN/countyWays.ts'
import { family } from './zh-CN/family.ts'
import { firstRun } from './zh-CN/firstRun.ts'
import { frame } from './zh-CN/frame.ts'
import { handOver } from './zh-CN/handOver.ts'
import { importing } from './zh-CN/importing.ts'
import { ledger } from './zh-CN/ledger.ts'
import { person } from './zh-CN/person.ts'
import { planning } from './zh-CN/planning.ts'
import { progress } from './zh-CN/progress.ts'
import { records } from './zh-CN/records.ts'
import { settings } from './zh-CN/settings.ts'
import { sync } from './zh-CN/sync.ts'
import { today } from './zh-CN/today.ts'
import { trouble } from './zh-CN/trouble.ts'
import { unlock } from './zh-CN/unlock.ts'
import { visit } from './zh-CN/visit.ts'

/** Every text of the screens in Chinese, the first language. One file for each feature. */
export const zhCN = {
  assessment, attachments, balance, caseload, common, countyWays, family, firstRun, frame, handOver, importing, ledger, person, planning, progress, records, settings, signing, sync, today, trouble, unlock, visit,
}
