import type { Database } from 'better-sqlite3'
import { preparedValue } from '../prepared.ts'

interface Memory {
  readonly version: string
  readonly answers: Map<string, unknown>
}
const memories = new WeakMap<Database, Memory>()

/** So many answers are kept for one state of the store. */
const most = 200

/** The same question of the same store is answered once; any write, by this connection or another, forgets all answers. */
export function remember<T>(sqlite: Database, question: string, answer: () => T): T {
  const { answers } = memoryOf(sqlite)
  if (answers.has(question)) return answers.get(question) as T
  const found = answer()
  if (answers.size >= most) answers.clear()
  answers.set(question, found)
  return found
}

function memoryOf(sqlite: Database): Memory {
  const own = preparedValue(sqlite, 'select total_changes()').get() as number
  const others = preparedValue(sqlite, 'pragma data_version').get() as number
  const version = `${own}/${others}`
  let memory = memories.get(sqlite)
  if (memory === undefined || memory.version !== version) {
    memory = { version, answers: new Map() }
    memories.set(sqlite, memory)
  }
  return memory
}
