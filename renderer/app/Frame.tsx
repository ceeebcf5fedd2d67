import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useApi } from '../api/ApiContext.tsx'
import { useSession } from '../api/SessionContext.tsx'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import { Icon } from '../components/Icon.tsx'
import { Toasts } from '../components/Toast.tsx'
import { SyncFooter } from '../features/sync/SyncFooter.tsx'
import { forgetView, useView } from '../state/view.ts'
import { entriesFor } from './entries.ts'
import type { Entry } from './entries.ts'
import { Palette } from './Palette.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { useFrameKeys } from './useFrameKeys.ts'
import { useIdleLock } from './useIdleLock.ts'
import { useOpenSheet } from './useOpenSheet.ts'
import { useScanner } from './useScanner.ts'
import './Frame.css'

/** Left bar and content. Narrow or with large text the bar becomes one line and the page scrolls as one. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const api = useApi()
  const { state, setState } = useSession()
  const [location] = useLocation()
  const folded = useView((view) => view.folded) || location.startsWith('/ledger')
  // A visit has the whole screen.
  const isVisit = location.startsWith('/visit/')
  const role = state.current?.role ?? 'counsellor'

  async function lock(by: 'idle' | 'person') {
    useView.setState({ lockedBy: by })
    forgetView()
    const answer = await api.call('session.lock', {})
    if (answer.ok) setState(answer.value)
  }
  useFrameKeys(() => void lock('person'))
  useIdleLock(() => void lock('idle'))
  const openSheet = useOpenSheet()
  // Why a scanned sheet opens nothing is said where it can be typed anew, or the person be found by name.
  useScanner((code) => void openSheet(code).then((fault) => fault !== null && useView.setState({ paletteOpen: true, paletteText: code })))

  return (
    <div className={classes('frame', folded && 'folded', isVisit && 'bare')}>
      {!isVisit && <header className="side" data-region aria-label={t('frame.side')} tabIndex={-1}>
        <p className="brand">
          <b>{t('common.appName')}</b>
          <span>{t('frame.subtitle', { county: state.county?.name ?? '', year: state.cycleYear })}</span>
        </p>
        <AriaButton className="find" onPress={() => useView.setState({ paletteOpen: true })}>
          <Icon name="search" />
          <span>{t('frame.find')}</span>
          <kbd aria-hidden="true">Ctrl K</kbd>
        </AriaButton>
        <NarrowMenu entries={entriesFor(role).flat()} onLock={() => void lock('person')} />
        <nav className="nav" aria-label={t('frame.mainMenu')}>
          {entriesFor(role).map((group, index) => (
            <ul key={index}>
              {group.map((entry) => <li key={entry.path}><EntryLink entry={entry} here={location.startsWith(entry.path)} /></li>)}
            </ul>
          ))}
        </nav>
        <SyncFooter />
        <div className="me">
          <span className="me-name">{state.current?.name}<span className="tiny soft">{t(`common.role.${role}`)}</span></span>
          <Button
            kind="quiet" size="sm" iconOnly icon={folded ? 'right' : 'left'} className="fold"
            onPress={() => useView.setState({ folded: !useView.getState().folded })}
          >
            {folded ? t('frame.unfold') : t('frame.fold')}
          </Button>
          <Button kind="quiet" size="sm" iconOnly icon="lock" onPress={() => void lock('person')}>{t('frame.lock')}</Button>
        </div>
      </header>}
      <main className="main" id="main" data-region tabIndex={-1}>{children}</main>
      <Palette />
      <Shortcuts />
      <Toasts />
    </div>
  )
}

function EntryLink({ entry, here }: { readonly entry: Entry; readonly here: boolean }) {
  const { t } = useTranslation()
  return (
    <a href={`#${entry.path}`} title={t(`frame.${entry.label}`)} aria-current={here ? 'page' : undefined}>
      <Icon name={entry.icon} />
      <span className="nav-word">{t(`frame.${entry.label}`)}</span>
    </a>
  )
}

/** Only seen when the bar is one line. */
function NarrowMenu({ entries, onLock }: { readonly entries: readonly Entry[]; readonly onLock: () => void }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  return (
    <div className="narrow-menu">
      <MenuTrigger>
        <Button icon="menu">{t('frame.menu')}</Button>
        <Popover className="floating picker-list" placement="bottom end">
          <Menu
            aria-label={t('frame.mainMenu')}
            onAction={(key) => (key === 'lock' ? onLock() : navigate(String(key)))}
          >
            {entries.map((entry) => (
              <MenuItem key={entry.path} id={entry.path} className="picker-item" textValue={t(`frame.${entry.label}`)}>
                <Icon name={entry.icon} /> {t(`frame.${entry.label}`)}
              </MenuItem>
            ))}
            <MenuItem id="lock" className="picker-item" textValue={t('frame.lock')}><Icon name="lock" /> {t('frame.lock')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}
