import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ok, problem } from '../../domain/result.ts'
import type { StoreClient } from '../store/client.ts'
import type { MainHandlers } from './calls.ts'

/** The page gets a token for the file that a person chose, never its path. */

export interface OpenDialog {
  (options: { title: string; filters: { name: string; extensions: string[] }[]; properties: 'openFile'[] }): Promise<{
    canceled: boolean
    filePaths: string[]
  }>
}

/** Enough for going back and forth; older tokens are forgotten. */
const mostTokens = 20

export function createRosterFiles(
  store: Pick<StoreClient, 'internal'>,
  showOpenDialog: OpenDialog,
): Pick<MainHandlers, 'roster.choose' | 'roster.preview'> {
  const paths = new Map<string, string>()
  return {
    async 'roster.choose'() {
      const chosen = await showOpenDialog({
        title: '选名册文件',
        filters: [
          { name: '名册', extensions: ['xlsx', 'csv', 'xls', 'txt', 'html', 'htm'] },
          { name: '所有文件', extensions: ['*'] },
        ],
        properties: ['openFile'],
      })
      const path = chosen.filePaths[0]
      if (chosen.canceled || path === undefined) return ok(null)
      const token = randomUUID()
      paths.set(token, path)
      for (const old of [...paths.keys()].slice(0, -mostTokens)) paths.delete(old)
      return ok({ token, fileName: basename(path), bytes: (await stat(path)).size })
    },
    async 'roster.preview'(input) {
      const path = paths.get(input.token)
      if (path === undefined) return problem('chooseAgain', '请再选一次文件。还没有写入任何东西')
      const { token: _token, ...how } = input
      return store.internal({ name: 'roster.preview', path, fileName: basename(path), ...how })
    },
  }
}
