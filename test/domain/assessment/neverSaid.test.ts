import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { neverSaid } from '../../../domain/assessment/index.ts'

/** 9.4: no text of the app, on screen, on paper, from the server or in a message, says of somebody that they are shut out of work. */

const root = join(import.meta.dirname, '../../..')
/** Where the phrases are listed so that a conclusion with them is turned back. */
const theList = 'domain/assessment/neverSaid.ts'
/** Words of other people's rosters, read and turned into codes, never shown. */
const wordsRead = 'domain/roster/codeWords.ts'

function textsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|html|json|sql)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

test.each(['domain', 'renderer', 'electron', 'server', 'db'])('9.4 nothing in %s says that somebody is shut out of work', (folder) => {
  const files = textsIn(folder)
  expect(files.length).toBeGreaterThan(20)
  const said = files.filter((file) => file !== theList && file !== wordsRead).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return neverSaid.filter((phrase) => text.includes(phrase)).map((phrase) => `${file}: ${phrase}`)
  })
  expect(said).toEqual([])
})

test('the list itself is found where it is meant to be', () => {
  const text = readFileSync(join(root, theList), 'utf8')
  for (const phrase of neverSaid) expect(text).toContain(phrase)
})
