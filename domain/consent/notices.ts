import type { ConsentPurpose } from './purposes.ts'

/**
 * What a person is told before deciding (PIPL art. 17, 29, 30): one notice for each purpose, in spoken words, and once more for who does not follow.
 * A text that was shown never changes: a new wording is a new version at the top of its list. In Chinese only: it is what people sign. `{who}` is
 * the counsellor's name.
 */

export const noticeRows = ['why', 'who', 'what', 'notSeen', 'ifNo', 'takeBack'] as const
export type NoticeRow = (typeof noticeRows)[number]

export interface Notice {
  readonly version: string
  readonly question: string
  readonly rows: Readonly<Record<NoticeRow, string>>
  /** 看不懂: the same said with fewer and plainer words. */
  readonly plain: readonly string[]
  /** Which data the consent covers, as it is kept with it. */
  readonly scopeFields: readonly string[]
}

/** Newest first. */
export const notices: Readonly<Record<ConsentPurpose, readonly Notice[]>> = {
  ASSESSMENT: [
    {
      version: '评估告知 2026-1',
      question: '了解一下您能干什么活，行不行？',
      rows: {
        why: '好知道您干哪样活顺手，要给您备什么。',
        who: '给您办事的指导员，和县残联管这件事的人。',
        what: '您平时做事的情况、用的辅具、会的手艺。',
        notSeen: '用人单位看不到，村里也不张贴。',
        ifNo: '也照样帮您找活，补贴不受影响。',
        takeBack: '哪天都行，跟{who}说一声就停。',
      },
      plain: ['我们想问您一些平时做事的情况。', '问了，就知道怎么帮您找活。', '不想答的，可以不答。', '说不行，也没关系。'],
      scopeFields: ['残疾和健康情况', '日常活动和能力', '辅具、技能和经历'],
    },
  ],
  SHARE_EMPLOYER: [
    {
      version: '提供给单位告知 2026-1',
      question: '把您的情况告诉招工的单位，行不行？',
      rows: {
        why: '好让他们知道您会什么，约您见面。',
        who: '一次一家。换一家，再问您一回。',
        what: '姓名、电话、会干的活、要的方便。',
        notSeen: '身份证号、病情、残疾等级、家里的事。',
        ifNo: '也照样帮您找活，补贴不受影响。',
        takeBack: '哪天都行，跟{who}说一声就停。',
      },
      plain: ['有单位要招人。', '我们想把您的名字和电话告诉他们。', '您的病、您家里的事，都不说。', '说不行，也没关系。'],
      scopeFields: ['姓名', '电话', '能力', '需要的便利'],
    },
  ],
  PUBLISH: [
    {
      version: '招聘平台告知 2026-1',
      question: '把您想找的活放到招聘网上，行不行？',
      rows: {
        why: '好让更多单位看到您想干什么。',
        who: '上招聘网的单位都看得到。',
        what: '您的姓、想干的活、想在哪干。',
        notSeen: '全名、电话、身份证号、残疾情况、家里的事。',
        ifNo: '也照样帮您找活，补贴不受影响。',
        takeBack: '哪天都行，跟{who}说一声，就撤下来。',
      },
      plain: ['网上有找活的地方。', '我们想写上：有人想找这样的活。', '不写您的全名，也不写电话。', '说不行，也没关系。'],
      scopeFields: ['姓', '求职意向', '期望地点'],
    },
  ],
  PHOTO: [
    {
      version: '拍照告知 2026-1',
      question: '给您拍照，用在宣传里，行不行？',
      rows: {
        why: '好让别人知道残疾人也能干好活。',
        who: '看到县里展板、报纸、网页的人。',
        what: '照片里的您，和您干活的样子。',
        notSeen: '姓名、住处、电话、身份证号、残疾情况。',
        ifNo: '也照样帮您找活，补贴不受影响。',
        takeBack: '哪天都行，跟{who}说一声，以后不再用。',
      },
      plain: ['我们想给您拍照。', '照片会给别人看。', '您不愿意，我们就不拍。', '说不行，也没关系。'],
      scopeFields: ['照片'],
    },
  ],
  BANK: [
    {
      version: '银行账户告知 2026-1',
      question: '记下您的银行账号，行不行？',
      rows: {
        why: '好把该给您的补贴打到您账上。',
        who: '县残联和财政管发钱的人。',
        what: '开户行和账号。',
        notSeen: '密码。谁问您要密码，都不要给。',
        ifNo: '补贴照样有，换别的办法领。',
        takeBack: '哪天都行，跟{who}说一声，就不再用。',
      },
      plain: ['补贴要打到您的存折里。', '所以要记下存折上的号。', '不要密码。谁都不该问您密码。', '说不行，也没关系。'],
      scopeFields: ['开户行', '银行账号'],
    },
  ],
}

/** The text that is shown today. */
export function noticeOf(purpose: ConsentPurpose): Notice {
  return notices[purpose][0] as Notice
}

/** The text that somebody was shown; null when it is not one of ours, such as a county's own paper. */
export function noticeByVersion(purpose: ConsentPurpose, version: string): Notice | null {
  return notices[purpose].find((notice) => notice.version === version) ?? null
}

/** What a signature below check and registration says; kept as its `textVersion`. */
export const signedStatement = {
  version: '签字说明 2026-1',
  lines: ['上面记的，是我自己说的。', '我看过了，记得对。'],
} as const
