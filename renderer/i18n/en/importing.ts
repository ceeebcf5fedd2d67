import type { importing as zh } from '../zh-CN/importing.ts'
import type { SameShape } from '../shape.ts'

export const importing: SameShape<typeof zh> = {
  title: 'Import roster',
  empty: 'No roster has been imported yet',
  lastImports: 'Last imports',
  file: 'File',
  added: 'New',
  updated: 'Updated',
  leftOut: 'Left out',
}
