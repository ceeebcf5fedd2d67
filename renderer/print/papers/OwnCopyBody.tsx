import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import { instrumentOf } from '../../../domain/assessment/index.ts'
import type { JsonObject, Output, StepNumber } from '../../api/client.ts'
import { documentPairs } from '../../features/groups/documentPairs.ts'
import { basicGroups } from '../../features/person/basicFields.ts'
import { useFieldWords } from '../../features/person/useFieldWords.ts'
import { formOf } from '../../features/records/forms/index.ts'
import { isEmpty, valueAt } from '../../features/records/formSpec.ts'
import { RecordGrades } from '../../features/records/RecordGrades.tsx'
import { useRecordWords } from '../../features/records/useRecordWords.ts'

type Copy = Output<'ownCopy.read'>
type Document = Copy['documents'][number]
type Pair = readonly [label: string, words: string]

const steps = { 1: 'infoCheck', 2: 'capabilityAssessment', 3: 'demandRegistration', 4: 'serviceRecord' } as const
/** Shown in parts of their own. */
const known: readonly string[] = [...Object.values(steps), 'employmentPeriod', 'consent']

/** The parts of the copy. Words on paper are Chinese whatever the language of the screen. */
export function OwnCopyBody({ copy, signatures }: { readonly copy: Copy; readonly signatures: ReadonlyMap<string, string> }) {
  const others = copy.documents.filter(({ entity, voided, body }) => !known.includes(entity) && !voided && body !== null)
  return (
    <>
      <p className="own-intro">
        下面是{copy.unit}记着您的全部信息。哪里不对，可以要求改；同意过的事，哪天都能收回；不要了，可以要求删。找{copy.counsellor}说就行，不用说理由，不收钱。
      </p>
      <Basics copy={copy} pictures={signatures} />
      {copy.joined.map((values, index) => <Joined key={index} values={values} />)}
      {copy.groups.length > 0 && (
        <Part title="您算哪几类，为什么">
          <Pairs pairs={copy.groups.map(({ flag, because }) => [codeLabel('hardshipFlag', flag, 'zh'), because])} />
        </Part>
      )}
      {([1, 2, 3, 4] as const).map((step) => <Step key={step} step={step} copy={copy} signatures={signatures} />)}
      <Part title="就业状况">
        <Documents documents={copy.documents.filter(({ entity }) => entity === 'employmentPeriod')} none="没有登记过" />
      </Part>
      <Consents copy={copy} signatures={signatures} />
      {others.length > 0 && <Part title="别的登记"><Documents documents={others} none="" /></Part>}
      <Written copy={copy} />
      <Part title="谁看过您的完整号码，谁要过这份副本">
        {copy.looks.length === 0
          ? <p>没有人</p>
          : <ul>{copy.looks.map(({ at, actor, field }) => <li key={`${at}${field}`}>{momentWords(at)}　{actor}　{lookWords(field)}</li>)}</ul>}
      </Part>
    </>
  )
}

/** Two files were made one: what the other one says stays until it is put right or erased. */
function Joined({ values }: { readonly values: JsonObject }) {
  const fields = useFieldWords()
  const pairs = Object.entries(values).flatMap(([name, value]): Pair[] => {
    const words = fields.isKnown(name) ? wordsOf(fields, name, value) : ''
    return words === '' ? [] : [[fields.label(name), words]]
  })
  return pairs.length === 0 ? null : <Part title="并到一起的另一份档案里，写得不一样的"><Pairs pairs={pairs} /></Part>
}

