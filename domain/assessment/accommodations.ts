/** What employers and families can change, by the item that is graded 3 or 4, or by the surroundings that hinder. */
export const accommodationsByItem: Readonly<Record<string, readonly string[]>> = {
  A1: ['读屏软件', '放大软件', '大字材料', '加强照明', '盲道和引导', '盲文材料'],
  A2: ['文字沟通', '闪光警报', '手语翻译', '字幕'],
  A3: ['减少工时', '分段休息', '配坐凳'],
  A4: ['减少工时', '分段休息', '配坐凳'],
  A5: ['升降桌', '坐着和站着轮换'],
  A6: ['坡道', '安排一层工位', '无障碍卫生间', '宿舍离得近'],
  A7: ['坡道', '安排一层工位', '无障碍卫生间', '宿舍离得近'],
  A8: ['手推车', '免搬运'],
  A9: ['改装工具', '单手键盘', '语音输入'],
  A10: ['改装工具', '单手键盘', '语音输入'],
  B1: ['弹性上下班', '定时提醒'],
  B2: ['图片步骤卡', '工作清单', '安静的工位'],
  B3: ['图片步骤卡', '工作清单', '安静的工位'],
  B4: ['把任务分成小步', '师带徒', '延长试用'],
  B5: ['固定一位主管', '少变动', '休息角', '按时服药和复诊'],
  B6: ['把任务分成小步', '师带徒', '延长试用'],
  B7: ['固定一位主管', '少变动', '休息角', '按时服药和复诊'],
  B8: ['弹性上下班', '定时提醒'],
  C1: ['图示', '口头说明', '计数器'],
  C2: ['图示', '口头说明', '计数器'],
  C3: ['图示', '口头说明', '计数器'],
  C4: ['数字技能培训'],
  D1: ['手语', '沟通板', '写下来'],
  D2: ['手语', '沟通板', '写下来'],
  D3: ['就业辅导员', '给同事讲一讲'],
  D4: ['同伴协助'],
  D5: ['健康管理'],
  D6: ['通勤补助', '居家工作', '班车'],
  E1: ['家庭会谈'],
  E2: ['给雇主讲一讲'],
  E3: ['转介就医和康复'],
  E4: ['讲清政策和补贴'],
}

export interface AccommodationOption {
  readonly item: string
  readonly options: readonly string[]
}

/** One entry for each flagged item, and for each part of the surroundings that hinders. */
export function accommodationsFor(flags: readonly string[], env: readonly { readonly code: string; readonly value: number }[] = []): AccommodationOption[] {
  const hindering = env.filter(({ value }) => value < 0 && value >= -4).map(({ code }) => code)
  return [...flags, ...hindering].flatMap((item) => {
    const options = accommodationsByItem[item]
    return options === undefined ? [] : [{ item, options }]
  })
}
