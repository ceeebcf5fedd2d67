import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { parseCounty } from '../domain/divisions/county.ts'
import type { County } from '../domain/divisions/county.ts'
import { countyByCode } from '../domain/divisions/liaoning.ts'
import { isIsoDate } from '../domain/identity/calendar.ts'
import { ok, problem } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import type { RosterRow, RosterSummary } from '../domain/roster/check.ts'
import { findingCodes, findingSentence } from '../domain/roster/findings.ts'
import type { FindingCode, Verdict } from '../domain/roster/findings.ts'
import { checkRosterFile } from '../electron/import/readers/index.ts'
import type { ReadProgress } from '../electron/import/readers/index.ts'

/** Checks a roster without the app: one JSON line for each row, or sentences for people. */

const help = `用法：npm run -s roster -- check 文件 [--json] [--county 代码|名录文件] [--on 日期]

查看一份残疾人名册：认表头，逐行核对，说出每一处发现。什么也不写入。
支持 .xlsx、.csv（UTF-8、GB18030、UTF-16）和网页表格（名叫 .xls 的也行）。

  --json            每行一个 JSON，最后一行是 {"summary": …}
  --county 代码      按哪个县的乡镇核对，六位代码；也可以给一个名录文件（JSON）。
                    不写时，取名册里最多的号码所在的县
  --on YYYY-MM-DD   按哪一天算年龄，不写时是今天
  --help            看这些说明

认出名册时退出码是 0；认不出或读不了时是 2，原因写在标准错误里。`

interface Request {
  readonly file: string
  readonly json: boolean
  readonly county: County | undefined
  readonly on: string
}

async function main(): Promise<number> {
  const request = await readRequest(process.argv.slice(2))
  if (!request.ok) return complain(request.error.message)
  if (request.value === null) {
    process.stdout.write(`${help}\n`)
    return 0
  }
  const { file, json, county, on } = request.value
  const progress = createProgress(json)
  const print = json ? jsonLine : rowSentences
  const checked = await checkRosterFile(file, {
    county, on, wholeFirst: true,
    onProgress: progress.show,
    onRow: (row) => {
      const text = print(row)
      return text === '' ? undefined : write(text)
    },
  })
  progress.clear()
  if (!checked.ok) return complain(checked.error.message)
  await write(json ? `${JSON.stringify({ summary: checked.value })}\n` : summaryText(checked.value))
  return 0
}

async function readRequest(args: string[]): Promise<Result<Request | null>> {
  let parsed
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        county: { type: 'string' },
        on: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch {
    return problem('usage', '参数写得不对，看说明：npm run -s roster -- --help')
  }
  const { values, positionals } = parsed
  if (values.help || positionals.length === 0) return ok(null)
  const [command, file, ...rest] = positionals
  if (command !== 'check' || file === undefined || rest.length > 0) {
    return problem('usage', '要写成 check 加一个文件，看说明：npm run -s roster -- --help')
  }
  const on = values.on ?? today()
  if (!isIsoDate(on)) return problem('usage', `日期要写成 2026-03-01 这样，现在是 ${on}。`)
  const county = await readCounty(values.county)
  if (!county.ok) return county
  return ok({ file: fromCaller(file), json: values.json, county: county.value, on })
}

async function readCounty(text: string | undefined): Promise<Result<County | undefined>> {
  if (text === undefined) return ok(undefined)
  if (/^\d{6}$/.test(text)) {
    const county = countyByCode(text)
    return county === null ? problem('county', `没有代码是 ${text} 的县；别的县请给名录文件。`) : ok(county)
  }
  try {
    return parseCounty(JSON.parse((await readFile(fromCaller(text), 'utf8')).replace(/^\ufeff/, '')))
  } catch {
    return problem('county', `名录文件 ${text} 读不了，请看看位置和内容对不对。`)
  }
}

/** npm changes into the project; file names are meant from where it was called. */
function fromCaller(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
}

function today(): string {
  const now = new Date()
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-')
}

function jsonLine({ sheet, row, verdict, findings, person }: RosterRow): string {
  return `${JSON.stringify({ sheet, row, verdict, findings, person })}\n`
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  clean: '没有问题', mended: '已改好', doubtful: '请您定', refused: '不能导入', duplicate: '重复',
}

function rowSentences(row: RosterRow): string {
  const sentences = row.findings.map((item) => findingSentence(item, 'zh'))
  if (row.verdict === 'duplicate' && row.sameAs !== null) sentences.unshift(`和第 ${row.sameAs.row} 行一样。`)
  if (sentences.length === 0) return ''
  return `${row.sheet} 第 ${row.row} 行　${row.name === '' ? '（没有姓名）' : row.name}　${verdictWords[row.verdict]}\n${sentences.map((text) => `    ${text}\n`).join('')}`
}

function summaryText(summary: RosterSummary): string {
  const lines = ['', `${summary.county.name}　按 ${summary.on} 算年龄　共 ${summary.rows} 行，${summary.persons} 人可以导入`]
  if (!summary.county.townsKnown) lines.push('没有这个县的乡镇名录，乡镇没有核对。')
  for (const verdict of ['clean', 'mended', 'doubtful', 'duplicate', 'refused'] as const) {
    lines.push(`  ${verdictWords[verdict]}　${summary.verdicts[verdict]}`)
  }
  lines.push(`  提醒您看　${summary.flagged}`, '')
  for (const code of Object.keys(findingCodes) as FindingCode[]) {
    const count = summary.findings[code]
    if (count !== undefined) lines.push(`  ${findingCodes[code].zh}　${count}`)
  }
  for (const sheet of summary.sheets) {
    const what = sheet.headerRow === null ? '不是名册，没有读' : `表头在第 ${sheet.headerRow} 行，${sheet.rows} 行`
    lines.push(`  工作表“${sheet.name}”${sheet.hidden ? '（隐藏的）' : ''}：${what}`)
  }
  return `${lines.join('\n')}\n`
}

/** Waits while whoever reads is behind. */
function write(text: string): Promise<void> | undefined {
  if (process.stdout.write(text)) return undefined
  return new Promise((resume) => process.stdout.once('drain', resume))
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

/**
 * Says how far it is once two seconds have gone by: in one line on a terminal, every five seconds elsewhere. With --json a program reads the
 * standard error, which then holds nothing but the reason of a failure.
 */
function createProgress(forPrograms: boolean) {
  const quiet = forPrograms && !process.stderr.isTTY
  const started = performance.now()
  let last = 0
  let shown = false
  return {
    show({ part, rows }: ReadProgress): void {
      const now = performance.now() - started
      if (quiet || now < 2000 || now - last < (process.stderr.isTTY ? 200 : 5000)) return
      last = now
      shown = true
      const text = `正在读第 ${rows} 行，${Math.floor(part * 100)}%`
      process.stderr.write(process.stderr.isTTY ? `\r${text}　` : `${text}\n`)
    },
    clear(): void {
      if (shown && process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    },
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read has enough: `| head`.
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`程序自己出了错，名册没有动：${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
