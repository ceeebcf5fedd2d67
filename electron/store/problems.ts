import { storeProblem, toStoreProblem } from '../../db/errors.ts'
import type { Problem } from '../../domain/result.ts'
import { errorCode } from '../vault/atomicFile.ts'
import { ProblemError } from './context.ts'

/** What goes wrong around the store, in words that say what happened, what is safe and what to do. */

export const problems = {
  folderBlocked: {
    code: 'folderBlocked',
    message: '放资料的位置上有一个同名的文件，或者路径不对，所以打不开。什么都没有改。请让管电脑的人看一下这个位置',
  },
  databaseMissing: {
    code: 'databaseMissing',
    message: '钥匙还在，放资料的文件 four-ones.db 不见了。四个一没有另建新的。请找回这个文件，或者用备份放回去',
  },
  vaultMissing: {
    code: 'vaultMissing',
    message: '放资料的文件还在，钥匙文件 vault.json 不见了，打不开。资料没有动。请找回这个文件，或者用备份放回去',
  },
  inUse: {
    code: 'inUse',
    message: '这些资料已经在另一个四个一里打开了。请用已经开着的那个窗口，或者先关掉它',
  },
  cancelled: { code: 'cancelled', message: '已停下，什么都没有写入' },
  storeStopped: {
    code: 'storeStopped',
    message: '管资料的部分停了，这一步没有做成，以前存的都在。请再做一次；还是不行，就关掉四个一再打开',
  },
} as const satisfies Record<string, Problem>

/** null: this failure was not foreseen. */
export function problemOfError(error: unknown): Problem | null {
  if (error instanceof ProblemError) return error.problem
  const code = errorCode(error)
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'EISDIR') return problems.folderBlocked
  if (code === 'EDQUOT') return storeProblem('diskFull', code)
  return toStoreProblem(error)
}

/** For the log: what kind of error and where, without its message, which may quote what people wrote. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return [`${error.name} ${errorCode(error) ?? ''}`.trim(), ...places].join(' | ')
}
