import { open, rename, rm } from 'node:fs/promises'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import { errorCode } from '../vault/atomicFile.ts'

/** A file that a person asked for: whole under its name, or not there. */
export async function saveFile(path: string, bytes: Uint8Array): Promise<Result<null, ApiProblem>> {
  const temporary = `${path}.part`
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    return ok(null)
  } catch (error) {
    await rm(temporary, { force: true })
    return fail({ code: 'fileNotSaved', message: sentences[errorCode(error) ?? ''] ?? '文件没有存上，资料没有受影响。请换一个位置再存' })
  }
}

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了，文件没有存上，资料没有受影响。腾出空间或者换一个位置再存',
  EACCES: '这个位置不能写，文件没有存上，资料没有受影响。请换一个位置再存',
  EROFS: '这个位置不能写，文件没有存上，资料没有受影响。请换一个位置再存',
  EPERM: '这个文件正开着或者不能改，没有存上。请先关掉它，或者换一个名字再存',
  EBUSY: '这个文件正开着，没有存上。请先关掉它，或者换一个名字再存',
}
