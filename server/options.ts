import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseCounty } from '../domain/divisions/county.ts'
import type { County } from '../domain/divisions/county.ts'
import { countyByCode, demoCounty } from '../domain/divisions/liaoning.ts'
import { ok, problem } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { countyRoleSchema, personName, scopeSchema } from '../domain/sync/index.ts'
import type { CountyRole, Scope } from '../domain/sync/index.ts'
import type { Town } from './database/schema.ts'

/** What is said on the command line. */

export type Command = 'serve' | 'init' | 'code'

export interface Options {
  readonly command: Command
  readonly databaseUrl: string | null
  readonly dataFolder: string | null
  readonly host: string
  readonly port: number
  readonly json: boolean
  readonly county: string | null
  readonly countyName: string | null
  readonly towns: readonly Town[]
  readonly userName: string
  readonly role: CountyRole
  readonly scope: Scope
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly requestsPerMinute: number | null
}

export const usage = `用法：
  npm run server                                      启动县级服务（自带数据库；DATABASE_URL 可指定别的）
  npm run server -- init --county 210283               建县，给出第一个登记码；不写县就建练手用的示范县
                                                      （--name 县名；--user 姓名；乡镇不在名录里时 --towns-file 县文件.json）
  npm run server -- code --name 林芳 --role counsellor --towns 210199100,210199101
                                                      再给一个登记码（--role counsellor|office|supervisor；--scope county|caseload）
选项：--port 8440  --host 127.0.0.1  --data 文件夹  --json  --county 代码  --tls-cert 文件 --tls-key 文件`

export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Result<Options> {
  const parsed = parse(args)
  if (parsed === null) return problem('usage', usage)
  const { values, positionals } = parsed
  const command = positionals[0] ?? 'serve'
  if ((command !== 'serve' && command !== 'init' && command !== 'code') || positionals.length > 1) return problem('usage', usage)
  const port = Number(values.port ?? 8440)
  if (!Number.isInteger(port) || port < 0 || port > 65535) return problem('usage', '--port 是 0 到 65535 的数字')
  const role = countyRoleSchema.safeParse(values.role ?? (command === 'init' ? 'office' : 'counsellor'))
  if (!role.success) return problem('usage', '--role 是 counsellor、office 或 supervisor')
  const file = readCountyFile(values['towns-file'])
  if (!file.ok) return file
  // Without a word about the county, init makes the one for practice; it says so.
  const county = values.county ?? file.value?.code ?? (command === 'init' ? demoCounty.code : null)
  if (county !== null && !/^\d{6}$/.test(county)) return problem('usage', '--county 是县的 6 位区划代码')
  // Name and towns of the counties of Liaoning are known; a file says otherwise.
  const listed = file.value ?? (county === null ? null : countyByCode(county))
  const scope = readScope(values, role.data)
  if (scope === null) return problem('usage', '请说明范围：--towns 乡镇代码（用逗号分开），或 --scope county|caseload')
  const name = personName.safeParse(command === 'code' ? values.name : (values.user ?? '县残联管理员'))
  if (command !== 'serve' && !name.success) return problem('usage', '请用 --name 写姓名，不超过 40 个字')
  const tls = readTls(values['tls-cert'], values['tls-key'])
  if (!tls.ok) return tls
  return ok({
    command,
    databaseUrl: env.DATABASE_URL || null,
    dataFolder: values.data ?? env.FOUR_ONES_SERVER_DATA ?? null,
    host: values.host ?? '127.0.0.1',
    port,
    json: values.json ?? false,
    county,
    countyName: command === 'init' ? (values.name ?? listed?.name ?? null) : null,
    towns: (listed?.towns ?? []).map(({ code, name }) => ({ code, name })),
    userName: name.success ? name.data : '',
    role: role.data,
    scope,
    tls: tls.value,
    requestsPerMinute: values['requests-per-minute'] === undefined ? null : Number(values['requests-per-minute']),
  })
}

const text = { type: 'string' } as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        county: text, name: text, user: text, role: text, towns: text, scope: text, data: text, host: text, port: text,
        'towns-file': text, 'tls-cert': text, 'tls-key': text, 'requests-per-minute': text, json: { type: 'boolean' },
      },
    })
  } catch {
    return null
  }
}

function readScope(values: { towns?: string; scope?: string }, role: CountyRole): Scope | null {
  if (values.towns !== undefined) {
    const scope = scopeSchema.safeParse({ kind: 'towns', towns: values.towns.split(/[,，]/).map((town) => town.trim()).filter(Boolean) })
    return scope.success ? scope.data : null
  }
  const kind = values.scope ?? (role === 'counsellor' ? 'caseload' : 'county')
  return kind === 'county' || kind === 'caseload' ? { kind } : null
}

function readCountyFile(file: string | undefined): Result<County | null> {
  if (file === undefined) return ok(null)
  if (!existsSync(file)) return problem('usage', `没有这个文件：${file}`)
  try {
    return parseCounty(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return problem('usage', `这个文件里没有县和乡镇：${file}`)
  }
}

function readTls(cert: string | undefined, key: string | undefined): Result<Options['tls']> {
  if (cert === undefined && key === undefined) return ok(null)
  if (cert === undefined || key === undefined || !existsSync(cert) || !existsSync(key)) {
    return problem('usage', '--tls-cert 和 --tls-key 要一起给，都是 PEM 文件')
  }
  return ok({ cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') })
}
