import '../fonts/rare.css'
import './fonts/basic.css'
import './fonts/serif.css'
import './page.css'
import { printLedger } from './printLedger.tsx'

const root = document.getElementById('root')
if (root !== null) void printLedger(window.fourOnes, root, () => new Date())
