import { join } from 'node:path'
import { settingsSchema } from '../api/schemas/session.ts'
import type { Settings } from '../api/schemas/session.ts'
import { readTextIfThere, writeFileAtomically } from '../vault/atomicFile.ts'

/** How the screen looks on this computer. Nothing about people, so it lies outside the encrypted store and is there before unlocking. */

export const defaultSettings: Settings = {
  language: 'zh-CN',
  textSize: 100,
  theme: 'light',
  density: 'standard',
  idleLockMinutes: 10,
  singleKeys: true,
}

/** A damaged file means the defaults: settings are quickly set again. */
export function readSettings(folder: string): Settings {
  try {
    const parsed = settingsSchema.partial().safeParse(JSON.parse(readTextIfThere(join(folder, 'settings.json')) ?? '{}'))
    return parsed.success ? { ...defaultSettings, ...withoutUndefined(parsed.data) } : defaultSettings
  } catch {
    return defaultSettings
  }
}

export function writeSettings(folder: string, patch: Partial<Settings>): Settings {
  const settings = { ...readSettings(folder), ...withoutUndefined(patch) }
  writeFileAtomically(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 1)}\n`)
  return settings
}

function withoutUndefined(patch: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
