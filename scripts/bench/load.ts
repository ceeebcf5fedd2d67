import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { vaultExists } from '../../electron/vault/vaultFile.ts'
import { makeCounty } from '../sample/makeCounty.ts'
import { benchPassword, measureInteractive } from './interactive.ts'
import type { Measured } from './measure.ts'
import { measureScreen } from './screen.ts'

/** Measures the app on made-up people: `npm run -s bench -- --suite interactive --people 100000 --json`. */

const help = `用法：npm run -s bench -- [--suite interactive|screen] [--people 100000] [--json] [--all] [--rounds 200] [--seed 1] [--store 文件夹]

造一个加密的库（210199 示范县，编出来的人，每一步都有记录），再量屏幕前的人要等多久，单位毫秒。

  --suite           interactive 问库，screen 开着真的窗口滚名单、打字、换筛选
  --throttle N      screen：把页面的处理器放慢几倍
  --json            每件事一行 JSON：{job, people, n, p50, p95, p99, raw: {p50, p95, p99}}
                    raw 是裸语句用同样的加密读写同样的行，与程序轮流做
  --all             interactive：再量名单的各种筛选、草稿、保存之后（没有 raw）
  --rounds N        每件事做几遍
  --seed N          同一个数造出同样的人
  --store 文件夹     把库留在这里；里面已经有造好的库就接着用
  --help            看这些说明`

const { values } = parseArgs({
  options: {
    suite: { type: 'string', default: 'interactive' },
    people: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    throttle: { type: 'string', default: '1' },
    store: { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

function print(measured: Measured): void {
  const { job, n, p50, p95, p99, raw } = measured
  const times = [p50, p95, p99, ...(raw === undefined ? [] : [raw.p50, raw.p95, raw.p99])]
  const columns = [job.padEnd(28), ...times.map((ms) => ms.toFixed(2).padStart(10)), `  n=${n}`]
  process.stdout.write(`${values.json ? JSON.stringify(measured) : columns.join('')}\n`)
}

const suites = ['interactive', 'screen']

async function main(): Promise<number> {
  const [people, rounds, seed, throttle] = [values.people, values.rounds, values.seed, values.throttle].map(Number) as [number, number, number, number]
  if (values.help || !suites.includes(values.suite) || ![people, rounds, seed, throttle].every((count) => Number.isInteger(count) && count > 0)) {
    process.stderr.write(`${help}\n`)
    return values.help ? 0 : 2
  }
  const folder = values.store === undefined ? mkdtempSync(join(tmpdir(), 'four-ones-bench-')) : resolve(process.env['INIT_CWD'] ?? process.cwd(), values.store)
  try {
    if (existsSync(folder) && vaultExists(folder)) process.stderr.write(`接着用 ${folder}\n`)
    else await make(folder, people, seed)
    if (values.suite === 'screen') {
      await measureScreen({ folder, throttle, onMeasured: (measured) => process.stdout.write(`${JSON.stringify(measured)}\n`) })
      return 0
    }
    if (!values.json) process.stdout.write(`${''.padEnd(28)}${['p50', 'p95', 'p99', 'raw p50', 'raw p95', 'raw p99'].map((title) => title.padStart(10)).join('')}\n`)
    await measureInteractive({ folder, seed, rounds, all: values.all, onMeasured: print })
    return 0
  } finally {
    if (values.store === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

async function make(folder: string, people: number, seed: number): Promise<void> {
  let spokenAt = performance.now()
  const made = await makeCounty({
    folder, people, seed, password: benchPassword,
    onProgress: (done) => {
      if (performance.now() - spokenAt < 5000) return
      spokenAt = performance.now()
      process.stderr.write(`正在造人：${done} / ${people}\n`)
    },
  })
  if (!made.ok) throw new Error(made.error.message)
  process.stderr.write(`造了 ${made.value.persons} 人、${made.value.records} 份记录，用了 ${Math.round(made.value.ms / 1000)} 秒\n`)
}

process.exitCode = await main()
