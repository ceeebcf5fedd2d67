import { onPopup, send, type Target } from './browser.ts'
import type { PopupWish } from './page.ts'
import { debug } from './recorded.ts'
import type { WebContents } from './webContents.ts'

/**
 * A window that a page opens is announced twice: by the page (with address and name, which the app's handler judges) and then by
 * Chromium as a new page, which without an opener (rel=noopener) does not say whose it is.
 */
interface Expected {
  opener: WebContents
  adopt: ((target: Target) => void) | undefined
}

const expected: Expected[] = []

export function expectPopup(wish: PopupWish, opener: WebContents, adopt: (target: Target, overrides: object) => void): void {
  const disposition = wish.features ? 'new-window' : 'foreground-tab'
  const answer = opener.openHandler ? opener.openHandler({ ...wish, disposition }) : { action: 'allow' as const }
  const overrides = answer.overrideBrowserWindowOptions ?? {}
  expected.push({ opener, adopt: answer.action === 'allow' ? (target) => adopt(target, overrides) : undefined })
}

onPopup((target, openerId) => {
  const at = expected.findIndex(({ opener }) => !openerId || opener.page.targetId() === openerId)
  const popup = expected.splice(at, at < 0 ? 0 : 1)[0]
  if (!popup) return false
  if (popup.adopt) popup.adopt(target)
  else void send('Target.closeTarget', { targetId: target.targetId }).catch((error: unknown) => debug(error))
  return true
})
