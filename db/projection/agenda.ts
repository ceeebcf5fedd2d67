import type { Database } from 'better-sqlite3'
import type { CaseFacts } from '../../domain/cycle/index.ts'
import { agendaOf } from '../../domain/reminders/agenda.ts'
import { cycleIn } from '../cycle.ts'
import { prepared } from '../prepared.ts'

/** Days on which a file asks for something besides the four ones. `facts` is null for whoever is in no list. */
export function writeAgenda(sqlite: Database, no: number, facts: CaseFacts | null, newestYear: string | undefined): void {
  const wanted = facts === null ? [] : agendaOf(facts, cycleIn(sqlite, newestYear ?? '9999'))
  const kept = new Set(wanted.map(({ kind, on }) => `${kind} ${on}`))
  const old = prepared(sqlite, 'select kind, on_date as "on" from agenda indexed by agenda_no where no = ?').all(no) as { kind: string; on: string }[]
  for (const { kind, on } of old) if (!kept.has(`${kind} ${on}`)) prepared(sqlite, 'delete from agenda where kind = ? and on_date = ? and no = ?').run(kind, on, no)
  for (const { kind, on } of wanted) prepared(sqlite, 'insert or ignore into agenda (kind, on_date, no) values (?, ?, ?)').run(kind, on, no)
}
