import { codeTable } from './table.ts'

export const placementTables = {
  leftReason: codeTable('离岗的原因', 'Reason for leaving the job', 'own', [
    ['CONTRACT_ENDED', '合同到期', 'Contract ended'],
    ['EMPLOYER_CLOSED', '单位停业、裁人', 'Employer closed or cut posts'],
    ['DISMISSED', '单位辞退', 'Dismissed'],
    ['PAY', '工资待遇谈不拢', 'Pay or terms'],
    ['CONDITIONS', '岗位、环境、通勤不便', 'Post, place or way to work'],
    ['HEALTH', '治病、康复', 'Treatment or rehabilitation'],
    ['FAMILY', '家里有事', 'Family'],
    ['BETTER', '换了别的工作', 'Another job'],
    ['OTHER', '其他', 'Other'],
  ]),
} as const
