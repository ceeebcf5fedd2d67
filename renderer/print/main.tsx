import '../fonts/rare.css'
import './fonts/basic.css'
import './fonts/serif.css'
import './page.css'
import { layOut } from './layOut.tsx'
import type { MakePaper } from './layOut.tsx'
import type { LedgerInput } from './loadLedger.ts'
import { makeLedger } from './makeLedger.tsx'
import { makePaper } from './makePaper.tsx'
import type { PaperQuestion } from './papers/index.ts'

const now = () => new Date()

/** What the address asks for: a ledger by its settings, or another paper by its name. */
const made: MakePaper = (ask) => {
  const question = JSON.parse(decodeURIComponent(location.hash.slice(1))) as LedgerInput | PaperQuestion
  return ('paper' in question ? makePaper(question, document, now) : makeLedger(question, now))(ask)
}

const root = document.getElementById('root')
if (root !== null) void layOut(window.fourOnes, root, made)
