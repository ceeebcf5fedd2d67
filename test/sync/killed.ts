import { nodeStoreDeps } from '../../db/deps.ts'
import { commitAction } from '../../db/journal/commit.ts'
import { openStore } from '../../db/store.ts'
import { createSyncClient, nodeSyncDeps, storedDeviceKeys } from '../../electron/sync/index.ts'

/**
 * A device in a process of its own that is killed (-9) at its n-th meeting with the network: before a request, after the county has taken
 * it, or with the reply in hand. Each run first saves one person and says so once that is on the disk.
 */

interface KillOrder {
  readonly file: string
  readonly url: string
  readonly code: string
  readonly personId: string
  readonly actorId: string
  readonly killAt: number
}

const order = JSON.parse(process.argv[2] ?? '') as KillOrder
const opened = openStore({ file: order.file, key: new Uint8Array(32).fill(7), deps: nodeStoreDeps(), create: true })
if (!opened.ok) throw new Error(opened.error.message)
const store = opened.value
const { personId, actorId } = order
commitAction(store, { actorId }, [{ kind: 'patch', entity: 'person', entityId: personId, personId, fields: { name: { after: '王小明', basedOn: null } } }])
process.stdout.write('saved\n')

let meetings = 0
function meet(): void {
  meetings += 1
  if (meetings === order.killAt) process.kill(process.pid, 'SIGKILL')
}

const client = createSyncClient({
  store, countyCode: '210199', keys: storedDeviceKeys(store),
  deps: {
    ...nodeSyncDeps(),
    fetch: async (input, init) => {
      meet()
      const reply = await fetch(input, init)
      meet()
      const body = await reply.arrayBuffer()
      meet()
      return new Response(body, { status: reply.status })
    },
  },
  onStatus: () => undefined,
  onChanged: () => undefined,
})
const enrolled = client.status().enrolled || (await client.enrol({ serverUrl: order.url, code: order.code, userId: actorId, deviceName: '一' })).ok
const status = await client.syncNow()
process.stdout.write(`${JSON.stringify({ enrolled, meetings, status })}\n`)
client.stop()
store.close()
