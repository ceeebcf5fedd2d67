import { codeTable } from './table.ts'

/** What a person may ask about the data that are kept of them: Personal Information Protection Law, articles 15 and 44 to 50. */
export const rightsTables = {
  rightKind: codeTable('本人的要求', 'Request of the person', 'own', [
    ['COPY', '要一份自己的信息', 'A copy of the own data'],
    ['CORRECTION', '更正写错的', 'Correction of what is wrong'],
    ['WITHDRAWAL', '撤回同意', 'Withdrawal of a consent'],
    ['ERASURE', '删除自己的信息', 'Erasure of the own data'],
  ]),
  rightOutcome: codeTable('办理结果', 'Outcome', 'own', [
    ['DONE', '照办了', 'Done as asked'],
    ['PARTLY', '办了一部分', 'Done in part'],
    ['NOT_DONE', '没有办，说明了原因', 'Not done, with the reason given'],
  ]),
} as const
