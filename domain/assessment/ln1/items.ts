import { anchorsEn } from './anchorsEn.ts'
import type { Dimension, EnvironmentItem, InstrumentItem } from '../instrument.ts'

/** Wording is ours, keyed to ICF codes; it is a tool for screening and planning, not a validated scale. */

type Row = readonly [code: string, icf: string, zh: string, en: string, ask: string, askEn: string, anchors: InstrumentItem['anchors']]

function items(rows: readonly Row[]): readonly InstrumentItem[] {
  return rows.map(([code, icf, zh, en, ask, askEn, anchors]) => ({ code, icf, zh, en, ask, askEn, anchors, anchorsEn: anchorsEn[code] ?? anchors }))
}

export const dimensionNames: Readonly<Record<Dimension, { zh: string; en: string }>> = {
  A: { zh: '身体功能', en: 'Body functions' },
  B: { zh: '职业潜能', en: 'Vocational potential' },
  C: { zh: '功能性学业能力', en: 'Functional schooling' },
  D: { zh: '社会适应性', en: 'Social adaptation' },
}

export const scoredItems: Readonly<Record<Dimension, readonly InstrumentItem[]>> = {
  A: items([
    ['A1', 'd110 (b210)', '看', 'Seeing', '看材料、看屏幕、看台阶，看得清吗？', 'Are papers, screens and steps seen clearly?', ['看得清', '要凑近些', '要放大或补光', '要靠读屏或别人念', '看不见']],
    ['A2', 'd115 (b230)', '听', 'Hearing', '面对面说话、接电话、警报声，听得清吗？', 'Are talk, telephone and alarms heard?', ['听得清', '要大声些', '吵的地方听不清', '要靠文字或手语', '听不见']],
    ['A3', 'b455', '运动耐受', 'Exercise tolerance', '连着干半天活，撑得住吗？', 'Is half a day of work bearable?', ['半天没问题', '会累，能坚持', '每小时要歇', '只能做一小会儿', '一干就受不了']],
    ['A4', 'b280', '疼痛', 'Pain', '身上疼不疼，碍不碍干活？', 'Does pain get in the way of work?', ['不疼', '疼，不碍事', '有些活做不了', '多数时候做不了', '疼得没法做']],
    ['A5', 'd415', '保持姿势', 'Keeping a position', '久坐、久站、蹲着，行吗？', 'Sitting, standing, squatting for long?', ['都行', '久了要动动', '只能坐或只能站', '很快就要换', '保持不住']],
    ['A6', 'd450', '步行', 'Walking', '平路走五百米，行吗？', 'Walking 500 metres on the level?', ['行', '慢些', '中间要歇', '要人扶或很短', '走不了']],
    ['A7', 'd455', '到处移动', 'Moving around', '上下楼、坡道、上下轮椅，行吗？', 'Stairs, ramps, transfers?', ['行', '扶着栏杆', '只能走坡道或电梯', '要人帮', '自己动不了']],
    ['A8', 'd430', '举起和搬运', 'Lifting and carrying', '五公斤的东西，搬得动吗？', 'Carrying five kilograms?', ['搬得动', '搬得慢', '要分几次', '只能拿很轻的', '拿不了']],
    ['A9', 'd440', '手的精细动作', 'Fine hand use', '捏、拧、穿线、按键，顺手吗？', 'Pinching, turning, threading, pressing keys?', ['顺手', '慢一点', '细活要工具', '只能做粗活', '手用不上']],
    ['A10', 'd445', '手臂的使用', 'Hand and arm use', '伸手够、推拉、举过肩，行吗？', 'Reaching, pushing, raising above the shoulder?', ['行', '有点费劲', '一边不行', '两边都很费劲', '抬不起来']],
  ]),
  B: items([
    ['B1', 'b130', '劲头', 'Energy and drive', '起床、出门、做事，有劲头吗？', 'Is there drive to get up and do things?', ['有劲', '偶尔提不起', '常要人催', '多半不想动', '完全不想动']],
    ['B2', 'b140', '注意力', 'Attention', '一件事能专心半个小时吗？', 'Half an hour on one thing?', ['能', '偶尔走神', '十几分钟', '几分钟', '专心不了']],
    ['B3', 'b144', '记忆', 'Memory', '三步的交代，到第二天还记得吗？', 'Three steps remembered until the next day?', ['都记得', '要想一想', '要写下来', '要天天提醒', '记不住']],
    ['B4', 'b164', '计划和判断', 'Planning and judgement', '事情有变化，自己想得出办法吗？', 'Finding a way when things change?', ['想得出', '要提醒一下', '要人商量', '要人安排', '自己定不了']],
    ['B5', 'b152', '情绪', 'Emotion', '情绪稳不稳，会不会一下子发火？', 'Is the mood steady?', ['稳', '偶尔起伏', '压力大时不稳', '常常不稳', '几乎控制不了']],
    ['B6', 'd155', '掌握技能', 'Acquiring skills', '学一道新工序，快不快？', 'How fast is a new task learnt?', ['很快', '多教一遍', '要慢慢带', '要分成小步反复教', '还学不会']],
    ['B7', 'd240', '应付压力', 'Handling stress', '赶工、挨批评、两件事一起来，应付得了吗？', 'Rush, criticism, two things at once?', ['应付得了', '会紧张', '要人帮着理', '常应付不来', '一有压力就停']],
    ['B8', 'd230', '日常作息', 'Daily routine', '按时起、按时到，做得到吗？', 'Up and there on time?', ['做得到', '偶尔晚', '要提醒', '要人带', '没有规律']],
  ]),
  C: items([
    ['C1', 'd166', '阅读', 'Reading', '岗位通知读得懂吗（读屏、盲文也算）？', 'Reading a job notice (screen reader and Braille count)?', ['读得懂', '慢些', '要解释', '只认得一些字', '读不了']],
    ['C2', 'd170', '写作', 'Writing', '简单的表填得了吗（键盘、盲文也算）？', 'Filling in a simple form (keyboard and Braille count)?', ['填得了', '慢些', '要人指点', '只会写名字', '写不了']],
    ['C3', 'd172 (d860)', '计算', 'Calculating', '找零、点数、量尺寸，算得对吗？', 'Change, counting, measuring?', ['算得对', '慢些', '要计算器', '只会数小数目', '算不了']],
    ['C4', 'd360', '用手机电脑', 'Using devices', '手机、微信、电脑，用得来吗？', 'Telephone, messages, computer?', ['用得来', '常用的会', '只会接打电话', '要人帮', '用不了']],
  ]),
  D: items([
    ['D1', 'd310 (d320)', '明白别人的话', 'Understanding messages', '别人交代的，听得懂或看得懂吗（手语也算）？', 'Understanding what is said or signed?', ['都明白', '偶尔要再说一遍', '要说得简单', '要翻译或图片', '明白不了']],
    ['D2', 'd330 (d335/d340)', '表达', 'Expressing', '能让不认识的人明白自己的意思吗？', 'Being understood by a stranger?', ['能', '慢些', '熟人能懂', '要翻译或沟通板', '表达不出']],
    ['D3', 'd720', '与人相处', 'Dealing with people', '跟同事、顾客、领导处得来吗？', 'Getting on with colleagues, customers, bosses?', ['处得来', '有点拘谨', '要熟了才行', '常有摩擦或回避', '处不了']],
    ['D4', 'd510–d550', '自理', 'Self-care', '洗、穿、如厕、吃饭，自己行吗？', 'Washing, dressing, toilet, eating?', ['自己行', '慢些', '有的要帮', '多数要帮', '全要帮']],
    ['D5', 'd570', '照顾健康', 'Looking after health', '按时吃药、复诊，累了知道歇吗？', 'Medicine, check-ups, rest?', ['做得到', '偶尔忘', '要提醒', '要人管', '自己管不了']],
    ['D6', 'd470', '乘交通工具', 'Using transport', '自己去上班，路上行吗？', 'Getting to work alone?', ['行', '熟路行', '要人陪几次', '要人接送', '出不了门']],
  ]),
}

