import type { FakeOptions } from './fakeBridge.ts'
import { succeed } from './fakeBridge.ts'
import type { ImportPreview, Output } from '../../renderer/api/client.ts'
import { uuid } from './people.ts'

/** A roster of made-up people as the store would tell of it. */

type Handlers = NonNullable<FakeOptions['handlers']>
type Row = Output<'roster.rows'>['rows'][number]

export const importId = uuid(700)

export const preview: ImportPreview = {
  importId,
  fileName: '示范县残疾人名册2026.xlsx',
  sheets: [{ name: '名单', headerRow: 3, rows: 1240 }],
  columns: [
    ['序号', '序号'], ['姓名', '姓名'], ['身份证号码', '身份证号'], ['残疾人证号', '残疾人证号'], ['残疾类别', '残疾类别'], ['残疾等级', '残疾等级'], ['性别', '性别'],
    ['乡镇（街道）', '乡镇'], ['村（社区）', '村'], ['手机', '电话'], ['是否就业', '是否就业'], ['填表人', ''], ['备注', '备注'],
  ].map(([heading, readAs]) => ({ sheet: '名单', heading: heading ?? '', readAs: readAs ?? '' })),
  county: { code: '210199', name: '示范县' },
  counts: { rows: 1240, clean: 1075, mended: 95, doubtful: 33, refused: 24, duplicate: 13, flagged: 53, fresh: 214, changed: 131, same: 846 },
  groups: [
    { code: 'cert-other-number', kind: 'doubtful', title: '号码和残疾人证对不上', explanation: '残疾人证号前 18 位应当就是身份证号。', rows: 7 },
    { code: 'category-differs', kind: 'doubtful', title: '类别和残疾人证对不上', explanation: '残疾人证第 19 位是类别。', rows: 5 },
    { code: 'town-unknown', kind: 'doubtful', title: '乡镇不在名录里', explanation: '先留空，等您定。', rows: 21 },
    { code: 'date-form', kind: 'mended', title: '日期换成统一写法', explanation: '都写成 2026-01-05 这样。', rows: 12 },
    { code: 'name-spaces', kind: 'mended', title: '去掉姓名里的空格', explanation: '姓名中间不留空格。', rows: 83 },
    { code: 'id-check', kind: 'refused', title: '号码校验位不对', explanation: '最后一位和前 17 位对不上。', rows: 19 },
    { code: 'id-fifteen', kind: 'refused', title: '15 位旧号码', explanation: '要改成 18 位。', rows: 5 },
    { code: 'age-over', kind: 'flagged', title: '超过就业年龄', explanation: '按身份证号上的日子算。', rows: 53 },
  ],
}

const people = [
  ['曹德山', '210199********033X', '东河乡 柳条沟村'], ['吴玉珍', '210199********0825', '示范镇 后屯村'], ['那顺·巴雅尔', '210199********0570', '双桥镇 太平村'],
  ['许长河', '210199********0196', '南坪镇 河沿村'], ['买买提·阿不都热西提', '210199********1135', '石门街道 民族社区'], ['孙䶮', '210199********0641', '示范镇 前进村'],
] as const

const values: Readonly<Record<string, readonly [string, string, string, string | null, string]>> = {
  'cert-other-number': ['doubtful', 'certNumber', '210199********038X', '210199********033X', '残疾人证号前 18 位应当就是身份证号：证上是 210199********038X，身份证号是 210199********033X。请照证件定。'],
  'category-differs': ['doubtful', 'disabilityCategory', '肢体', '视力', '残疾类别写的是 肢体，残疾人证上是 视力。请照证件定。'],
  'town-unknown': ['doubtful', 'hukouTown', '南坪乡', '南坪镇', '南坪乡 不在本县乡镇名录里，名录里有 南坪镇。先留空，等您定。'],
  'date-form': ['mended', 'birthDate', '1980.1.5', '1980-01-05', '出生日期 1980.1.5 写成了 1980-01-05。'],
  'name-spaces': ['mended', 'name', '吴 玉珍', '吴玉珍', '姓名里的空格去掉了：吴玉珍。'],
  'id-check': ['refused', 'idNumber', '210199********0195', null, '身份证号 210199********0195 最后一位对不上，请照证件再核一遍。'],
  'id-fifteen': ['refused', 'idNumber', '210199800105033', '210199********033X', '210199800105033 是 15 位旧号码，改成 18 位应当是 210199********033X，请照证件核对后重填。'],
  'age-over': ['flagged', 'birthDate', '1961-03-02', null, '1961-03-02 出生，已到法定退休年龄。照常导入。'],
}

function row(at: number, code: string | undefined, standing: Row['standing'], verdict: Row['verdict']): Row {
  const [name, idNumberMasked, place] = people[at % people.length] ?? people[0]
  const value = code === undefined ? undefined : values[code]
  return {
    sheet: '名单', row: 4 + at * 37, name, idNumberMasked, place, verdict: value?.[0] ?? verdict, standing,
    findings: value === undefined || code === undefined ? [] : [{ code, kind: value[0], field: value[1], before: value[2], after: value[3], sentence: value[4] }],
    changes: standing === 'changed' ? [{ field: 'phone', from: '139****0318', to: '138****2746' }, { field: 'hukouVillage', from: null, to: '柳条沟村' }] : [],
  }
}

export const importHandlers: Handlers = {
  'roster.choose': () => succeed({ token: uuid(701), fileName: preview.fileName, bytes: 93_000 }),
  'roster.preview': () => succeed(preview),
  'roster.rows': ({ code, verdict, standing, offset, limit }) => {
    const group = preview.groups.find((each) => each.code === code)
    const total = group?.rows ?? (standing === undefined ? preview.counts.duplicate : preview.counts[standing])
    const count = Math.max(0, Math.min(limit, total - offset))
    return succeed({ total, rows: Array.from({ length: count }, (_, at) => row(offset + at, code, standing ?? null, verdict ?? 'clean')) })
  },
  'roster.confirm': () => succeed({ actionId: uuid(702), savedAt: '2026-11-23T02:42:18.000Z', added: 214, updated: 131, unchanged: 846, toVerify: 33, leftOut: 37 }),
  'roster.imports': () => succeed([
    { actionId: uuid(710), at: '2026-11-20T02:00:00.000Z', actor: '祝晓东', fileName: '示范镇名册.xlsx', added: 261, updated: 0, leftOut: 4, undoableUntil: '2026-12-20', undone: false },
    { actionId: uuid(711), at: '2026-11-02T02:00:00.000Z', actor: '祝晓东', fileName: '全县残疾人名册（市残联 10 月 30 日发）.xlsx', added: 1148, updated: 52, leftOut: 31, undoableUntil: '2026-12-02', undone: true },
    { actionId: uuid(712), at: '2026-01-09T02:00:00.000Z', actor: '林芳', fileName: '2025.csv', added: 980, updated: 0, leftOut: 12, undoableUntil: null, undone: false },
  ]),
  'roster.undo': () => succeed({ actionId: uuid(713), savedAt: '2026-11-23T02:42:18.000Z', undone: 259, kept: ['王淑芬', '孙䶮'] }),
}
