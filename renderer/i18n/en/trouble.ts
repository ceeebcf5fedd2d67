import type { trouble as zh } from '../zh-CN/trouble.ts'
import type { SameShape } from '../shape.ts'

export const trouble: SameShape<typeof zh> = {
  damaged: {
    title: 'The records on this computer cannot be read',
    fallback: 'The file of records is damaged. What was sent to the county is still there.',
    safe: 'The file stays where it is, untouched; no empty one was made.',
    todo: 'Do not reinstall and do not delete the folder. Ask the county office to repair it from a backup or from the county.',
  },
  newerFile: {
    title: 'A newer version wrote these records',
    fallback: 'The file of records is newer than this program.',
    safe: 'The records are well; this program has not touched them.',
    todo: 'Install the newer version of Four Ones and open again.',
  },
  folderReadOnly: {
    title: 'The folder of the records cannot be written',
    fallback: 'Nothing could be saved now, so nothing was opened.',
    safe: 'The records that were there are still there.',
    todo: 'See whether the folder is read-only or the stick is write-protected, then try again.',
  },
  diskFull: {
    title: 'The disk is full',
    fallback: 'The disk is full; nothing more can be saved.',
    safe: 'What was saved is there.',
    todo: 'Do not switch off. Free 200 MB and try again.',
  },
  safeTitle: 'What is safe',
  todoTitle: 'What to do now',
}
