import type { Session, WebContents } from 'electron'
import { pageHost, scheme } from './appScheme.ts'

/** Everything that a page might want and none of ours does: refused, for every window, also one that is made later. */

export function isOwnPage(url: string): boolean {
  return url.startsWith(`${scheme}://${pageHost}/`)
}

/** Requests of pages: own files, and what a page made in memory. There is no network. */
export function mayLoad(url: string): boolean {
  return isOwnPage(url) || url.startsWith('data:') || url.startsWith('blob:')
}

export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
  session.setSpellCheckerEnabled(false)
}

/** Called for every window before it loads anything. A page stays on its address; what another address would load is stopped above as well. */
export function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
}
