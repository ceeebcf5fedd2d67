import { resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { makeCounty } from './sample/makeCounty.ts'

/** Makes a county of made-up people to look around in, to measure and to test with. */

const help = `用法：FOUR_ONES_PASSWORD=密码 npm run -s sample -- --people 人数 --store 文件夹 [--seed 1]

造一个县（210199 示范县，都是编出来的人）：三个年度的台账，四步做到哪一步的都有，各类重点对象都有。
密码取自环境变量 FOUR_ONES_PASSWORD，至少 8 位；县办公室和两个工作人员都用它。
标准输出的最后一行是一个 JSON：人数、本年度的目标人群和有需求人群、每一步完成多少、每一类多少人；
这些数是一边造一边数的，不是从库里查的。

  --people N        造多少人
  --seed N          同一天用同一个数，造出同样的人（不写时是 1）
  --store 文件夹     放在哪里，要是空的
  --help            看这些说明`

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(`${help}\n`)
    return 0
  }
  const [people, seed] = [Number(values.people), Number(values.seed)]
  const password = process.env['FOUR_ONES_PASSWORD'] ?? ''
  if (values.store === undefined || !Number.isInteger(people) || people < 1 || people > 1_000_000 || !Number.isInteger(seed)) return complain(help)
  if (password.length < 8) return complain('请先把密码放进环境变量 FOUR_ONES_PASSWORD，至少 8 位。什么都没有写')
  let spokenAt = performance.now()
  const made = await makeCounty({
    folder: resolve(process.env['INIT_CWD'] ?? process.cwd(), values.store),
    people, seed, password,
    onProgress(done) {
      if (performance.now() - spokenAt < 3000) return
      spokenAt = performance.now()
      process.stderr.write(`正在造人：${done} / ${people}\n`)
    },
  })
  if (!made.ok) return complain(made.error.message)
  process.stdout.write(`${JSON.stringify(made.value)}\n`)
  return 0
}

process.exitCode = await main()