function Basics({ copy, pictures }: { readonly copy: Copy; readonly pictures: ReadonlyMap<string, string> }) {
  const fields = useFieldWords()
  const listed = new Set<string>(basicGroups.flatMap((group) => group.fields.map(({ name }) => name)))
  const names = [...listed, ...Object.keys(copy.fields).filter((name) => !listed.has(name) && fields.isKnown(name))]
  const pairs = names.flatMap((name): Pair[] => {
    const words = wordsOf(fields, name, copy.fields[name])
    return words === '' ? [] : [[fields.label(name), words]]
  })
  const members = membersIn(copy.fields.householdMembers)
  const photo = pictures.get(imageIn(copy.fields.photo) ?? '')
  return (
    <Part title="您的信息">
      {photo !== undefined && <img className="own-photo" src={photo} alt="照片" />}
      <Pairs pairs={members.length === 0 ? pairs : [...pairs, ['家里没有残疾人证的人', members.map(({ name, relation }) => [name, relation].filter((word) => !isEmpty(word)).join(' ')).join('、')]]} />
    </Part>
  )
}

/** The records of one of the four ones, in the order of its form; those that were voided are told of, without what they said. */
function Step({ step, copy, signatures }: { readonly step: StepNumber; readonly copy: Copy; readonly signatures: ReadonlyMap<string, string> }) {
  const { t } = useTranslation()
  const wordsOfField = useRecordWords(copy.documents)
  const records = copy.documents.filter(({ entity, body }) => entity === steps[step] && body !== null)
  return (
    <Part title={t(`common.step.s${step}`)}>
      {records.length === 0 && <p>还没做</p>}
      {records.map((document) => {
        const body = document.body ?? {}
        if (document.voided) return <p key={document.id}>{dayWords(document.on ?? '')}的一份作废了，原因：{document.voidReason}</p>
        const all = formOf(step).groups.flatMap((group) => group.fields)
        const pairs = all.flatMap((field): Pair[] => {
          const words = wordsOfField(field, body)
          return words === '' ? [] : [[t(`records.field.${field.label}`), words]]
        })
        const grades = all.filter(({ path }) => (path === 'items' || path === 'env') && !isEmpty(valueAt(body, path)))
        return (
          <section key={document.id}>
            <h3>{dayWords(document.on ?? '')}{document.version > 1 && `，第 ${String(document.version)} 版`}</h3>
            <Pairs pairs={pairs} />
            {grades.length > 0 && <p>每样后面的数：0 没困难，1 轻度，2 中度，3 重度，4 完全，8 说不清，9 不适用。周围的事从 −4 很碍事到 +4 很有帮助。</p>}
            {grades.map(({ path }) => <RecordGrades key={path} value={valueAt(body, path)} instrument={instrumentOf(body.instrumentVersion)} />)}
            <Signature body={body} signatures={signatures} />
          </section>
        )
      })}
    </Part>
  )
}

function Consents({ copy, signatures }: { readonly copy: Copy; readonly signatures: ReadonlyMap<string, string> }) {
  const fields = useFieldWords()
  const consents = copy.documents.filter(({ entity, voided, body }) => entity === 'consent' && !voided && body !== null)
  return (
    <Part title="您同意过和没有同意的">
      {consents.length === 0 && <p>还没有问过您</p>}
      {consents.map(({ id, body: held }) => {
        const body = held ?? {}
        const decided = body.decision === 'DECLINED' ? '不同意' : isEmpty(body.withdrawnAt) ? '同意' : `同意过，${dayWords(body.withdrawnAt)}收回了`
        const list = Array.isArray(body.scopeFields) ? body.scopeFields.map(String).join('、') : ''
        return (
          <section key={id}>
            <h3>{fields.words('purpose', body.purpose)}</h3>
            <Pairs pairs={([['您怎么定的', decided], ['哪天', dayWords(body.givenAt)], ['由谁签', fields.words('givenBy', body.givenBy) ?? ''], ['用哪些信息', list], ['看的是哪一版告知', fields.words('textVersion', body.textVersion) ?? '']] as Pair[]).filter(([, words]) => words !== '')} />
            <Signature body={body} signatures={signatures} />
          </section>
        )
      })}
    </Part>
  )
}

