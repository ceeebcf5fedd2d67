import { createRoot } from 'react-dom/client'
import { App } from '../../../renderer/App.tsx'
import type { SessionState, Settings } from '../../../renderer/api/client.ts'
import '../../../renderer/styles/index.css'
import { assessmentHandlers, completed, halfFilled } from '../assessmentSample.ts'
import { createFakeBridge } from '../fakeBridge.ts'
import { createRecordsBridge } from '../recordsBridge.ts'
import { fileHandlers } from '../fileSample.ts'
import { groupsHandlers } from '../groupsSample.ts'
import { importHandlers } from '../importSample.ts'
import { ledgerHandlers } from '../ledgerSample.ts'
import { handOverHandlers } from '../handOverSample.ts'
import { syncHandlers } from '../syncSample.ts'

/** The renderer with made-up people, for looking at it. `?state=locked&role=office&persons=100000&text=200&theme=dark&lang=en&form=assessment`. */
const query = new URLSearchParams(location.search)
const options = {
  state: (query.get('state') ?? 'unlocked') as SessionState['state'],
  role: (query.get('role') ?? 'counsellor') as 'counsellor' | 'office' | 'supervisor',
  persons: Number(query.get('persons') ?? 100_000),
  handlers: query.get('persons') === '0' ? {} : { ...handOverHandlers(), ...importHandlers, ...ledgerHandlers, ...syncHandlers, ...assessmentHandlers, ...groupsHandlers, ...(query.get('file') === 'full' ? fileHandlers : {}) },
  settings: {
    textSize: Number(query.get('text') ?? 100) as Settings['textSize'],
    theme: (query.get('theme') ?? 'light') as Settings['theme'],
    density: (query.get('density') ?? 'standard') as Settings['density'],
    language: (query.get('lang') ?? 'zh-CN') as Settings['language'],
  },
} satisfies Parameters<typeof createFakeBridge>[0]
// A person's forms that check, complete and keep what is typed: ?form=assessment.
const bridge = query.get('form') === null ? createFakeBridge(options) : createRecordsBridge({ ...options, ...(query.get('form') === 'read' ? completed : halfFilled), handlers: {} })
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App bridge={bridge} />)