/** W: participation in work, profile only, never in the index; an unemployed person is 4 in W2 by definition. */
export const profileItems: readonly InstrumentItem[] = items([
  ['W1', 'd845', '找工作、留住工作', 'Getting and keeping a job', '找过工作吗？最长的一份做了多久？', 'Has work been sought, and kept?', ['没困难', '要人指点', '要人陪', '做不长', '还没有过']],
  ['W2', 'd850', '有报酬的工作', 'Paid work', '现在有拿工资的活吗？', 'Is there paid work now?', ['全日有', '常常有', '有时有', '很少有', '现在没有']],
  ['W3', 'd855', '没有报酬的劳动', 'Unpaid work', '做志愿、帮工、辅助性劳动吗？', 'Volunteering, helping, sheltered work?', ['常做', '有时做', '偶尔做', '很少做', '没做过']],
])

/** E: environment, −4 barrier to +4 help. E1–E4 are asked of everybody. */
export const environmentItems: readonly EnvironmentItem[] = [
  { code: 'E1', icf: 'e310', zh: '家人', en: 'Family', ask: '家里人支持出来工作吗？', askEn: 'Does the family support work?', optional: false },
  { code: 'E2', icf: 'e330', zh: '雇主、主管、村（社区）干部', en: 'People in charge', ask: '管事的人帮忙还是为难？', askEn: 'Do people in charge help?', optional: false },
  { code: 'E3', icf: 'e580', zh: '看病和康复', en: 'Health services', ask: '看病、康复、用药方便吗？', askEn: 'Are health services at hand?', optional: false },
  { code: 'E4', icf: 'e590', zh: '就业服务和政策', en: 'Employment services', ask: '信息、补贴、培训够得着吗？', askEn: 'Are jobs, subsidies and training within reach?', optional: false },
  { code: 'E5', icf: 'e120', zh: '移动辅具', en: 'Mobility aids', ask: '轮椅、拐杖合用吗？', askEn: 'Do mobility aids fit?', optional: true },
  { code: 'E6', icf: 'e135', zh: '工作用的辅具和技术', en: 'Work products', ask: '干活用的工具、软件合用吗？', askEn: 'Do tools and software fit?', optional: true },
  { code: 'E7', icf: 'e150', zh: '公共建筑无障碍', en: 'Public buildings', ask: '单位和路上的坡道、厕所能用吗？', askEn: 'Are buildings accessible?', optional: true },
]
