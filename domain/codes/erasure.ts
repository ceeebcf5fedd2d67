import { codeTable } from './table.ts'

/** Personal Information Protection Law, article 47. A code and no free text: what is kept of an erasure must not name the person. */
export const erasureTables = {
  erasureGround: codeTable('删除的依据', 'Ground for erasure', 'own', [
    ['WITHDRAWN', '本人撤回同意', 'Consent withdrawn'],
    ['PURPOSE_DONE', '办事的目的已经达到，不再需要', 'No longer needed for the purpose'],
    ['RETENTION_OVER', '保存期限已满', 'Kept as long as it had to be'],
    ['UNLAWFUL', '违反法律、法规或约定处理', 'Processed against law or agreement'],
    ['OTHER_LAW', '法律、行政法规规定的其他情形', 'Another case of the law'],
  ]),
} as const
