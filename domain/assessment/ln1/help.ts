import type { Help } from '../instrument.ts'

function help(accommodations: readonly string[], more: Omit<Help, 'accommodations'> = {}): Help {
  return { accommodations, ...more }
}

const shorterHours = help(['减少工时', '分段休息', '配坐凳'])
const stepFree = help(['坡道', '安排一层工位', '无障碍卫生间', '宿舍离得近'], { devices: ['06', '07', '08', '10', '11'] })
const tools = help(['改装工具', '单手键盘', '语音输入'], { devices: ['09', '11'] })
const rhythm = help(['弹性上下班', '定时提醒'], { training: ['T8'] })
const stepCards = help(['图片步骤卡', '工作清单', '安静的工位'], { training: ['T8'] })
const smallSteps = help(['把任务分成小步', '师带徒', '延长试用'], { training: ['T8'] })
const steadyPlace = help(['固定一位主管', '少变动', '休息角', '按时服药和复诊'], { training: ['T8'] })
const schooling = help(['图示', '口头说明', '计数器'], { training: ['K2'] })
const signing = help(['手语', '沟通板', '写下来'], { devices: ['04', '05', '12'] })

/**
 * What employers and families can change, by the item that is graded 3 or 4 or by the surroundings that hinder; beside it what the person may use or
 * learn. For E5 to E7 the wording is our own decision.
 */
export const helpByItem: Readonly<Record<string, Help>> = {
  A1: help(['读屏软件', '放大软件', '大字材料', '加强照明', '盲道和引导', '盲文材料'], { devices: ['01', '02', '03'] }),
  A2: help(['文字沟通', '闪光警报', '手语翻译', '字幕'], { devices: ['04', '05'] }),
  A3: shorterHours,
  A4: shorterHours,
  A5: help(['升降桌', '坐着和站着轮换'], { devices: ['11'] }),
  A6: stepFree,
  A7: stepFree,
  A8: help(['手推车', '免搬运']),
  A9: tools,
  A10: tools,
  B1: rhythm,
  B2: stepCards,
  B3: stepCards,
  B4: smallSteps,
  B5: steadyPlace,
  B6: smallSteps,
  B7: steadyPlace,
  B8: rhythm,
  C1: schooling,
  C2: schooling,
  C3: schooling,
  C4: help(['数字技能培训'], { training: ['K1'] }),
  D1: signing,
  D2: signing,
  D3: help(['就业辅导员', '给同事讲一讲']),
  D4: help(['同伴协助']),
  D5: help(['健康管理']),
  D6: help(['通勤补助', '居家工作', '班车'], { devices: ['03', '06', '07'] }),
  E1: help(['家庭会谈']),
  E2: help(['给雇主讲一讲']),
  E3: help(['转介就医和康复']),
  E4: help(['讲清政策和补贴']),
  E5: help(['换合用的辅具']),
  E6: help(['配合用的工具和软件']),
  E7: help(['改坡道和卫生间']),
}
