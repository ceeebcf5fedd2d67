import type { Database } from 'better-sqlite3'
import type { JsonObject } from '../../../domain/journal/change.ts'
import type { IncomingRow, RowFinding, Verdict } from './source.ts'

/**
 * The rows of a preview, in a temporary table of the store's own connection: it lives in memory (temp_store), never on disk, and goes with the
 * connection.
 */

export type Standing = 'fresh' | 'same' | 'changed'

export interface TableRow {
  readonly no: number
  readonly sheet: string
  readonly row: number
  readonly verdict: Verdict
  readonly standing: Standing | null
  readonly personId: string | null
  readonly fields: JsonObject
  readonly findings: readonly RowFinding[]
  /** `no` of the first row that names the same person and comes in; the row itself for most. */
  readonly leader: number | null
}

export interface RowQuery {
  readonly code?: string | undefined
  readonly verdict?: Verdict | undefined
  readonly standing?: Standing | undefined
  readonly offset: number
  readonly limit: number
}

export interface RowTable {
  add(rows: readonly IncomingRow[]): void
  /** Leaders with `no` above the given one, in order. */
  leadersAfter(no: number, limit: number): TableRow[]
  followersOf(leader: number): TableRow[]
  setStandings(standings: readonly { readonly no: number; readonly standing: Standing; readonly personId: string | null }[]): void
  list(query: RowQuery): { readonly total: number; readonly rows: TableRow[] }
  counts(): { readonly verdicts: Record<Verdict, number>; readonly standings: Record<Standing, number>; readonly flagged: number; readonly rows: number }
  groups(): { readonly code: string; readonly kind: RowFinding['kind']; readonly rows: number }[]
  drop(): void
}

const comesIn = `('clean', 'mended', 'doubtful')`

export function createRowTable(sqlite: Database): RowTable {
  sqlite.exec(`
    drop table if exists temp.roster_row;
    drop table if exists temp.roster_finding;
    create temp table roster_row (no integer primary key, sheet text not null, row integer not null, verdict text not null,
      id_number text, leader integer, standing text, person_id text, fields text not null, findings text not null);
    create temp table roster_finding (code text not null, kind text not null, no integer not null);
    create index temp.roster_row_number on roster_row (id_number);
    create index temp.roster_row_leader on roster_row (leader);
    create index temp.roster_row_verdict on roster_row (verdict);
    create index temp.roster_row_standing on roster_row (standing);
    create index temp.roster_finding_code on roster_finding (code, no);
  `)
  const firstOf = sqlite
    .prepare(`select min(no) from temp.roster_row where id_number = ? and leader is not null`)
    .pluck()
  const insert = sqlite.prepare(
    'insert into temp.roster_row (sheet, row, verdict, id_number, fields, findings) values (?, ?, ?, ?, ?, ?)',
  )
  const insertFinding = sqlite.prepare('insert into temp.roster_finding (code, kind, no) values (?, ?, ?)')
  const setLeader = sqlite.prepare('update temp.roster_row set leader = ? where no = ?')
  const setStanding = sqlite.prepare('update temp.roster_row set standing = ?, person_id = ? where no = ? or leader = ?')

  function addOne(row: IncomingRow): void {
    const { idNumber } = row.fields
    const number = typeof idNumber === 'string' ? idNumber : null
    const no = Number(insert.run(row.sheet, row.row, row.verdict, number, JSON.stringify(row.fields), JSON.stringify(row.findings)).lastInsertRowid)
    for (const key of new Set(row.findings.map((finding) => `${finding.code}\n${finding.kind}`))) {
      const [code, kind] = key.split('\n')
      insertFinding.run(code, kind, no)
    }
    if (row.verdict === 'refused' || row.verdict === 'duplicate' || number === null) return
    setLeader.run((firstOf.get(number) as number | null) ?? no, no)
  }

  return {
    add: sqlite.transaction((rows: readonly IncomingRow[]) => rows.forEach(addOne)),
    leadersAfter: (no, limit) =>
      sqlite.prepare('select * from temp.roster_row where no > ? and leader = no order by no limit ?').all(no, limit).map(fromRow),
    followersOf: (leader) =>
      sqlite.prepare('select * from temp.roster_row where leader = ? and no <> leader order by no').all(leader).map(fromRow),
    setStandings: sqlite.transaction((standings: Parameters<RowTable['setStandings']>[0]) => {
      for (const { no, standing, personId } of standings) setStanding.run(standing, personId, no, no)
    }),
    list(query) {
      const conditions = ['1']
      const values: (string | number)[] = []
      if (query.code !== undefined) {
        conditions.push('no in (select no from temp.roster_finding where code = ?)')
        values.push(query.code)
      }
      if (query.verdict !== undefined) {
        conditions.push('verdict = ?')
        values.push(query.verdict)
      }
      if (query.standing !== undefined) {
        conditions.push('standing = ?')
        values.push(query.standing)
      }
      const where = conditions.join(' and ')
      const total = sqlite.prepare(`select count(*) from temp.roster_row where ${where}`).pluck().get(...values) as number
      const rows = sqlite
        .prepare(`select * from temp.roster_row where ${where} order by no limit ? offset ?`)
        .all(...values, query.limit, query.offset)
      return { total, rows: rows.map(fromRow) }
    },
    counts() {
      const countBy = (sql: string) => new Map(sqlite.prepare(sql).raw().all() as [string, number][])
      const verdicts = countBy('select verdict, count(*) from temp.roster_row group by verdict')
      const standings = countBy(`select standing, count(*) from temp.roster_row where leader = no and verdict in ${comesIn} and standing is not null group by standing`)
      const flagged = sqlite.prepare(`select count(distinct no) from temp.roster_finding where kind = 'flagged'`).pluck().get() as number
      const of = (map: Map<string, number>, key: string) => map.get(key) ?? 0
      return {
        verdicts: {
          clean: of(verdicts, 'clean'), mended: of(verdicts, 'mended'), doubtful: of(verdicts, 'doubtful'),
          refused: of(verdicts, 'refused'), duplicate: of(verdicts, 'duplicate'),
        },
        standings: { fresh: of(standings, 'fresh'), same: of(standings, 'same'), changed: of(standings, 'changed') },
        flagged,
        rows: [...verdicts.values()].reduce((sum, n) => sum + n, 0),
      }
    },
    groups: () =>
      sqlite
        .prepare('select code, kind, count(distinct no) as rows from temp.roster_finding group by code, kind order by rows desc, code')
        .all() as { code: string; kind: RowFinding['kind']; rows: number }[],
    drop() {
      if (sqlite.open) sqlite.exec('drop table if exists temp.roster_row; drop table if exists temp.roster_finding')
    },
  }
}

interface StoredRow {
  readonly no: number
  readonly sheet: string
  readonly row: number
  readonly verdict: Verdict
  readonly leader: number | null
  readonly standing: Standing | null
  readonly person_id: string | null
  readonly fields: string
  readonly findings: string
}

function fromRow(value: unknown): TableRow {
  const row = value as StoredRow
  return {
    no: row.no,
    sheet: row.sheet,
    row: row.row,
    verdict: row.verdict,
    leader: row.leader,
    standing: row.standing,
    personId: row.person_id,
    fields: JSON.parse(row.fields) as JsonObject,
    findings: JSON.parse(row.findings) as RowFinding[],
  }
}
