import { groupedCode, scannedText } from '../../../domain/planning/sheetCode.ts'
import type { Output } from '../../api/client.ts'
import { PersonName } from '../../components/PersonName.tsx'
import { weekdayOf } from '../../components/typedDate.ts'
import { person as personWords } from '../../i18n/zh-CN/person.ts'
import { forInside } from '../marginTexts.ts'
import type { Paper } from './index.ts'
import { SheetSquare } from './SheetSquare.tsx'
import './DayPack.css'

type DayPack = Output<'planning.dayPack'>
type Sheet = DayPack['sheets'][number]

/** What a counsellor takes along: a list of the day, then a sheet for each person to write on. Its code brings the file back at the right step. */
export const dayPack: Paper = async (args, { api, printedBy, onProgress }) => {
  const answer = await api.call('planning.dayPack', { on: String(args.on) })
  if (!answer.ok) return { ok: false, message: answer.error.message }
  const pack = answer.value
  onProgress(pack.sheets.length, pack.sheets.length)
  const content = (
    <>
      <Cover pack={pack} by={printedBy} />
      {pack.sheets.map((sheet, at) => <PersonSheet key={sheet.personId} sheet={sheet} on={pack.on} number={at + 1} />)}
    </>
  )
  return { ok: true, value: { content, note: forInside } }
}

function Cover({ pack, by }: { readonly pack: DayPack; readonly by: string }) {
  const villages = [...new Set(pack.sheets.map((sheet) => placeOf(sheet)))]
  const overdue = pack.sheets.filter((sheet) => sheet.open.some((one) => one.overdue)).length
  return (
    <section className="cover">
      <h1 className="cover-title">{dayWords(pack.on)} 走访单</h1>
      <p className="cover-facts">
        <span>{pack.county}</span><span>走访人：{by}</span><span>共 {pack.sheets.length} 人{overdue > 0 && `，逾期 ${String(overdue)} 人`}</span><span>{villages.join('、')}</span>
      </p>
      <table className="paper-table cover-table">
        <colgroup><col style={{ width: '7%' }} /><col style={{ width: '16%' }} /><col style={{ width: '19%' }} /><col /><col style={{ width: '28%' }} /><col style={{ width: '9%' }} /></colgroup>
        <thead><tr><th scope="col">序号</th><th scope="col">姓名</th><th scope="col">乡镇 村</th><th scope="col">该做的</th><th scope="col">编码</th><th scope="col">走到了</th></tr></thead>
        <tbody>
          {pack.sheets.map((sheet, at) => (
            <tr key={sheet.personId}>
              <td>{at + 1}</td>
              <th scope="row" className="cover-name"><PersonName name={sheet.name} /></th>
              <td className="start">{placeOf(sheet)}</td>
              <td className="start">{openWords(sheet)}</td>
              <td className="code-text">{groupedCode(sheet.code)}</td>
              <td><span className="box" /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="cover-how">回来以后，用扫码枪扫单子上的方块，或者按 Ctrl+K 打编码，就打开这个人该做的那一步。单子上有电话和住址，用完收进柜子或者粉碎。</p>
    </section>
  )
}

function PersonSheet({ sheet, on, number }: { readonly sheet: Sheet; readonly on: string; readonly number: number }) {
  // A head of a table stands on every page: where the questions need a second one, it still says whose sheet it is.
  return (
    <table className="sheet-page">
      <thead><tr><td className="sheet-running"><span>{number}　<PersonName name={sheet.name} /></span><span className="code-text">{groupedCode(sheet.code)}</span></td></tr></thead>
      <tbody><tr><td>
        <SheetHead sheet={sheet} />
        {sheet.blocks.map((block) => (
          <section key={block.title} className="sheet-block">
            <h3>{block.title}</h3>
            {block.fields.map((field) => <BlankField key={field.label} {...field} />)}
            {block === firstCheck(sheet) && sheet.missing.length > 0 && (
              <div className="blank"><p className="blank-label">档案里还缺</p><p className="blank-missing">{sheet.missing.map((name) => <span key={name}>{fieldWords(name)}<i /></span>)}</p></div>
            )}
          </section>
        ))}
        <p className="sheet-foot"><span>走访日期 {on.slice(0, 4)} 年　 月　 日</span><span>走访人签名</span><span>本人或监护人签名</span></p>
      </td></tr></tbody>
    </table>
  )
}

function SheetHead({ sheet }: { readonly sheet: Sheet }) {
  return (
    <>
      <header className="sheet-head">
        <div className="sheet-who">
          <h2><PersonName name={sheet.name} /></h2>
          <p>{sheet.who}</p>
          <p>身份证号 {sheet.idNumberMasked}</p>
          <p>{sheet.place}</p>
          {sheet.phones.length > 0 && <p className="sheet-phones">{sheet.phones.map((phone) => <span key={phone}>{phone}</span>)}</p>}
        </div>
        <SheetSquare text={scannedText(sheet.code)} mm={32} />
      </header>
      <p className="sheet-open"><b>该做的</b>　{sheet.open.length === 0 ? '没有到期的' : openWords(sheet)}{sheet.purpose !== null && `　这次去：${sheet.purpose}`}</p>
      {sheet.groups.length > 0 && <p className="sheet-groups"><b>重点类别</b>　{sheet.groups.join('、')}</p>}
      {sheet.known.length > 0 && (
        <p className="sheet-known"><b>已经知道，不用再问</b>　{sheet.known.map(({ label, value }) => <span key={label}>{label}：{value}</span>)}</p>
      )}
    </>
  )
}

function BlankField({ label, options, lines }: Sheet['blocks'][number]['fields'][number]) {
  return (
    <div className="blank">
      <p className="blank-row">
        <span className="blank-label">{label}</span>
        {options.map((option) => <span key={option} className={option.endsWith('：') ? 'blank-option to-write' : 'blank-option'}><span className="box" />{option}{option.endsWith('：') && <i />}</span>)}
        {lines > 0 && <i />}
      </p>
      {Array.from({ length: Math.max(0, lines - 1) }, (_, at) => <p key={at} className="blank-line" />)}
    </div>
  )
}

/** Where the file itself is asked about. */
function firstCheck(sheet: Sheet): Sheet['blocks'][number] | undefined {
  return sheet.blocks.find((block) => block.title.includes('基础信息核对'))
}

function openWords(sheet: Sheet): string {
  return sheet.open.map(({ what, dueOn, overdue }) => `${what}${overdue ? '（逾期）' : dueOn === null ? '' : `（${dueOn.slice(5)} 前）`}`).join('、')
}

function placeOf({ town, village }: Sheet): string {
  return [town, village].filter((part) => part !== '').join(' ') || '乡镇不详'
}

function fieldWords(name: string): string {
  return (personWords.field as { readonly [field: string]: string })[name] ?? name
}

function dayWords(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${String(year)} 年 ${String(month)} 月 ${String(day)} 日 周${'日一二三四五六'.charAt(weekdayOf(on))}`
}
