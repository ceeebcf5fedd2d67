import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { connect, prepareForWriting } from '../../db/connection.ts'
import { sumOfCounters } from '../../db/projection/counters.ts'
import { prepared } from '../../db/prepared.ts'
import { databaseName } from '../../electron/store/folder.ts'

/**
 * The limit: the same rows read and written by bare prepared statements with the same cipher, without contract, worker, rules or masks. Reading asks
 * the store itself; writing goes to a copy of it, so that nothing is left behind.
 */

export interface RawStore {
  findId(idNumber: string): unknown
  findName(pair: string): unknown
  findPinyin(initials: string): unknown
  list50(): unknown
  dashboard(): unknown
  /** From the key to the first list. */
  open(): unknown
  /** Off the clock: the copy that is written to. */
  copy(): void
  /** Off the clock: the rows that an action has written, to be written once more. */
  rowsOf(actionId: string): SavedRows
  /** Journal, delivery and every row that the save of one step has touched, in one transaction on disk. */
  save(rows: SavedRows): unknown
  close(): void
}

type Row = { readonly [column: string]: unknown }
export interface SavedRows {
  readonly changes: readonly Row[]
  readonly delivery: readonly Row[]
  readonly documents: readonly Row[]
  readonly persons: readonly Row[]
  readonly cases: readonly Row[]
  readonly counters: readonly Row[]
}

const rowColumns = `p.no, p.id, p.name, p.sex, p.birth_date, p.id_number, p.phone, p.category, p.grade, p.town, p.village, p.to_verify, p.mark,
  c.target_from, c.target_until, c.has_need, c.next_step, c.due_on, c.steps`
const joinedCase = 'left join case_state c on c.cycle_year = ? and c.no = p.no'
const page = 'select no from case_state indexed by case_due where cycle_year = ? order by due_on, name_key, no limit 50'

export function openRaw(folder: string, key: Uint8Array, cycleYear: string, today: string): RawStore {
  const file = join(folder, databaseName)
  const copy = join(folder, 'bench-copy.db')
  const reader = connect(file, key, { readonly: true, mayCreate: false })
  let writer: Database | null = null
  const one = reader.prepare(`select ${rowColumns} from person p ${joinedCase} where p.id_number = ?`)
  const named = reader.prepare(
    `select ${rowColumns} from (select no from name_bigram where gram = ? limit 200) h join person p on p.no = h.no ${joinedCase} order by p.name_key limit 20`,
  )
  const spelt = reader.prepare(
    `select ${rowColumns} from (select no from pinyin_initials where suffix >= ? and suffix < ? limit 200) h join person p on p.no = h.no ${joinedCase} order by p.name_key limit 20`,
  )
  const list = listStatements(reader)
  const counters = reader.prepare(sumOfCounters)
  const month = today.slice(0, 7)

  function copied(): Database {
    if (writer !== null) return writer
    // Nobody writes at this moment, so file and log belong together.
    copyFileSync(file, copy)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
    writer = connect(copy, key, { readonly: false, mayCreate: false })
    prepareForWriting(writer)
    return writer
  }

  return {
    findId: (idNumber) => one.all(cycleYear, idNumber),
    findName: (pair) => named.all(pair, cycleYear),
    findPinyin: (initials) => spelt.all(initials, `${initials}\u{10ffff}`, cycleYear),
    list50: () => list(cycleYear, today),
    dashboard: () => counters.all({ year: cycleYear, month: `M${month}`, firstDay: `D${month}-01`, lastDay: `D${today}` }),
    open() {
      const fresh = connect(file, key, { readonly: true, mayCreate: false })
      listStatements(fresh)(cycleYear, today)
      fresh.close()
    },
    copy: () => void copied(),
    rowsOf: (actionId) => savedRows(reader, actionId, cycleYear, today),
    save: (rows) => saveAgain(copied(), rows),
    close() {
      reader.close()
      writer?.close()
      for (const ending of ['', '-wal', '-shm']) rmSync(`${copy}${ending}`, { force: true })
    },
  }
}

function listStatements(sqlite: Database): (cycleYear: string, today: string) => unknown {
  const count = sqlite.prepare(`select sum(n) from counter where cycle_year = ? and span = 'A'`).pluck()
  const nos = sqlite.prepare(page).pluck()
  const row = sqlite.prepare(`select ${rowColumns} from person p ${joinedCase} where p.no = ?`)
  const flags = sqlite.prepare('select no, flag from person_flag where no = ? and from_on <= ? and until_on > ?')
  return (cycleYear, today) => {
    const total = count.get(cycleYear)
    return (nos.all(cycleYear) as number[]).map((no) => [row.get(cycleYear, no), flags.all(no, today, today), total])
  }
}

function savedRows(reader: Database, actionId: string, cycleYear: string, today: string): SavedRows {
  const all = (sql: string, ...values: unknown[]) => reader.prepare(sql).all(...values) as Row[]
  const changes = all('select * from change where action_id = ?', actionId)
  const persons = all('select * from person where id in (select person_id from change where action_id = ?)', actionId)
  const town = persons[0]?.['town']
  return {
    changes,
    persons,
    delivery: all('select * from delivery where change_id in (select id from change where action_id = ?)', actionId),
    documents: all('select * from document where id in (select entity_id from change where action_id = ?)', actionId),
    cases: all('select * from case_state where no = ?', persons[0]?.['no']),
    counters: all('select * from counter where cycle_year = ? and town = ? and span in (?, ?)', cycleYear, town, `D${today}`, `M${today.slice(0, 7)}`),
  }
}

const keysOf: { readonly [table: string]: readonly string[] } = {
  change: ['seq'], delivery: ['change_id'], document: ['id'], person: ['no'], case_state: ['cycle_year', 'no'], counter: ['cycle_year', 'span', 'town', 'name'],
}

function saveAgain(sqlite: Database, rows: SavedRows): void {
  const put = (table: string, list: readonly Row[]) => {
    for (const row of list) prepared(sqlite, upsertText(table, Object.keys(row))).run(...Object.values(row))
  }
  const write = sqlite.transaction(() => {
    put('change', rows.changes)
    put('delivery', rows.delivery)
    put('document', rows.documents)
    put('person', rows.persons)
    put('case_state', rows.cases)
    put('counter', rows.counters)
  })
  write.immediate()
}

const texts = new Map<string, string>()

function upsertText(table: string, columns: readonly string[]): string {
  const known = texts.get(table)
  if (known !== undefined) return known
  const sets = columns.map((column) => `${column} = excluded.${column}`).join(', ')
  const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
    on conflict (${(keysOf[table] ?? []).join(', ')}) do update set ${sets}`
  texts.set(table, text)
  return text
}
