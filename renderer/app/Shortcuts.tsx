import { useTranslation } from 'react-i18next'
import { Dialog } from '../components/Dialog.tsx'
import { useView } from '../state/view.ts'
import './Shortcuts.css'

const rows = [
  ['Ctrl K', 'find'], ['Ctrl S', 'save'], ['Ctrl Enter', 'primary'], ['Esc', 'escape'], ['F6 / Shift F6', 'regions'], ['/', 'filter'],
  ['↑ ↓ Home End', 'move'], ['Enter', 'open'], ['Alt ↓ / Alt ↑', 'people'], ['Ctrl 1…4', 'steps'], ['Ctrl Home', 'home'], ['Ctrl E', 'nextGap'],
  ['Ctrl L', 'lock'], ['Ctrl P', 'print'], ['Ctrl Z', 'undo'], ['Ctrl /', 'sheet'],
  ['Ctrl G', 'visit'], ['0…9', 'answer'], ['= / Ctrl =', 'asLast'], ['A N R', 'item'],
] as const

export function Shortcuts() {
  const { t } = useTranslation()
  const open = useView((view) => view.shortcutsOpen)
  return (
    <Dialog open={open} wide onClose={() => useView.setState({ shortcutsOpen: false })} title={t('frame.shortcuts.title')}>
      <dl className="shortcuts">
        {rows.map(([keys, what]) => <div key={keys}><dt>{keys}</dt><dd>{t(`frame.shortcuts.${what}`)}</dd></div>)}
      </dl>
      <p className="small soft">{t('frame.shortcuts.singles')}</p>
    </Dialog>
  )
}
