import { refuse } from './strict.ts'
import type { WebPreferences } from './webContents.ts'

export interface WindowOptions {
  width?: number
  height?: number
  minWidth?: number
  minHeight?: number
  x?: number
  y?: number
  center?: boolean
  show?: boolean
  title?: string
  backgroundColor?: string
  autoHideMenuBar?: boolean
  useContentSize?: boolean
  icon?: unknown
  parent?: unknown
  modal?: boolean
  webPreferences?: WebPreferences
}

const known = new Set<keyof WindowOptions>([
  'width',
  'height',
  'minWidth',
  'minHeight',
  'x',
  'y',
  'center',
  'show',
  'title',
  'backgroundColor',
  'autoHideMenuBar',
  'useContentSize',
  'icon',
  'parent',
  'modal',
  'webPreferences',
])

/** undefined: any value. A page always runs sandboxed and isolated here, so an app that asks for less is refused. */
const preferences: Record<keyof WebPreferences, boolean | undefined> = {
  preload: undefined,
  additionalArguments: undefined,
  devTools: undefined,
  spellcheck: undefined,
  backgroundThrottling: undefined,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
}

export function checkWindowOptions(options: WindowOptions): void {
  for (const name of Object.keys(options)) {
    if (!known.has(name as keyof WindowOptions)) refuse(`the BrowserWindow option '${name}'`)
  }
  for (const [name, value] of Object.entries(options.webPreferences ?? {})) {
    if (!(name in preferences)) refuse(`the web preference '${name}'`)
    const only = preferences[name as keyof WebPreferences]
    if (only !== undefined && value !== undefined && value !== only) refuse(`the web preference '${name}: ${String(value)}'`)
  }
}
