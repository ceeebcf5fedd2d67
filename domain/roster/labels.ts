import { toHalfWidth, withoutBlanks } from '../identity/text.ts'
import type { RosterField } from './fields.ts'

/** What the words of a header cell mean. Rules are whole-word: a sentence that happens to hold 姓名 is no header. */

const longestLabel = 24

/** The spellings of a label to try in turn: with what its brackets say, then without. */
export function labelSpellings(text: string): string[] {
  const plain = withoutBlanks(toHalfWidth(text))
    .replace(/[*★☆▲△#]/g, '')
    .replace(/[〔【［[{]/g, '(')
    .replace(/[〕】］\]}]/g, ')')
    .replace(/\((?:必填|选填|必填项|选填项|可空|文本格式?)\)|(?:必填|选填)项?$/g, '')
    .replace(/^(?:\(?\d{1,3}\)?[.、:．]?|[一二三四五六七八九十]{1,3}、)(?=\D)/, '')
    .replace(/[:：;；。]+$/, '')
  const signs = /[()、,，/\\·.—\-_|"'“”‘’《》<>及和与或&+]/g
  const whole = plain.replace(signs, '')
  const dropped = plain.replace(/\([^)]*(?:\)|$)/g, '').replace(signs, '')
  // 姓名Name: the same in two languages.
  const chinese = dropped.replace(/(?<=\p{Script=Han})[A-Za-z]+$|^[A-Za-z]+(?=\p{Script=Han})/gu, '')
  return [...new Set([whole, dropped, chinese])].filter((spelling) => spelling !== '' && spelling.length <= longestLabel)
}

const subject = /^(?:持证残疾人|残疾人员?|残疾职工|持证人员?|本人|申请人|个人|服务对象|就业人员|求职者|求职人员|被调查人|受访人|户内残疾人|人员)(?:的)?(?=姓名|性别|身份|公民|证件号|联系|手机|电话|出生|年龄|民族|文化|学历|户口|户籍|类别|类型|等级|级别|就业|所在|住址|地址|家庭|基本)/

const guardian = /^(?:法定)?(?:监护人|代理人|法定代理人)(?:的)?/
const contact = /^(?:紧急|家庭|其他|第二|备用|主要)?(?:联系人|联络人|家属|亲属|家人)(?:的)?/
/** People and bodies other than the person; their columns are not the person's. */
const others = /^(?:户主|配偶|丈夫|妻子|父亲|母亲|父母|子女|家长|村干部|填表|填报|制表|审核|复核|走访|调查|核查|核对|核实|评估|服务人|帮扶|包保|责任|负责|经办|联络|专干|专委|专职|委员|工作人员|介绍人|推荐|企业|用人单位|单位(?!名称$)|学校|班主任|医生|护理|照料|照护|托养|担保|开户|银行|持卡)/

const hukouPlace = /^(?:户籍|户口|户)(?:所在地?|地)?/
const residencePlace = /^(?:现|常|经常|实际|目前)?(?:居住|住|常住|现住|现居|常驻)(?:所在)?(?:地)?/
const area = '(?:省|市|区|县|旗|区县|县区|市县|县市区|县市)*'
const townWord = '(?:乡镇|镇乡|镇街|街镇|街乡|乡街|乡|镇|街道|街|办事处|苏木|农场|场|办|地区)'
const villageWord = '(?:行政村|自然村|村民委员会|居民委员会|村委会|居委会|村居|村屯|社区|村|居|屯|嘎查|委会|小组|组|队|分场)'
const named = '(?:名称|名|残联|办事处|全称|代码)?'
const place = '^(?:所在|所属|所辖|归属|属地|管辖)?(?:地)?'
const townRule = new RegExp(`${place}${area}${townWord}+${named}$`)
const villageRule = new RegExp(`${place}${villageWord}+${named}$`)
const townVillageRule = new RegExp(`${place}${area}${townWord}+${villageWord}+${named}$`)

const certLabel =
  /^(?:第?[二三]代)?(?:持)?(?:残疾人?证|残疾军人证|残疾证|残证|残联证|残疾人证件|残疾证件|残疾人证书|残疾人卡|智能残疾人证)(?:书|件)?(?:号|号码|编号|证号|编码|卡号|证件号码?)?(?:20位)?$/

/** In this order; the first that fits. */
const rules: readonly (readonly [RosterField, RegExp])[] = [
  ['serial', /^(?:(?:总|分|乡|镇|村|乡镇|本村|本页)?序号?|编号|编码|行次|序列号|序数|顺序号|行号|排序|No|NO|no|№|项次|项目号|流水号)$/],
  ['idOrCert', /^(?:居民|公民)?身份证件?(?:号码?)?(?:残疾人?证|残疾证|残证)件?(?:号码?)?$|^(?:残疾人?证|残疾证|残证)(?:号码?)?(?:居民|公民)?身份证(?:号码?)?$|^证号$/],
  ['idNumber', /^(?:中华人民共和国)?(?:居民|公民)?身份(?:证件?|证明)?(?:号|号码|编号|证号|证号码)?$|^(?:有效)?(?:身份)?证件号码?$|^居民身份号码?$|^二代身份证(?:号码?)?$|^身份证号码?18位$/],
  ['certNumber', certLabel],
  ['name', /^(?:姓名|名字|姓名汉字|真实姓名|残疾人|残疾人姓名|持证人|中文姓名)$/],
  ['sex', /^(?:性别|男女)$/],
  ['categoryGrade', /^(?:残疾人?)?(?:类别|类型|种类)(?:残疾)?(?:等级|级别|程度)$|^(?:残疾人?)?(?:等级|级别)(?:残疾)?(?:类别|类型|种类)$|^残疾(?:情况|状况|类级|类别级)$|^残类残级$/],
  ['multiCategories', /^多重残疾(?:所?含)?(?:类别|类型|情况|种类)$|^多重(?:残疾)?(?:类别|说明)$/],
  ['category', /^(?:主要?)?(?:残疾人?|障碍|残障)?(?:类别|类型|种类|分类|残别|残类)(?:名称|代码)?$|^残疾$/],
  ['grade', /^(?:残疾人?|障碍|残障|伤残|评定)?(?:等级|级别|程度|残级|分级)(?:名称|代码)?$/],
  ['birthDate', /^(?:出生|生)(?:年月日?|日期|时间|日|年份?月?)(?:日期)?$|^(?:公历|阳历)?(?:生日|出生)$/],
  ['age', /^(?:周岁|实际|现)?(?:年龄|年纪|周岁|岁数)(?:周岁|岁)?$/],
  ['ethnicity', /^民族$/],
  ['townVillage', townVillageRule],
  ['town', townRule],
  ['village', villageRule],
  ['phone2', /^(?:固定|家庭|住宅|座机|备用|其他|第二|另一)(?:联系)?(?:电话|号码|方式|手机)(?:号码?)?[二2]?$|^固话$|^座机$|^(?:联系)?(?:电话|手机|方式)(?:号码?)?[二2]$/],
  ['phone', /^(?:联系|移动|手机|电话|常用|有效)*(?:电话|手机|方式|联系号码|手机号|电话号|联系电话号码)(?:号|号码)?[一1]?$|^手机号码?$|^Tel$|^电话$/i],
  ['education', /^(?:文化|受教育|教育|最高|现|目前|本人)?(?:程度|学历|文化程度|学历程度|文化水平|学历层次)$|^(?:最高)?学历$|^文化$|^学历文化程度$|^最高受教育程度$/],
  ['hukouType', /^(?:户口|户籍|户别|户口簿)(?:性质|类型|类别|属性|种类)?$|^(?:是否)?农业(?:非农业|户口)$|^城乡(?:类别|类型|属性|性质)?$|^农村城镇$|^城镇农村$/],
  ['unemployedReason', /^(?:未|不|没有|没|未能|无法)(?:参加)?就业(?:的)?(?:主要)?(?:原因|情况说明|理由|因素)(?:说明|代码)?$|^(?:失业|待业|无业)(?:主要)?原因$/],
  ['unemployedMark', /^(?:未就业|失业|待业|无业)(?:人员)?$/],
  ['unempRegistered', /^(?:是否|有无)?(?:进行|办理|已|做)?失业登记(?:与否)?$|^失业登记情况$/],
  ['unemployedSince', /^失业(?:起始|开始|登记)?(?:时间|日期)$|^何时失业$/],
  ['employedSince', /^(?:开始)?(?:就业|入职|上岗|参加工作)(?:起始|开始)?(?:时间|日期|年月)$/],
  ['employmentForm', /^(?:就业|从业)(?:形式|类型|方式|类别|形态|渠道类型)$/],
  ['employed', /^(?:目前|现|当前|现在|本人)?(?:是否|有无|是不是)?(?:已经|已|在|正在|有)?(?:就业|从业|在业|就业失业|就失业|工作)(?:与否|状况|状态|情况|现状|是否)?$|^就业否$|^(?:是否)?(?:就业|在岗)(?:未就业)?$|^已就业(?:未就业)?$|^是否有工作$|^\d{4}年度?是否(?:已)?就业$/],
  ['employerName', /^(?:就业|工作|用人|所在|现)?单位(?:名称)?$|^(?:就业)?(?:企业|公司)名称$|^工作地点单位$/],
  ['jobTitle', /^(?:就业|工作|从事)?(?:岗位|职业|工种|职务)(?:名称)?$|^从事(?:工作|行业岗位)$/],
  ['monthlyIncome', /^(?:月|月均|平均月)(?:收入|工资|薪酬)(?:元)?(?:月)?$/],
  ['livingSource', /^(?:未就业)?(?:主要)?(?:生活|经济|收入)来源$/],
  ['maritalStatus', /^(?:婚姻|婚否|婚姻状况|婚姻情况|婚姻状态|是否结婚)$/],
  ['politicalStatus', /^政治面貌$/],
  ['isLiterate', /^是否识字$/],
  ['school', /^毕业(?:院校|学校)(?:名称)?$|^(?:所学)?学校名称$/],
  ['major', /^(?:所学|毕业)?专业(?:名称)?$/],
  ['graduatedOn', /^毕业(?:时间|日期|年月|年份)$/],
  ['selfCare', /^(?:生活)?自理(?:能力|情况|程度)$|^生活能否自理$/],
  ['workCapacity', /^(?:有无|是否有)?劳动(?:能力|力)(?:情况|状况)?$/],
  ['householdId', /^(?:家庭|户口?|户口簿)(?:编号|编码|号码?)$|^户号$/],
  ['relationToHead', /^与?(?:户主)?关系户主$|^与?户主(?:之)?关系$/],
  ['isDibao', /^(?:是否|有无)?(?:为|属于|享受|纳入)?(?:城乡|城市|农村)?(?:低保|低保户|最低生活保障)(?:户|对象|情况|家庭|人员)?$/],
  ['socialAid', /^(?:社会)?救助(?:类型|类别|情况|对象类型)?$|^(?:家庭)?(?:经济)?困难(?:类型|类别|程度|情况)$|^(?:低保|特困)(?:低保|特困|边缘|低边|边缘户)+(?:情况|类型)?$|^家庭经济(?:状况|情况|类型)$/],
  ['disabilityCause', /^(?:致残|残疾)(?:主要)?原因$/],
  ['disabilityDetail', /^残疾(?:部位|详情|描述|具体情况|说明)$/],
  ['certIssuedOn', /^(?:首次)?(?:残疾人?证)?(?:发证|签发|办证|领证|持证|核发|评定|批准|换证)(?:时间|日期|年月)$/],
  ['certValidUntil', /^(?:残疾人?证|证件)?(?:有效期限?|有效日期|到期时间|到期日期?|失效日期)(?:至|止|截止)?$/],
  ['certStatus', /^(?:残疾人?证|证件|持证)(?:状态|状况|情况)$/],
  ['status', /^(?:人员|当前|个人|核查|核实|核对|摸排|变动|异动|变更|变化|生存|存活|在世|目前|现)(?:状态|状况|情况|结果|类型|原因)$|^状态$|^现状$|^去向$|^人员去向$|^(?:是否|有无)?(?:死亡|去世|注销|迁出|死亡注销|死亡迁出|注销迁出|死亡注销迁出)(?:情况|时间|日期|原因)?$/],
  ['note', /^(?:备注|备考|附注|说明|备注说明|情况说明|其他说明|其他情况|其他情况说明|备注栏|备注信息|情况备注|特殊情况|特殊情况说明|注)[一二三123]?$/],
]

const addressRule = /(?:地址|住址|住所|居住地|户籍地|户籍所在地|户口所在地|现住地|常住地|居住地点|门牌)(?:详细|详细地址|地址)?$/
const hukouWord = /户籍|户口|身份证/
const residenceWord = /现|居住|常住|实际/

export function fieldOfSpelling(spelling: string): RosterField | null {
  // 残疾人证件号 is the certificate's, not a 证件号 of the 残疾人.
  if (certLabel.test(spelling)) return 'certNumber'
  const label = spelling.replace(subject, '')
  const guarded = label.replace(guardian, '')
  if (guarded !== label) return roleField(guarded, 'guardian')
  const contacted = label.replace(contact, '')
  if (contacted !== label) return roleField(contacted, 'contact')
  if (/^与(?:残疾人|本人|残疾者|服务对象)(?:的)?关系$|^(?:残疾人|本人)关系$|^关系$/.test(label)) return 'contactRelation'
  const direct = ruleFor(label)
  if (direct !== null) return direct
  if (others.test(label)) return 'other'
  const placed = placeField(label)
  if (placed !== null) return placed
  if (addressRule.test(label)) {
    if (hukouWord.test(label)) return 'hukouAddress'
    return residenceWord.test(label) ? 'residenceAddress' : 'address'
  }
  return null
}

function ruleFor(label: string): RosterField | null {
  for (const [field, rule] of rules) if (rule.test(label)) return field
  return null
}

/** 户籍所在乡镇 is the town, 现居住乡镇 is where the person lives. */
function placeField(label: string): RosterField | null {
  const ofHukou = label.replace(hukouPlace, '')
  if (ofHukou !== label && ofHukou !== '') {
    const field = ruleFor(ofHukou)
    return field === 'town' || field === 'village' || field === 'townVillage' ? field : null
  }
  const ofResidence = label.replace(residencePlace, '')
  if (ofResidence !== label && ofResidence !== '') {
    const field = ruleFor(ofResidence)
    if (field === 'town') return 'residenceTown'
    if (field === 'village') return 'residenceVillage'
    if (field === 'townVillage') return 'residenceAddress'
  }
  return null
}

function roleField(rest: string, role: 'guardian' | 'contact'): RosterField {
  if (rest === '' || /^(?:的)?(?:姓名|名字)$/.test(rest)) return role === 'guardian' ? 'guardianName' : 'contactName'
  if (/^(?:联系|手机)?(?:电话|方式|手机|号码)(?:号码?)?$|^手机号码?$/.test(rest)) return role === 'guardian' ? 'guardianPhone' : 'contactPhone'
  if (/关系$/.test(rest)) return role === 'guardian' ? 'guardianRelation' : 'contactRelation'
  return 'other'
}

/** Tick columns under a group: 性别 over 男 and 女, 残疾类别 over 视力 to 多重, 残疾等级 over 一级 to 四级. */
function markField(group: string, label: string): RosterField | null {
  if (/性别/.test(group)) return label === '男' ? 'maleMark' : label === '女' ? 'femaleMark' : null
  const category = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'].indexOf(label.replace(/残疾?$/, ''))
  if (category >= 0 && /残疾|类/.test(group)) return `categoryMark${category + 1}` as RosterField
  const grade = ['一级', '二级', '三级', '四级'].indexOf(label.replace(/^[1-4](?=级$)/, (digit) => '一二三四'[Number(digit) - 1] as string))
  if (grade >= 0 && /级|残疾|程度/.test(group)) return `gradeMark${grade + 1}` as RosterField
  return null
}

/** 联系人及电话: two things in one cell, which nobody can part with certainty. */
const nameWithPhone = /(?:联系人|监护人|家属)(?:姓名)?(?:及|和|与|、|,|，|\/)(?:其)?(?:联系)?(?:电话|方式|手机)/

/** The field of a column from its labels, the topmost (a merged group) first. */
export function fieldOfLabels(labels: readonly string[]): RosterField | null {
  const own = labels.at(-1)
  if (own === undefined) return null
  const groups = labels.slice(0, -1)
  if (nameWithPhone.test(own)) return 'other'
  const ownSpellings = labelSpellings(own)
  for (const group of groups.toReversed()) {
    for (const groupSpelling of labelSpellings(group)) {
      for (const spelling of ownSpellings) {
        const mark = markField(groupSpelling, spelling)
        if (mark !== null) return mark
        if (speaksOfOthers(groupSpelling)) {
          const field = fieldOfSpelling(roleOfGroup(groupSpelling) + spelling)
          return field === 'employerName' ? field : (field ?? 'other')
        }
        const phone = phoneOfPerson(groupSpelling, spelling)
        if (phone !== null) return phone
        if (residencePlace.test(groupSpelling) || hukouPlace.test(groupSpelling)) {
          const field = placeField(placeOfGroup(groupSpelling) + spelling)
          if (field !== null) return field
        }
      }
    }
  }
  // 证号 under 身份证 and under 残疾人证 are two things.
  if (ownSpellings.some((spelling) => /^证?(?:号|号码|编号)$/.test(spelling))) {
    if (groups.some((group) => /残疾人?证|残证/.test(group))) return 'certNumber'
    if (groups.some((group) => /身份/.test(group))) return 'idNumber'
  }
  for (const spelling of ownSpellings) {
    const field = fieldOfSpelling(spelling)
    if (field !== null) return field
  }
  for (const group of groups.toReversed()) {
    for (const groupSpelling of labelSpellings(group)) {
      for (const spelling of ownSpellings) {
        const field = fieldOfSpelling(groupSpelling.replace(/(?:信息|情况|资料)$/, '') + spelling)
        if (field !== null) return field
      }
    }
  }
  return null
}

/** 联系电话 over 本人 and 家属. */
function phoneOfPerson(group: string, label: string): RosterField | null {
  if (ruleFor(group) !== 'phone') return null
  if (/^(?:残疾人)?本人$/.test(label)) return 'phone'
  if (label.replace(contact, '') === '') return 'contactPhone'
  return label.replace(guardian, '') === '' ? 'guardianPhone' : null
}

function speaksOfOthers(group: string): boolean {
  return (guardian.test(group) || contact.test(group) || others.test(group)) && ruleFor(group) === null
}

function roleOfGroup(group: string): string {
  return (guardian.exec(group)?.[0] ?? contact.exec(group)?.[0] ?? others.exec(group)?.[0] ?? '').replace(/的$/, '')
}

function placeOfGroup(group: string): string {
  return residencePlace.test(group) ? '居住' : '户籍'
}
