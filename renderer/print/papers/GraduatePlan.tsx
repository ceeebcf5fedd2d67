import { codeLabel } from '../../../domain/codes/index.ts'
import type { JsonObject, Output, PersonFile } from '../../api/client.ts'
import type { Paper } from './index.ts'
import './GraduatePlan.css'

type Graduate = NonNullable<Output<'groups.ofPerson'>['graduate']>

/** 一人一策 of one graduate: what is owed, what was done, what became of them; to sign and to keep in the folder. `args`: personId. */
export const graduatePlan: Paper = async (args, { api, onProgress }) => {
  const personId = String(args.personId)
  const [file, groups, session] = await Promise.all([
    api.call('persons.get', { personId }), api.call('groups.ofPerson', { personId }), api.call('session.state', {}),
  ])
  if (!file.ok) return { ok: false, message: file.error.message }
  if (!groups.ok) return { ok: false, message: groups.error.message }
  const { graduate, on } = groups.value
  if (graduate === null) return { ok: false, message: '还没有建立一人一策，没有可打的' }
  onProgress(1, 1)
  const unit = session.ok ? (session.value.county?.name ?? '') : ''
  return { ok: true, value: { content: <Plan file={file.value} graduate={graduate} on={on} unit={unit} />, note: `${unit}　一人一策` } }
}

function Plan({ file, graduate, on, unit }: { readonly file: PersonFile; readonly graduate: Graduate; readonly on: string; readonly unit: string }) {
  const { row, fields } = file
  const { body, progress } = graduate
  return (
    <article className="graduate-plan">
      <h1>残疾人大学生就业服务“一人一策”</h1>
      <p className="plan-unit"><span>{unit}</span><span>{dayWords(on)}</span></p>
      <table>
        <tbody>
          <Pairs pairs={[['姓名', row.name], ['性别、年龄', `${row.sex === null ? '' : codeLabel('sex', row.sex)} ${row.age === null ? '' : `${String(row.age)} 岁`}`.trim()]]} />
          <Pairs pairs={[['身份证号', row.idNumberMasked], ['电话', row.phoneMasked ?? '']]} />
          <Pairs pairs={[['毕业院校、专业', joined(fields, ['school', 'major'])], ['毕业时间', text(fields.graduatedOn)]]} />
          <Pairs pairs={[['住址', [row.town, row.village].filter(Boolean).join(' ')], ['文化程度', typeof fields.education === 'string' ? codeLabel('education', fields.education) : '']]} />
          <Pairs pairs={[['建档日期', text(body.openedOn)], ['责任人', text(body.responsibleName)]]} />
          <tr><th scope="row">现在的情况</th><td colSpan={3}>{text(body.situation)}</td></tr>
          <tr><th scope="row">想做什么</th><td colSpan={3}>{text(body.goal)}</td></tr>
        </tbody>
      </table>
      <h2>该做的：{progress.isComplete ? '都做了' : `做了 ${String(progress.done)} 项，共 ${String(progress.owed)} 项`}</h2>
      <table>
        <thead><tr><th scope="col">项目</th><th scope="col">该做</th><th scope="col">做了</th><th scope="col">还差</th></tr></thead>
        <tbody>
          {progress.counts.map(({ kinds, owed, done }) => (
            <tr key={kinds.join()}><td>{kinds.map((kind) => codeLabel('graduateStep', kind)).join('或')}</td><td>{owed}</td><td>{done}</td><td>{Math.max(0, owed - done)}</td></tr>
          ))}
        </tbody>
      </table>
      <h2>做过的</h2>
      <table>
        <thead><tr><th scope="col">日期</th><th scope="col">做了什么</th><th scope="col">结果</th></tr></thead>
        <tbody>
          {progress.steps.map((step, index) => (
            <tr key={index}>
              <td className="plan-day">{step.on}</td>
              <td>{codeLabel('graduateStep', step.kind)}{step.count > 1 && ` × ${String(step.count)}`}</td>
              <td>{step.result === null ? '' : step.index === null ? codeLabel('serviceResult', step.result) : step.result}</td>
            </tr>
          ))}
          {progress.steps.length === 0 && <tr><td colSpan={3}>还没有</td></tr>}
        </tbody>
      </table>
      <h2>去向</h2>
      <p>{progress.outcome === null ? '还没有定' : [codeLabel('graduateOutcome', progress.outcome), text(body.outcomeOn), text(body.outcomeNote)].filter((part) => part !== '').join('，')}</p>
      <p className="plan-signs"><span>本人签字：</span><span>责任人签字：</span><span>日期：</span></p>
    </article>
  )
}

function Pairs({ pairs }: { readonly pairs: readonly (readonly [label: string, value: string])[] }) {
  return <tr>{pairs.map(([label, value]) => [<th key={label} scope="row">{label}</th>, <td key={`${label} value`}>{value}</td>])}</tr>
}

function text(value: JsonObject[string] | undefined): string {
  return typeof value === 'string' ? value : ''
}

function joined(fields: JsonObject, names: readonly string[]): string {
  return names.map((name) => text(fields[name])).filter((part) => part !== '').join('，')
}

function dayWords(on: string): string {
  const [year = '', month = '', day = ''] = on.split('-')
  return `${year}年${String(Number(month))}月${String(Number(day))}日`
}
