import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { getDraft } from '../../db/drafts.ts'
import { nodeStoreDeps } from '../../db/deps.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { openStore } from '../../db/store.ts'
import type { Store } from '../../db/store.ts'
import { dumpEntities, temporaryFolder, testKey } from './helpers.ts'

/** kill -9 while saves and imports run: after the restart each is there whole or not at all, and what was answered as saved is there. */

const draftOf = '01890a5d-ac96-774b-bcce-b302099a8058'
/** More with FAULT_KILLS. */
const kills = Number(process.env.FAULT_KILLS ?? 15)

interface Answers {
  readonly saved: { readonly actionId: string; readonly size: number }[]
  /** Round of the last draft that was answered. */
  readonly draft: number | null
}

/** Ends the child so many milliseconds after it has said `word`. */
async function runUntilKilled(file: string, word: string, milliseconds: number): Promise<Answers> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'killChild.ts'), file, Buffer.from(testKey).toString('hex'), draftOf], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString()
      if (output.includes(word)) resolve()
    })
    child.on('exit', () => reject(new Error('The child ended by itself')))
  })
  child.removeAllListeners('exit')
  const closed = new Promise((resolve) => child.on('close', resolve))
  await after(milliseconds)
  child.kill('SIGKILL')
  await closed
  const lines = output.split('\n').slice(0, -1).map((line) => line.split(' '))
  const drafts = lines.filter(([word]) => word === 'draft')
  return {
    saved: lines.filter(([word]) => word === 'saved').map(([, actionId = '', size]) => ({ actionId, size: Number(size) })),
    draft: drafts.length === 0 ? null : Number(drafts.at(-1)?.[1]),
  }
}

function reopen(file: string): Store {
  const opened = openStore({ file, key: testKey, deps: nodeStoreDeps() })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** A fixed row of moments, so that a failure can be repeated as far as a kill can. */
function momentOf(index: number): number {
  return (index * 37 + 11) % 97
}

/** One in three dies before anything was answered, however slow the computer is; the others between saves and within them. */
function wordOf(index: number): string {
  return ['ready', 'saved', 'draft 3'][index % 3] as string
}

describe('a store whose process is killed', () => {
  it(
    `keeps every answered save and no half one, ${kills} times`,
    async () => {
      const file = join(temporaryFolder(), 'four-ones.db')
      const answered = new Map<string, number>()
      for (let index = 0; index < kills; index += 1) {
        const answers = await runUntilKilled(file, wordOf(index), momentOf(index))
        answers.saved.forEach(({ actionId, size }) => answered.set(actionId, size))
        const store = reopen(file)
        const sizes = new Map(
          (store.sqlite.prepare('select action_id as id, count(*) as n from change group by action_id').all() as { id: string; n: number }[])
            .map(({ id, n }) => [id, n]),
        )
        for (const [actionId, size] of answered) expect(sizes.get(actionId)).toBe(size)
        expect([...sizes.values()].every((size) => size === 2 || size === 150)).toBe(true)
        const seqs = store.sqlite.prepare('select device_seq from change order by seq').pluck().all() as number[]
        expect(seqs.every((seq, place) => seq === place + 1)).toBe(true)
        expect(store.sqlite.prepare('select count(*) from person').pluck().get()).toBe(seqs.length)
        if (answers.draft !== null) {
          const draft = getDraft(store, { kind: 'infoCheck', personId: draftOf, documentId: null })
          expect(Number(draft?.body.round)).toBeGreaterThanOrEqual(answers.draft)
        }
        store.close()
      }
      expect(answered.size).toBeGreaterThan(kills)
      const store = reopen(file)
      expect(store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
      const before = dumpEntities(store)
      rebuild(store)
      expect(dumpEntities(store)).toEqual(before)
      store.close()
    },
    30_000 + kills * 10_000,
  )
})
