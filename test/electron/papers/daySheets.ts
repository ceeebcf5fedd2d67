import type { Sheet } from '../../../electron/api/schemas/planning.ts'
import { sheetCode } from '../../../domain/planning/sheetCode.ts'

/** Sheets of made-up people; the numbers have the demo area code 210199. */

const ids = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac97-7f00-9bcd-0123456789ab', '01890a5d-ac98-7000-8000-7fffffffffff']

const blank = (label: string, lines = 1) => ({ label, options: [], lines })
const tick = (label: string, options: string[]) => ({ label, options, lines: 0 })

export const daySheets: readonly Sheet[] = [
  {
    personId: ids[0] ?? '', code: sheetCode(ids[0] ?? '', 1), name: '王淑芬', who: '女　52 岁　肢体 三级', idNumberMasked: '210199********2167',
    phones: ['13900010318', '李大勇 配偶 13900010319'], place: '示范镇前进村三组 12 号', town: '示范镇', village: '前进村', groups: ['大龄残疾人', '零就业家庭成员'],
    open: [{ what: '基础信息核对', dueOn: '2026-11-20', overdue: true }], purpose: '送补贴政策',
    known: [{ label: '文化程度', value: '初中' }, { label: '沟通方式', value: '口语' }, { label: '生活自理', value: '完全自理' }, { label: '上次服务', value: '06-12 介绍了镇里的公益岗，本人说离家远，等村里的岗位' }],
    missing: ['ethnicity', 'hukouType', 'legalCapacity', 'workCapacity', 'socialAid', 'contactName'],
    blocks: [
      { title: '一、基础信息核对', fields: [tick('档案里的情况', ['和本人说的一样', '有变化，写在下面']), blank('变化的地方'), tick('现在', ['已就业', '未就业', '不在劳动力中']), tick('没有工作的主要原因', ['在校学习', '退休', '丧失劳动能力', '无就业意愿', '无就业技能', '农用土地被征用', '其他']), tick('想不想找工作', ['想', '不想，原因：']), tick('想不想参加培训', ['想', '不想']), tick('想不想创业', ['想', '不想'])] },
      { title: '二、职业能力评估', fields: [tick('本人同意做评估', ['同意', '不同意']), blank('平时用的辅具，做起来吃力的事')] },
      { title: '三、就业需求登记', fields: [blank('想做什么工作'), tick('在哪里做', ['在家', '本村', '本乡镇', '县里', '哪里都行']), blank('最早什么时候能去，一个月想挣多少'), tick('需要的帮助', ['资金', '技术', '生产资料', '销售', '信息', '无', '其他'])] },
      { title: '四、就业服务', fields: [blank('今天为本人做了什么，用了多少分钟', 2), tick('结果', ['已就业', '参加培训', '创业', '继续服务', '本人谢绝', '没有结果']), blank('下次什么时候再联系')] },
    ],
  },
  {
    personId: ids[1] ?? '', code: sheetCode(ids[1] ?? '', 5), name: '买买提·阿不都热西提', who: '男　34 岁　听力 一级', idNumberMasked: '210199********0017',
    phones: [], place: '示范镇后屯村', town: '示范镇', village: '后屯村', groups: [],
    open: [{ what: '就业后第 3 个月回访', dueOn: '2026-11-25', overdue: false }], purpose: null, known: [], missing: [],
    blocks: [{ title: '就业回访（第 3 个月）　示范食品厂 包装工　2026-08-25 上岗', fields: [tick('还在不在岗', ['在', '不在，离岗日期：']), tick('离岗的原因', ['合同到期', '单位停业、裁人', '其他']), blank('一个月挣多少'), blank('有什么困难，怎么帮')] }],
  },
  {
    personId: ids[2] ?? '', code: sheetCode(ids[2] ?? '', 4), name: '孙䶮', who: '男　41 岁　视力 二级', idNumberMasked: '210199********0038',
    phones: ['13900010320'], place: '', town: '', village: '', groups: [], open: [], purpose: null, known: [], missing: [],
    blocks: [{ title: '这次走访', fields: [blank('说了什么、办了什么', 4)] }],
  },
]
