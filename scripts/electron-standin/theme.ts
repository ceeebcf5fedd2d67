import { EventEmitter } from 'node:events'
import { onlyEvents, strict } from './strict.ts'

type Source = 'system' | 'light' | 'dark'

let source: Source = 'system'
const followers = new Set<() => void>()

class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false
  readonly inForcedColorsMode = false
  get themeSource(): Source {
    return source
  }
  set themeSource(wish: Source) {
    if (!['system', 'light', 'dark'].includes(wish)) throw new TypeError(`'${String(wish)}' is no themeSource`)
    source = wish
    for (const follow of followers) follow()
    this.emit('updated')
  }
  /** What the desktop prefers is not known here: 'system' counts as light. */
  get shouldUseDarkColors(): boolean {
    return source === 'dark'
  }
}

const theme = new NativeTheme()
onlyEvents(theme, 'nativeTheme', ['updated'])
export const nativeTheme = strict(theme, 'nativeTheme')

/** The media feature that makes a page follow the theme. */
export function colorScheme(): object {
  return { features: [{ name: 'prefers-color-scheme', value: source === 'system' ? '' : source }] }
}

export function followTheme(follow: () => void): () => void {
  followers.add(follow)
  return () => followers.delete(follow)
}
