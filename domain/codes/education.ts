import { codeTable } from './table.ts'

export const educationTables = {
  education: codeTable('文化程度', 'Education', 'GB/T 4658-2006', [
    ['10', '研究生教育', 'Postgraduate'],
    ['11', '博士研究生毕业', 'Doctorate, graduated', '10'],
    ['12', '博士研究生结业', 'Doctorate, completed', '10'],
    ['13', '博士研究生肄业', 'Doctorate, left early', '10'],
    ['14', '硕士研究生毕业', 'Master, graduated', '10'],
    ['15', '硕士研究生结业', 'Master, completed', '10'],
    ['16', '硕士研究生肄业', 'Master, left early', '10'],
    ['17', '研究生班毕业', 'Postgraduate class, graduated', '10'],
    ['18', '研究生班结业', 'Postgraduate class, completed', '10'],
    ['19', '研究生班肄业', 'Postgraduate class, left early', '10'],
    ['20', '大学本科', 'Bachelor'],
    ['21', '大学本科毕业', 'Bachelor, graduated', '20'],
    ['22', '大学本科结业', 'Bachelor, completed', '20'],
    ['23', '大学本科肄业', 'Bachelor, left early', '20'],
    ['28', '大学普通班毕业', 'University ordinary class, graduated', '20'],
    ['30', '大学专科', 'Junior college'],
    ['31', '大学专科毕业', 'Junior college, graduated', '30'],
    ['32', '大学专科结业', 'Junior college, completed', '30'],
    ['33', '大学专科肄业', 'Junior college, left early', '30'],
    ['40', '中等职业教育', 'Secondary vocational'],
    ['41', '中等专科毕业', 'Secondary specialised, graduated', '40'],
    ['42', '中等专科结业', 'Secondary specialised, completed', '40'],
    ['43', '中等专科肄业', 'Secondary specialised, left early', '40'],
    ['44', '职业高中毕业', 'Vocational high school, graduated', '40'],
    ['45', '职业高中结业', 'Vocational high school, completed', '40'],
    ['46', '职业高中肄业', 'Vocational high school, left early', '40'],
    ['47', '技工学校毕业', 'Technical school, graduated', '40'],
    ['48', '技工学校结业', 'Technical school, completed', '40'],
    ['49', '技工学校肄业', 'Technical school, left early', '40'],
    ['60', '普通高中', 'High school'],
    ['61', '普通高中毕业', 'High school, graduated', '60'],
    ['62', '普通高中结业', 'High school, completed', '60'],
    ['63', '普通高中肄业', 'High school, left early', '60'],
    ['70', '初中', 'Junior middle school'],
    ['71', '初中毕业', 'Junior middle school, graduated', '70'],
    ['73', '初中肄业', 'Junior middle school, left early', '70'],
    ['80', '小学', 'Primary school'],
    ['81', '小学毕业', 'Primary school, graduated', '80'],
    ['83', '小学肄业', 'Primary school, left early', '80'],
    ['90', '其他（含未上学）', 'Other, no schooling included'],
  ]),
  educationStep: codeTable('文化程度（七档）', 'Education (seven steps)', 'CDPF survey item G13', [
    ['1', '未上学', 'No schooling'],
    ['2', '小学', 'Primary school'],
    ['3', '初中', 'Junior middle school'],
    ['4', '高中、中专', 'High or vocational school'],
    ['5', '大专', 'Junior college'],
    ['6', '本科', 'Bachelor'],
    ['7', '研究生', 'Postgraduate'],
  ]),
} as const

const stepOfTens: Readonly<Record<string, string>> = {
  '1': '7', '2': '6', '3': '5', '4': '4', '6': '4', '7': '3', '8': '2', '9': '1',
}

/** The step of the CDPF survey (1–7) for an education code of GB/T 4658, or null for an unknown code. */
export function educationStepOf(code: string): string | null {
  return stepOfTens[code.charAt(0)] ?? null
}
