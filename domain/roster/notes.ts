/** What a note says about the person that ends or moves the case; other people's deaths and plain denials are not meant. */
export type NoteFlag = 'note-dead' | 'note-cert-cancelled' | 'note-moved-out'

const dead = /死亡|去世|去逝|已故|亡故|病故|身故|故去|病逝|逝世|过世|离世|身亡|已死|死了|不在世|离开人世|殁|(?:已|病|车祸|溺水)亡|^(?:已?亡|死|故|已殁)$/
const cancelled = /注销|吊销|作废|证(?:件)?(?:已)?(?:收回|撤销|取消)|(?:取消|撤销)(?:残疾人?)?证|退证|销户|销证/
const movedOut = /迁出|迁至|迁往|迁到|迁去|迁走|迁离|外迁|已迁(?!入|回)|户口?(?:籍)?(?:已|在|都)?(?:迁移|转出|转走|转到|转至)|户籍(?:已)?转|迁户|^迁移$|^(?:已|户口|关系|证件?|残疾人?证|外省|外市|外地|跨省|跨市)*转(?:出|走)|搬(?:迁|家)?(?:至|到|往|去)外(?:地|省|市|县)/

const kin =
  /(?:父母|父亲|母亲|爸爸?|妈妈?|双亲|丈夫|妻子?|配偶|爱人|老伴|儿子|女儿|子女|儿女|孩子|长子|次子|监护人|家属|亲属|公公|婆婆|岳父|岳母|爷爷|奶奶|祖父|祖母|姥爷|姥姥|哥哥?|姐姐?|弟弟?|妹妹?|户主|其父|其母|其夫|其妻|父|母|夫|子)(?:亲)?(?:均|都|已|已经|于|在|因|早|相继|双双|先后|\d|年|月|日|病|意外|车祸|[.\-/])*$/
const denied = /(?:未|没有|没|非|不是|无|尚未|并未|不予|否|不属于|不存在|拟|准备|申请|计划|暂不|不)(?:愿意?|想|同意|肯|打算|能)?(?:被|办理|有|曾|进行|申请|再)?$/
const undone = /^(?:后)?(?:已|又|再|后)*(?:恢复|重新|补办|激活|撤回|有误|错误|不实)/
const notTheCert = /(?:低保|执照|公司|企业|账户|银行卡|社保卡|失业登记|个体户?|门店|店铺|商户|账号|营业|合作社|医保|车辆|驾照)(?:证|已|被|都)*$/
const movedIn = /(?:迁至|迁到|迁往|迁回|已迁)(?:入|回|来|我|本|此|当地)/
const houseOnly = /(?:拆|动|回|搬)$/

/** The flags of one text, each once, in the order of the kinds. */
export function noteFlags(text: string): NoteFlag[] {
  const clauses = text.split(/[,，。;；、!！\n]/)
  const flags: NoteFlag[] = []
  if (clauses.some((clause) => says(clause, dead, (before) => !kin.test(before)))) flags.push('note-dead')
  if (clauses.some((clause) => says(clause, cancelled, (before) => !notTheCert.test(before)))) flags.push('note-cert-cancelled')
  if (clauses.some((clause) => says(clause, movedOut, (before) => !houseOnly.test(before)) && !movedIn.test(clause))) {
    flags.push('note-moved-out')
  }
  return flags
}

function says(clause: string, what: RegExp, meant: (before: string) => boolean): boolean {
  const match = what.exec(clause)
  if (match === null) return false
  const before = clause.slice(0, match.index)
  const after = clause.slice(match.index + match[0].length)
  if (denied.test(before) || undone.test(after) || /^(?:[:：]?\s*(?:否|无)$|低保|执照|失业)/.test(after)) return false
  return meant(before)
}
