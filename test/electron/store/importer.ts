import { startStore } from '../../../electron/store/client.ts'

/** A process of its own that imports a roster and saves drafts, told on standard output what it has done, until it is killed. */

const [folder = '', userId = '', password = '', count = '1000', personId = ''] = process.argv.slice(2)
const say = (what: string): void => {
  process.stdout.write(`${what}\n`)
}

const store = startStore({ folder, workerUrl: new URL('./rowWorker.ts', import.meta.url) })
store.onEvent((event) => {
  if (event.type === 'progress' && event.task === 'confirm') say(`writing ${event.done}`)
})
const state = await store.call('session.unlock', { userId, password })
if (!state.ok) throw new Error(state.error.code)

const key = { kind: 'infoCheck' as const, personId, documentId: null }
const draft = await store.call('drafts.save', { ...key, body: { note: '写到一半' }, field: 'note' })
say(draft.ok ? 'draft' : `draft ${draft.error.code}`)

const preview = await store.internal({ name: 'roster.preview', path: `/people/${count}`, fileName: 'roster.xlsx' })
if (!preview.ok) throw new Error(preview.error.code)
say('previewed')
const confirmed = await store.call('roster.confirm', { importId: preview.value.importId })
say(confirmed.ok ? 'confirmed' : `confirm ${confirmed.error.code}`)
await store.close()