/** Documents without a form of their own on this paper: every field that has a name. */
function Documents({ documents, none }: { readonly documents: readonly Document[]; readonly none: string }) {
  const { t, i18n } = useTranslation()
  const fields = useFieldWords()
  if (documents.length === 0) return <p>{none}</p>
  return documents.filter(({ voided }) => !voided).map(({ id, entity, on, body }) => (
    <section key={id}>
      <h3>{i18n.exists(`person.what.${entity}`) ? t(`person.what.${entity as 'consent'}`) : '登记'} {dayWords(on ?? '')}</h3>
      <Pairs pairs={documentPairs(entity, body ?? {}, t) ?? Object.entries(body ?? {}).flatMap(([name, value]): Pair[] => {
        const label = labelOf(name)
        const words = name.endsWith('Fen') && typeof value === 'number' ? `${(value / 100).toLocaleString('en-US')} 元` : wordsOf(fields, name, value)
        return label === null || words === '' ? [] : [[label, words]]
      })} />
    </section>
  ))

  function labelOf(name: string): string | null {
    if (i18n.exists(`person.employment.${name}`)) return t(`person.employment.${name as 'state'}`)
    if (i18n.exists(`person.field.${name}`)) return fields.label(name)
    return i18n.exists(`records.field.${name}`) ? t(`records.field.${name as 'note'}`) : null
  }
}

function Written({ copy }: { readonly copy: Copy }) {
  const { t, i18n } = useTranslation()
  const lines = copy.timeline.map(({ at, actor, what }) => {
    const [entity = '', kind = ''] = what.split('.')
    const did = i18n.exists(`person.did.${kind}`) ? t(`person.did.${kind as 'patch'}`) : ''
    const thing = i18n.exists(`person.what.${entity}`) ? t(`person.what.${entity as 'person'}`) : ''
    return `${momentWords(at)}　${actor}　${did}${thing}`
  })
  return <Part title="谁在什么时候写的"><ul>{[...new Set(lines)].map((line) => <li key={line}>{line}</li>)}</ul></Part>
}

function Signature({ body, signatures }: { readonly body: JsonObject; readonly signatures: ReadonlyMap<string, string> }) {
  const picture = signatures.get(signatureIn(body) ?? '')
  return picture === undefined ? null : <img className="own-signature" src={picture} alt="签名" />
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section><h2>{title}</h2>{children}</section>
}

function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return <table><tbody>{pairs.map(([label, words]) => <tr key={label}><th scope="row">{label}</th><td>{words}</td></tr>)}</tbody></table>
}

/** Days as they are spoken; lists of things have a part of their own. */
function wordsOf(fields: ReturnType<typeof useFieldWords>, name: string, value: JsonObject[string] | undefined): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return dayWords(value)
  if (typeof value === 'object' && value !== null && (!Array.isArray(value) || value.some((one) => typeof one === 'object'))) return ''
  return fields.words(name, value) ?? ''
}

function membersIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? (value as unknown[]).filter((one): one is JsonObject => typeof one === 'object' && one !== null) : []
}

function lookWords(field: string): string {
  if (field === 'ownCopy') return '要了这份副本'
  if (field === 'attachment') return '看了照片或材料'
  if (field === 'idNumber') return '看了身份证号'
  if (field === 'certNumber') return '看了残疾人证号'
  return /phone/i.test(field) ? '看了电话' : '看了完整的内容'
}

export function dayWords(day: unknown): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(typeof day === 'string' ? day : '') ?? []
  return year === undefined ? '' : `${year}年${Number(month)}月${Number(date)}日`
}

function momentWords(at: string): string {
  const moment = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** The picture of the signature below a record or a consent. */
export function signatureIn(body: JsonObject): string | null {
  const { signature, evidence } = body
  if (typeof evidence === 'string' && /^[0-9a-f]{64}$/.test(evidence)) return evidence
  return typeof signature === 'object' && signature !== null && !Array.isArray(signature) ? imageIn(signature.image) : null
}

/** The hash of a stored file that is named there. */
export function imageIn(image: unknown): string | null {
  const hash = typeof image === 'object' && image !== null ? (image as JsonObject).hash : null
  return typeof hash === 'string' ? hash : null
}
