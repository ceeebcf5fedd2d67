import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { madeNumber, temporaryFolder, xlsxFile } from './workbook.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const root = new URL('../../../', import.meta.url).pathname
const node = join(root, 'node_modules/.bin/node')
const id = madeNumber('1985-03-14', 1)

function roster(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(node, [join(root, 'scripts/roster.ts'), ...args], {
    cwd: root, encoding: 'utf8', env: { ...process.env, INIT_CWD: folder.path },
  })
  return { status, stdout, stderr, lines: stdout.trimEnd().split('\n') }
}

interface Line {
  readonly sheet?: string
  readonly row?: number
  readonly verdict?: string
  readonly findings?: readonly object[]
  readonly person?: { readonly town: string | null } | null
  readonly summary?: { readonly rows: number; readonly county: { readonly code: string; readonly name: string }; readonly on: string }
}

describe('npm run -s roster', () => {
  const book = xlsxFile({ sheets: [{ name: '花名册', rows: [['姓名', '身份证号', '乡镇'], ['张 三', id, '东河'], ['李四', '', '东河乡']] }] })
  folder.file('名册.xlsx', book)

  it('prints a line for each row and one summary, from where it was called', () => {
    const { status, lines, stderr } = roster('check', '名册.xlsx', '--json', '--on', '2026-03-01')
    expect([status, stderr]).toEqual([0, ''])
    const parsed = lines.map((line) => JSON.parse(line) as Line)
    expect(parsed).toHaveLength(3)
    expect(parsed[0]).toEqual({
      sheet: '花名册', row: 2, verdict: 'mended',
      findings: [
        { code: 'name-spaces', kind: 'mended', field: 'name', before: '张 三', after: '张三' },
        { code: 'town-completed', kind: 'mended', field: 'town', before: '东河', after: '东河乡' },
      ],
      person: {
        name: '张三', idNumber: id, certNumber: null, certDerived: false, sex: '男', sexCode: '1', birthDate: '1985-03-14', town: '东河乡',
        townCode: '210199101', disabilityCategory: null, disabilityGrade: null,
      },
    })
    expect(parsed[1]).toMatchObject({ row: 3, verdict: 'refused', person: null })
    expect(parsed[2]?.summary).toMatchObject({ rows: 2, on: '2026-03-01', county: { code: '210199', name: '示范县' } })
  })

  it('takes a county by its code or from a file', () => {
    expect((JSON.parse(roster('check', '名册.xlsx', '--json', '--county', '210123').lines[0] ?? '') as Line).person?.town).toBeNull()
    mkdirSync(join(folder.path, '县'))
    folder.file('县/试点县.json', '\ufeff' + JSON.stringify({ code: '210198', name: '试点县', towns: [{ code: '210198100', name: '东河镇', villages: [] }] }))
    expect((JSON.parse(roster('check', '名册.xlsx', '--json', '--county', '县/试点县.json').lines[0] ?? '') as Line).person?.town).toBe('东河镇')
  })

  it('says in one sentence why it cannot, and exits with 2', () => {
    folder.file('x.xlsx', book.subarray(0, 200))
    folder.file('坏名录.json', '{')
    for (const args of [['nobody.xlsx'], ['x.xlsx'], ['.'], ['名册.xlsx', '--county', '999999'], ['名册.xlsx', '--county', '坏名录.json'], ['名册.xlsx', '--on', '2026-13-01'], ['名册.xlsx', '--nothing']]) {
      const { status, stdout, stderr } = roster('check', ...args, '--json')
      expect([args.join(' '), status, stdout]).toEqual([args.join(' '), 2, ''])
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
      expect(stderr).toMatch(/[\u4e00-\u9fff]/)
      expect(stderr).not.toMatch(/ at |Error/)
    }
  })

  it('tells people in sentences, and helps', () => {
    const { stdout, status } = roster('check', '名册.xlsx')
    expect(status).toBe(0)
    expect(stdout).toContain('花名册 第 2 行　张三　已改好')
    expect(stdout).toContain('共 2 行，1 人可以导入')
    expect(roster('--help').stdout).toContain('npm run -s roster -- check')
  })

  it('is quiet when nobody reads on', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `张三,${madeNumber('1985-03-14', at % 1000)}`)
    folder.file('long.csv', `姓名,身份证号\n${rows.join('\n')}\n`)
    const child = spawn(node, [join(root, 'scripts/roster.ts'), 'check', join(folder.path, 'long.csv'), '--json'])
    let complaint = ''
    child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, complaint]).toEqual([0, ''])
  })
})
