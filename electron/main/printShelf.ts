import { randomUUID } from 'node:crypto'

/** Pages on their way to paper: kept in memory under an address that cannot be guessed, gone when printed. */

export interface ShelfFile {
  readonly bytes: Uint8Array
  readonly type: string
}

export interface PrintShelf {
  /** The folder's path, `/<random>/`. */
  put(files: ReadonlyMap<string, ShelfFile>): string
  get(pathname: string): ShelfFile | null
  take(folder: string): void
}

export function createPrintShelf(): PrintShelf {
  const folders = new Map<string, ReadonlyMap<string, ShelfFile>>()
  return {
    put(files) {
      const folder = `/${randomUUID()}/`
      folders.set(folder, files)
      return folder
    },
    get(pathname) {
      const end = pathname.indexOf('/', 1) + 1
      return folders.get(pathname.slice(0, end))?.get(decodeURI(pathname.slice(end))) ?? null
    },
    take: (folder) => void folders.delete(folder),
  }
}
