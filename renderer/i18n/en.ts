import { assessment } from './en/assessment.ts'
import { attachments, signing } from './en/attachments.ts'
import { balance } from './en/balance.ts'
import { caseload } from './en/caseload.ts'
import { common } from './en/common.ts'
import { countyWays } from './en/countyWays.ts'
import { family } from './en/family.ts'
import { firstRun } from './en/firstRun.ts'
import { frame } from './en/frame.ts'
import { handOver } from './en/handOver.ts'
import { importing } from './en/importing.ts'
import { ledger } from './en/ledger.ts'
import { person } from './en/person.ts'
import { planning } from './en/planning.ts'
import { progress } from './en/progress.ts'
import { records } from './en/records.ts'
import { settings } from './en/settings.ts'
import { sync } from './en/sync.ts'
import { today } from './en/today.ts'
import { trouble } from './en/trouble.ts'
import { unlock } from './en/unlock.ts'
import { visit } from './en/visit.ts'

/** Every text of the screens in English. The compiler asks for every key that the Chinese has. */
export const en = {
  assessment, attachments, balance, caseload, common, countyWays, family, firstRun, frame, handOver, importing, ledger, person, planning, progress, records, settings, signing, sync, today, trouble, unlock, visit,
}
