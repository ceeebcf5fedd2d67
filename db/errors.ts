import type { Problem } from '../domain/result.ts'

const sentences = {
  storeMissing: '没有找到资料文件，没有新建空的。请检查磁盘或从备份恢复后再打开。',
  storeDamaged: '资料文件损坏，暂时打不开；原文件没有改动。请从备份文件夹恢复，或请管理员协助。',
  storeWrongKey: '这把钥匙打不开资料文件，资料没有改动。请确认密码属于这台电脑上的这份资料。',
  storeUnreadable: '资料文件打不开：钥匙不对或文件损坏，原文件没有改动。请先核对密码，仍打不开就从备份恢复。',
  storeNotEncrypted: '资料文件没有加密，为保护个人信息没有打开。请联系管理员，从备份恢复加密的资料文件。',
  storeNewer: '这份资料由更新版本的软件写成，旧版不能打开；资料没有改动。请安装新版后再打开。',
  storeOld: '资料还没有升级完。请等主程序升级完成后再试。',
  storeLocked: '另一个程序正在使用这份资料，资料是安全的。请关闭已打开的窗口后再试。',
  storeReadOnly: '资料文件夹不能写入，刚才的内容没有保存。请检查文件夹权限，或把磁盘改为可写。',
  diskFull: '磁盘已满，这一次没有存上，之前存的都在。请清出一些空间后再试。',
  storeIo: '读写磁盘时出错，这一次没有存上，之前存的都在。请检查磁盘和连接线后再试。',
  sqliteTooOld: '数据库组件版本过旧，可能损坏资料，没有打开。请重新安装本软件。',
  migrationFailed: '资料升级没有成功，已回到升级前的样子。请联系管理员，备份在备份文件夹中。',
} as const
export type StoreProblemCode = keyof typeof sentences

export function storeProblem(code: StoreProblemCode, detail?: string): Problem {
  return detail === undefined ? { code, message: sentences[code] } : { code, message: sentences[code], detail }
}

/** What went wrong underneath, in words that help; null when the error is a bug and no state of the disk or the file. */
export function toStoreProblem(error: unknown): Problem | null {
  const code = codeOf(error)
  if (code === null) return null
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return storeProblem('diskFull', code)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return storeProblem('storeLocked', code)
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return storeProblem('storeReadOnly', code)
  }
  if (code === 'SQLITE_NOTADB') return storeProblem('storeUnreadable', code)
  if (code.startsWith('SQLITE_CORRUPT')) return storeProblem('storeDamaged', code)
  if (code.startsWith('SQLITE_CANTOPEN')) return storeProblem('storeReadOnly', code)
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return storeProblem('storeIo', code)
  return null
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
