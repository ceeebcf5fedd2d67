import type { JsonObject, PersonFile, PersonRow, StepNumber, StepState } from '../../renderer/api/client.ts'

/** Made-up people for tests and the preview. The numbers have the demo area code 210199 and belong to nobody. */

export const today = '2026-11-23'

export function uuid(n: number): string {
  return `0199a000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

interface Sketch {
  readonly name: string
  readonly sex: '1' | '2'
  readonly age: number
  readonly category: string
  readonly grade: string
  readonly town: string
  readonly village: string
  /** Days on which steps were done. */
  readonly done: readonly string[]
  readonly dueOn: string | null
  readonly flags: readonly string[]
  readonly mark: PersonRow['mark']
  readonly draft?: StepNumber
  readonly toVerify?: number
}

const sketches: readonly Sketch[] = [
  { name: '买买提·阿不都热西提', sex: '1', age: 38, category: '2', grade: '1', town: '石门街道', village: '民族社区', done: ['2026-04-02'], dueOn: '2026-10-31', flags: ['ZERO_EMPLOYMENT_HOUSEHOLD'], mark: 'received' },
  { name: '宋长海', sex: '1', age: 54, category: '4', grade: '2', town: '龙泉镇', village: '泉眼村', done: ['2026-05-06'], dueOn: '2026-11-07', flags: ['DIBAO'], mark: 'received' },
  { name: '赵铁柱', sex: '1', age: 57, category: '4', grade: '2', town: '东河乡', village: '柳条沟村', done: [], dueOn: '2026-11-14', flags: ['DIBAO', 'AGED_4050'], mark: 'refused', toVerify: 2 },
  { name: '关玉梅', sex: '2', age: 44, category: '2', grade: '2', town: '北山满族乡', village: '二道村', done: ['2026-03-20', '2026-05-08'], dueOn: '2026-11-18', flags: ['MULTI_DISABLED_HOUSEHOLD'], mark: 'contested' },
  { name: '李国强', sex: '1', age: 47, category: '1', grade: '2', town: '示范镇', village: '前进村', done: ['2026-11-23'], dueOn: '2026-11-23', flags: ['LONG_TERM_UNEMPLOYED', 'BLIND'], mark: 'local', draft: 2 },
  { name: '王淑芬', sex: '2', age: 52, category: '4', grade: '3', town: '示范镇', village: '前进村', done: ['2026-03-12', '2026-11-20'], dueOn: '2026-11-23', flags: ['LONG_TERM_UNEMPLOYED', 'DIBAO'], mark: 'contested', draft: 3, toVerify: 1 },
  { name: '孙䶮', sex: '2', age: 24, category: '3', grade: '2', town: '示范镇', village: '前进村', done: ['2026-02-26', '2026-06-11', '2026-08-19'], dueOn: '2026-11-24', flags: ['GRADUATE'], mark: 'received' },
  { name: '陈桂兰', sex: '2', age: 50, category: '6', grade: '2', town: '示范镇', village: '后屯村', done: ['2026-03-05', '2026-05-21', '2026-11-18'], dueOn: '2026-11-25', flags: ['MULTI_DISABLED_HOUSEHOLD'], mark: 'received' },
  { name: '佟立新', sex: '1', age: 35, category: '4', grade: '4', town: '北山满族乡', village: '上营村', done: ['2026-03-21', '2026-06-02'], dueOn: '2026-11-26', flags: ['ANTI_POVERTY_TARGET'], mark: 'received' },
  { name: '乌云其木格', sex: '2', age: 41, category: '1', grade: '3', town: '双桥镇', village: '太平村', done: ['2026-04-15'], dueOn: '2026-11-28', flags: ['LONG_TERM_UNEMPLOYED'], mark: 'sending' },
  { name: '郭秀英', sex: '2', age: 48, category: '4', grade: '3', town: '龙泉镇', village: '泉眼村', done: ['2026-05-06', '2026-07-22', '2026-09-30'], dueOn: '2026-12-04', flags: ['AGED_4050'], mark: 'received' },
  { name: '周晓燕', sex: '2', age: 33, category: '1', grade: '4', town: '西岭镇', village: '大岭村', done: ['2026-03-26', '2026-06-17', '2026-09-02', '2026-11-09'], dueOn: null, flags: [], mark: 'received' },
]

function stepsOf(sketch: Sketch, n: number): StepState[] {
  return ([1, 2, 3, 4] as const).map((step) => {
    const doneOn = sketch.done[step - 1] ?? null
    const isNext = step === sketch.done.length + 1
    return {
      step,
      state: doneOn !== null ? 'done' : isNext ? 'due' : 'notDue',
      doneOn,
      dueOn: doneOn === null && isNext ? sketch.dueOn : null,
      documentId: doneOn === null ? null : uuid(90_000 + n * 4 + step),
      hasDraft: sketch.draft === step,
      mark: doneOn === null ? null : isNext ? sketch.mark : 'received',
    }
  })
}

export function personRow(index: number): PersonRow {
  const sketch = sketches[index % sketches.length] as Sketch
  const round = Math.floor(index / sketches.length)
  const next = sketch.done.length + 1
  return {
    id: uuid(index + 1),
    name: round === 0 ? sketch.name : `${sketch.name}${String(round + 1)}`,
    sex: sketch.sex,
    age: sketch.age,
    idNumberMasked: `210199********${String(2167 + index).slice(-4)}`,
    phoneMasked: `139****${String(318 + index).padStart(4, '0').slice(-4)}`,
    category: sketch.category,
    grade: sketch.grade,
    town: sketch.town,
    village: sketch.village,
    flags: [...sketch.flags],
    steps: stepsOf(sketch, index),
    nextStep: next > 4 ? null : (next as StepNumber),
    dueOn: sketch.dueOn,
    inTarget: true,
    hasNeed: sketch.done.length > 0 ? true : null,
    toVerify: sketch.toVerify ?? 0,
    mark: sketch.mark,
  }
}

export const sketchCount = sketches.length

export function fieldsOf(row: PersonRow): JsonObject {
  return {
    name: row.name, idNumber: row.idNumberMasked, certNumber: `${row.idNumberMasked}**`, certDerived: true, sex: row.sex ?? '2', birthDate: '1974-06-12', ethnicity: '01',
    maritalStatus: '20', hukouType: '20', disabilityCategory: row.category ?? '4', disabilityGrade: row.grade ?? '3', certStatus: 'VALID', hukouTown: row.town ?? '',
    hukouVillage: row.village ?? '', hukouAddress: '示范镇前进村 3 组', phone: row.phoneMasked ?? '', contactName: '王立', contactPhone: '138****2746',
    communicationModes: [], selfCare: 'PARTIAL', socialAid: 'DIBAO', education: '70', employmentState: 'UNEMPLOYED', employmentStateOn: '2026-03-12',
  }
}

export function personFile(row: PersonRow): PersonFile {
  return {
    row,
    fields: fieldsOf(row),
    heads: { phone: uuid(700), name: uuid(701) },
    verify: { phone: '两次核对的号码不一样，请问本人' },
    groups: row.flags.map((flag) => ({ flag, because: flag === 'LONG_TERM_UNEMPLOYED' ? '从 2024-08 起没有工作，已经 27 个月' : '名册上这样写着，2026-03-12 核对过' })),
    documents: [
      {
        id: uuid(801), entity: 'consent', on: '2026-03-12', version: 1, voided: false, voidReason: null, cycleYear: '2026', mark: 'received', headId: uuid(7),
        body: { purpose: 'SERVICE', givenAt: '2026-03-12', form: 'PAPER', givenBy: 'SELF', paperLocation: '县残联档案柜 2026-03' },
      },
      {
        id: uuid(802), entity: 'employmentPeriod', on: '2024-08-01', version: 1, voided: false, voidReason: null, cycleYear: null, mark: 'received', headId: uuid(7),
        body: { state: 'UNEMPLOYED', startOn: '2024-08-01', unemployedReason: '2' },
      },
    ],
    orderWarnings: [],
    timeline: [
      { actionId: uuid(901), at: '2026-11-20T07:06:00.000Z', actor: '林芳', what: 'capabilityAssessment.create', fields: [], reason: null, mark: 'received' },
      {
        actionId: uuid(902), at: '2026-11-20T06:31:00.000Z', actor: '林芳', what: 'person.patch', reason: null, mark: 'contested',
        fields: [{ field: 'phone', from: '138****2219', to: '138****2746' }, { field: 'socialAid', from: 'NONE', to: 'DIBAO' }],
      },
      { actionId: uuid(903), at: '2026-03-12T02:15:00.000Z', actor: '林芳', what: 'infoCheck.create', fields: [], reason: null, mark: 'received' },
    ],
  }
}
