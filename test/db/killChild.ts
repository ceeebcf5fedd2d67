import { writeSync } from 'node:fs'
import { saveDraft } from '../../db/drafts.ts'
import { nodeStoreDeps } from '../../db/deps.ts'
import type { Intent } from '../../db/journal/commit.ts'
import { commitAction } from '../../db/journal/commit.ts'
import { openStore } from '../../db/store.ts'
import { samplePerson } from './samples.ts'

/** Writes without end and reports each save after it was answered; somebody else ends it at a moment of their choosing. */

const [file = '', keyHex = '', draftOf = ''] = process.argv.slice(2)
const actorId = '01890a5d-ac96-774b-bcce-b302099a8057'
const opened = openStore({ file, key: Buffer.from(keyHex, 'hex'), deps: nodeStoreDeps(), create: true })
if (!opened.ok) throw new Error(opened.error.code)
const store = opened.value

function person(order: number): Intent {
  const id = store.deps.newId()
  const fields = Object.fromEntries(Object.entries(samplePerson(order)).map(([field, after]) => [field, { after, basedOn: null }]))
  return { kind: 'patch', entity: 'person', entityId: id, personId: id, fields }
}

writeSync(1, 'ready\n')
for (let round = 0; ; round += 1) {
  // One action in four is an import of many persons.
  const size = round % 4 === 3 ? 150 : 2
  const { actionId } = commitAction(store, { actorId }, Array.from({ length: size }, (_, order) => person(round * 150 + order)))
  writeSync(1, `saved ${actionId} ${size}\n`)
  const { savedAt } = saveDraft(store, { kind: 'infoCheck', personId: draftOf, documentId: null }, { round }, null)
  writeSync(1, `draft ${round} ${savedAt}\n`)
}
