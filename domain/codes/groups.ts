import { codeTable } from './table.ts'

/** Tables of the special groups, of the graduate's plan and of the review. */
export const groupTables = {
  hardshipCategory: codeTable('就业困难人员类别', 'Category of employment hardship', 'own, after local lists of the labour authority', [
    ['DISABLED', '残疾人员', 'Disabled person'],
    ['LONG_TERM', '连续失业一年以上', 'Out of work for over a year'],
    ['ZERO_HOUSEHOLD', '零就业家庭成员', 'Member of a household without a job'],
    ['AGED', '大龄失业人员', 'Older unemployed'],
    ['DIBAO', '低保家庭成员', 'Member of a household on minimum allowance'],
    ['LANDLESS', '失地农民', 'Farmer without land'],
    ['GRADUATE', '离校未就业毕业生', 'Graduate without work'],
    ['OTHER', '当地规定的其他人员', 'Another local category'],
  ]),
  graduateStep: codeTable('一人一策的步骤', 'Step of the graduate plan', 'real-name service for graduates', [
    ['POLICY_TALK', '政策宣讲', 'Policy talk'],
    ['GUIDANCE', '职业指导', 'Vocational guidance'],
    ['JOB_OFFER', '岗位推荐', 'Job offer'],
    ['TRAINING', '技能培训', 'Training'],
    ['INTERNSHIP', '就业见习', 'Internship'],
    ['INTERVIEW', '面试辅导', 'Interview coaching'],
    ['SUBSIDY', '补贴代办', 'Help with a subsidy'],
    ['OTHER', '其他', 'Other'],
  ]),
  graduateOutcome: codeTable('毕业生的去向', 'Outcome of the graduate', 'own', [
    ['EMPLOYED', '单位就业', 'Employed'],
    ['FLEXIBLE', '灵活就业', 'Flexible work'],
    ['STARTUP', '自主创业', 'Started a business'],
    ['STUDY', '升学', 'Further study'],
    ['NOT_NOW', '暂时不找工作', 'Not looking for work now'],
    ['MOVED', '转到外地', 'Moved elsewhere'],
  ]),
  reviewDecision: codeTable('审核', 'Review', 'own', [
    ['SUBMITTED', '提交审核', 'Submitted'],
    ['REVIEWED', '审核通过', 'Reviewed'],
    ['RETURNED', '退回修改', 'Returned'],
  ]),
} as const
