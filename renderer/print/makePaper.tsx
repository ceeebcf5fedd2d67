import type { MakePaper } from './layOut.tsx'
import { printedAt } from './marginTexts.ts'
import { papers } from './papers/index.ts'
import type { PaperQuestion } from './papers/index.ts'
import './papers/papers.css'

/** Papers other than ledgers stand upright on A4. */
export function makePaper({ paper, args }: PaperQuestion, document: Document, now: () => Date): MakePaper {
  return async (ask) => {
    const made = await papers[paper](args, ask)
    if (!made.ok) return made
    standUpright(document)
    const { content, note = '' } = made.value
    return { ok: true, value: { content: <div className="paper upright" lang="zh-CN">{content}</div>, margins: { left: printedAt(now(), ask.printedBy), right: note } } }
  }
}

/** Above the sheet of the page, which lies across; bound at the left all the same. */
function standUpright(document: Document): void {
  const sheet = new CSSStyleSheet()
  sheet.insertRule('@page { size: A4 portrait; margin: 12mm 15mm 15mm 20mm; }')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  document.documentElement.dataset.upright = 'true'
}
