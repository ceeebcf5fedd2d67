import type { Problem } from '../../../domain/result.ts'

/** Why a file cannot be read, each in one sentence that says what to do. */
export const fileProblems = {
  missing: '找不到这个文件，请看看文件名和位置对不对。',
  permission: '这个文件没有权限打开，请另存到自己的文件夹再导。',
  directory: '这是一个文件夹，请选里面的名册文件。',
  busy: '这个文件现在打不开，可能正在别的程序里开着，请关掉再导。',
  empty: '这个文件是空的，请换一个有内容的名册。',
  noRows: '认出了表头，可是下面一行人也没有，请看看是不是选错了文件。',
  cutShort: '这个文件不完整，后面缺了一截，请重新拷贝或重新下载再导。',
  damaged: '这个文件已经损坏，请在表格软件里打开、另存一份新的 .xlsx 再导。',
  noHeader: '没有认出表头，请确认表里有“姓名”和“身份证号”（或“残疾人证号”）这两栏。',
  password: '这个文件设了密码，请在表格软件里去掉密码，另存一份再导。',
  zipBomb: '这个文件解压后大得不正常，没有打开，请换一份正常保存的名册。',
  tooBig: '这个文件超过 50 MB，请按乡镇分成几个文件再导。',
  tooManyRows: '这个文件超过 30 万行，请按乡镇分成几个文件再导。',
  xls: '这是旧式的 .xls 文件，请用 WPS 或 Excel 打开，选“另存为”，类型选 .xlsx，再导新文件。',
  xlsb: '这是 .xlsb 文件，请用 WPS 或 Excel 打开，选“另存为”，类型选 .xlsx，再导新文件。',
  ods: '这是 .ods 文件，请用 WPS 或 LibreOffice 打开，选“另存为”，类型选 .xlsx，再导新文件。',
  mhtml: '这是单个网页文件（.mht），请用 WPS 或 Excel 打开，选“另存为”，类型选 .xlsx，再导新文件。',
  word: '这是文字文档，不是表格，请把名册另存成 .xlsx 再导。',
  pdf: '这是 PDF，不是表格，请要一份 .xlsx 的名册再导。',
  picture: '这是图片，不是表格，请要一份 .xlsx 的名册再导。',
  archive: '这是压缩包，请先解压，再选里面的名册。',
  unknown: '认不出这是什么文件，请用 WPS 或 Excel 打开，另存成 .xlsx 再导。',
  cancelled: '已停下，什么也没有写入。',
} as const

export type FileProblemCode = keyof typeof fileProblems

/** Thrown inside the readers, turned into a `Problem` where they begin; nothing else of them throws on purpose. */
export class FileProblem extends Error {
  readonly code: FileProblemCode

  constructor(code: FileProblemCode) {
    super(fileProblems[code])
    this.code = code
  }
}

export function problemOf(code: FileProblemCode, detail?: string): Problem {
  return { code: `file-${code}`, message: fileProblems[code], ...(detail === undefined ? {} : { detail }) }
}

const systemCodes: Readonly<Record<string, FileProblemCode>> = {
  ENOENT: 'missing', ENOTDIR: 'missing', EACCES: 'permission', EPERM: 'permission', EISDIR: 'directory', EBUSY: 'busy', ETXTBSY: 'busy',
  ENAMETOOLONG: 'missing', ELOOP: 'missing',
}

/** The problem behind an error of the file system, of zlib, or of a reader; null for anything else, which is a bug. */
export function problemBehind(error: unknown): Problem | null {
  if (error instanceof FileProblem) return problemOf(error.code)
  if (!(error instanceof Error)) return null
  if (error.name === 'AbortError') return problemOf('cancelled')
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const known = systemCodes[code]
  if (known !== undefined) return problemOf(known, code)
  if (code === 'Z_BUF_ERROR') return problemOf('cutShort', code)
  if (code.startsWith('Z_')) return problemOf('damaged', code)
  if (code === 'EIO' || code.startsWith('ERR_FS')) return problemOf('busy', code)
  return null
}
